"""GET /api/v1/claims/{name}/history/: how a status came to be, and what people decided on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Verdict
from claims.recheck import recheck_claim
from tests.claims import make
from tests.claims.workflow.ready import in_review, verified
from tests.factcheck.api.asking import GATE, ask, every_page, refusal

pytestmark = pytest.mark.django_db


def placed() -> None:
    """Let the order of changes be drawn now, as at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture
def claim():
    """A claim whose status has changed four times."""
    claim = make.claim(key="a")
    for stance, wording in [
        ("supports", "5,000"),
        ("supports", "5,000"),
        ("conflicts", "7,000"),
    ]:
        make.evidence(claim, wording, stance=stance)
        recheck_claim(claim=claim, at=make.TODAY)
    claim.evidence.update(state="withdrawn")
    recheck_claim(claim=claim, at=make.TODAY)
    make.evidence(make.claim(key="other"))
    placed()
    return claim


def test_every_change_is_told_the_oldest_first(claim):
    rows = ask("claims/a/history/")["results"]
    assert {row["kind"] for row in rows} == {"status-change"}
    changes = [row["status_change"] for row in rows]
    assert [(change["from_status"], change["to_status"]) for change in changes] == [
        ("unsupported", "single-source"),
        ("single-source", "corroborated"),
        ("corroborated", "contested"),
        ("contested", "unsupported"),
    ]
    stored = claim.status_changes.order_by("id")
    assert [change["why"] for change in changes] == [row.why for row in stored]


def test_verdicts_stand_among_them_with_their_reasons(claim):
    verified(in_review(claim))
    placed()

    last = ask("claims/a/history/")["results"][-1]

    verdict = Verdict.objects.get()
    assert (last["kind"], last["status_change"]) == ("verdict", None)
    assert last["verdict"] == ask(f"verdicts/{verdict.number}/")
    assert last["verdict"]["content"]["reason"] == verdict.reason


def test_it_comes_in_pages_of_two_queries(claim):
    assert [len(page) for page in every_page("claims/a/history/", page_size=3)] == [3, 1]
    with CaptureQueriesContext(connection) as queries:
        ask("claims/a/history/")
    assert len(queries) == 2 + GATE


def test_a_claim_whose_status_never_changed_has_none():
    make.claim(key="a")
    assert ask("claims/a/history/") == {"next": None, "previous": None, "results": []}


def test_what_is_refused(claim):
    assert "no claim “b”" in refusal("claims/b/history/", 404)[None]
    assert "takes: cursor, page_size" in refusal("claims/a/history/", since="2020")["since"]
