"""What nothing was ever published on is a draft, and not to be known of."""

import pytest
from django.test import Client

from claims.models import Claim
from claims.recheck import recheck_claims
from claims.workflow.steps import withdraw_verdict
from tests.claims import make
from tests.claims.people import person
from tests.claims.workflow.ready import WHEN, at_stage, in_review, reopened, verified
from tests.factcheck.access.callers import header_of

pytestmark = pytest.mark.django_db

PARTS = ("", "explanation/", "evidence/", "history/")


def statuses(claim, **headers) -> set[int]:
    """Of the claim's own addresses."""
    return {
        Client().get(f"/api/v1/claims/{claim.key}/{part}", headers=headers).status_code
        for part in PARTS
    }


def listed(**headers) -> set[str]:
    answer = Client().get("/api/v1/claims/", headers=headers).json()
    return {row["key"] for row in answer["results"]}


@pytest.mark.parametrize(
    ("stage", "public"),
    [
        ("draft", False),
        ("in-review", False),
        ("rejected", False),
        ("verified", True),
        ("reopened", True),
    ],
)
def test_what_was_published_is_public_and_nothing_else(stage, public, reads_drafts):
    claim = at_stage(stage)
    for headers in ({}, header_of("read")):
        assert statuses(claim, **headers) == ({200} if public else {404})
        assert listed(**headers) == ({claim.key} if public else set())
    assert statuses(claim, **reads_drafts) == {200}
    assert listed(**reads_drafts) == {claim.key}


def test_what_was_withdrawn_was_public_and_stays_so():
    claim = reopened()
    withdraw_verdict(claim=claim, by=person("adjudicator"), reason="Not so.", **WHEN)
    assert statuses(claim) == {200}


def test_a_draft_is_refused_as_what_is_not_there():
    draft = at_stage("draft")
    for name in (draft.key, str(draft.pk)):
        hidden = Client().get(f"/api/v1/claims/{name}/").json()
        assert hidden["errors"][0] == {
            "code": "not_found",
            "detail": f"There is no claim “{name}”.",
            "attr": None,
        }


def test_a_clash_with_a_draft_is_not_told(reads_drafts):
    claim = make.claim("approximately 5,000")
    make.evidence(claim)
    draft = make.claim("9,000", figure=claim.figure)
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    claim.refresh_from_db()
    verified(in_review(claim))
    address = f"/api/v1/claims/{claim.key}/"
    assert Client().get(address).json()["clashes"] == []
    assert Client().get(address, headers=reads_drafts).json()["clashes"] == [draft.key]


def test_people_who_are_signed_in_read_drafts():
    claim = at_stage("draft")
    client = Client()
    client.force_login(person("editor"))
    assert client.get(f"/api/v1/claims/{claim.key}/").status_code == 200
