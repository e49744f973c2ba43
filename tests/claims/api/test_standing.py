"""What the API says of a claim that people have decided on, beside what is computed."""

import pytest

from claims.recheck import recheck_claim
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.workflow.ready import in_review, reopened, verified
from tests.factcheck.api.asking import ask

pytestmark = pytest.mark.django_db

ALL_FOUR = ("computed", "reviewer", "effective", "disagrees")


def told(claim) -> tuple:
    detail = ask(f"claims/{claim.key}/")
    (listed,) = (row for row in ask("claims/")["results"] if row["key"] == claim.key)
    assert {**detail, "clashes": None} == {**listed, "clashes": None}
    return detail["stage"], *(detail[name] for name in ALL_FOUR)


def test_in_review_nothing_is_published_yet():
    assert told(in_review()) == ("in-review", "single-source", None, "single-source", False)


def test_the_verdict_is_effective_and_the_computed_status_stays_beside_it():
    claim = verified(rating="corroborated")
    assert told(claim) == ("verified", "single-source", "corroborated", "corroborated", True)


def test_the_verdict_stays_effective_when_the_evidence_changes_and_the_claim_is_reopened():
    claim = verified()
    make.evidence(claim, "8,000", stance="conflicts")
    recheck_claim(claim=claim, at=TODAY)
    reopened(claim)
    assert told(claim) == ("reopened", "contested", "single-source", "single-source", True)
