"""GET /api/v1/changes/: what a mirror follows."""

import json

import pytest
from django.db import connection
from django.test import Client

from claims.api.ledger import changes
from claims.models import Change, Verdict
from claims.recheck import recheck_claim
from tests.claims import make
from tests.claims.workflow.ready import checked, in_review, verified
from tests.factcheck.api import asking
from tests.factcheck.api.asking import ask, ask_link, refusal

pytestmark = pytest.mark.django_db


def placed() -> None:
    """Let the order of changes be drawn now, as at the end of a transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def news(claim, wording: str) -> None:
    """Evidence that changes what is computed for the claim."""
    make.evidence(claim, wording, stance="conflicts")
    recheck_claim(claim=claim, at=make.TODAY)
    placed()


@pytest.fixture
def history():
    """A draft's change, a verdict on another claim after a change of its own, and a later change:
    of the four places, the public may know of the last two."""
    news(make.claim(key="draft"), "9,000")
    claim = checked()
    placed()
    verified(in_review(claim))
    placed()
    claim.refresh_from_db()
    news(claim, "9,000")
    return claim


def test_all_that_was_committed_in_order(history):
    answer = ask("changes/")
    assert [row["position"] for row in answer["results"]] == [1, 2, 3, 4]
    assert [row["kind"] for row in answer["results"]] == [
        *["status-change"] * 2,
        "verdict",
        "status-change",
    ]
    verdict, last = answer["results"][2:]
    assert verdict["claim"] == last["claim"] == history.key
    assert verdict["status_change"] is None and last["verdict"] is None
    assert verdict["verdict"] == ask(f"verdicts/{Verdict.objects.get().number}/")
    row = Change.objects.get(position=4).status_change
    assert last["status_change"]["why"] == row.why
    assert last["at"] == f"{row.at:%Y-%m-%dT%H:%M:%S.%f}Z"
    assert (answer["last"], answer["more"]) == (4, False)


@pytest.mark.parametrize("size", [1, 2, 3, 100])
@pytest.mark.parametrize("looked_at", [1, 2, 5_000])
def test_a_mirror_misses_nothing_and_sees_nothing_twice(history, monkeypatch, size, looked_at):
    monkeypatch.setattr(changes, "LOOKED_AT", looked_at)
    for headers, expected in ((asking.HEADERS, [1, 2, 3, 4]), ({}, [3, 4])):
        monkeypatch.setattr(asking, "HEADERS", headers)
        answer, seen = ask("changes/", page_size=size), []
        while True:
            seen += [row["position"] for row in answer["results"]]
            if not answer["more"]:
                break
            answer = ask_link(answer["next"])
        assert seen == expected
        assert ask_link(answer["next"])["results"] == []


def test_what_is_published_later_never_turns_up_behind_a_reader(history, monkeypatch):
    """The draft is published: its old changes stay out, and the cursor of before still holds."""
    monkeypatch.setattr(asking, "HEADERS", {})
    before = ask("changes/")
    claim = history.figure.claims.exclude(pk=history.pk).get()
    verified(in_review(claim))
    placed()
    whole, later = ask("changes/"), ask_link(before["next"])
    assert whole["results"] == before["results"] + later["results"]
    assert [row["claim"] for row in later["results"]] == ["draft"]


@pytest.mark.parametrize("how", ["parameter", "accept"])
def test_a_change_a_line(history, how):
    query, accept = (
        ("?format=ndjson", "*/*") if how == "parameter" else ("", "application/x-ndjson")
    )
    response = Client().get(f"/api/v1/changes/{query}", headers={"Accept": accept})
    assert response["Content-Type"].partition(";")[0] == "application/x-ndjson"
    rows = [json.loads(line) for line in response.content.decode().splitlines()]
    assert rows == Client().get("/api/v1/changes/").json()["results"]
    assert "after=4" in response["Link"] and response["Link"].endswith('; rel="next"')


def test_an_empty_history():
    answer = ask("changes/", after=7)
    assert (answer["results"], answer["last"], answer["more"]) == ([], 7, False)
    assert answer["next"].endswith("after=7")


def test_what_is_refused():
    assert "from 0 to" in refusal("changes/", after="-1")["after"]
    assert "from 1 to 1000" in refusal("changes/", page_size=1001)["page_size"]
    assert "takes: after, format, page_size" in refusal("changes/", cursor="a")["cursor"]
