"""`manage.py assess`."""

import pytest

from .lines import lines, run

CLAIM = {"wording": "approximately 5,000", "nature": "stock", "period": "July 2020"}
AGREES = {**CLAIM, "wording": "5,200", "stance": "supports", "reliability": "B"}
DIFFERS = {**CLAIM, "wording": "2,500", "stance": "conflicts", "reliability": "B"}


def assess(monkeypatch, *evidence, **line):
    given = {"claim": CLAIM, "evidence": list(evidence), **line}
    answers, code = run("assess", lines(given), monkeypatch)
    return answers[0] | {"code": code}


def test_the_answers_fields(monkeypatch):
    found = assess(monkeypatch, {**AGREES, "document": "d1", "origin": "Reuters"})
    assert set(found) - {"code"} == {
        *("status", "currency", "S", "X", "M", "origins", "documents", "needs_review", "reasons"),
        *("computed", "reviewer", "effective", "disagrees", "explanation", "fingerprint"),
    }
    assert (found["status"], found["S"], found["X"], found["M"]) == ("single-source", 1, 0, 0)
    assert len(found["fingerprint"]) == 64
    assert found["explanation"]["fingerprint"] == found["fingerprint"]


@pytest.mark.parametrize(
    ("evidence", "status"),
    [
        pytest.param([], "unsupported", id="none"),
        pytest.param([AGREES], "single-source", id="one"),
        pytest.param([AGREES, AGREES], "corroborated", id="two, though of the same words"),
        pytest.param(
            [{**AGREES, "origin": "Reuters"}, {**AGREES, "origin": "Reuters", "document": "d"}],
            "single-source",
            id="of one origin",
        ),
        pytest.param(
            [{**AGREES, "origins": ["x", "y"]}, {**AGREES, "origins": ["y"]}],
            "single-source",
            id="of a common upstream",
        ),
        pytest.param([DIFFERS, DIFFERS], "refuted", id="two against"),
        pytest.param([AGREES, DIFFERS], "contested", id="one each"),
        pytest.param(
            [{**AGREES, "document": "d"}, {**DIFFERS, "document": "d"}], "contested", id="mixed"
        ),
        pytest.param([{**AGREES, "state": "rejected"}], "unsupported", id="rejected"),
        pytest.param([{**AGREES, "reliability": "E"}], "unsupported", id="unreliable"),
        pytest.param(
            [{**AGREES, "reliability": None}] * 2, "single-source", id="a source nobody judged is F"
        ),
    ],
)
def test_status(evidence, status, monkeypatch):
    assert assess(monkeypatch, *evidence)["status"] == status


def test_a_claim_without_a_number_goes_by_stances(monkeypatch):
    rows = [{"stance": "supports", "reliability": "A"}, {"stance": "conflicts"}]
    found = assess(monkeypatch, *rows, claim={"id": "c"})
    assert (found["status"], found["S"], found["X"]) == ("contested", 1, 1)


def test_the_order_of_evidence_names_nothing(monkeypatch):
    there = assess(monkeypatch, AGREES, DIFFERS, {**AGREES, "document": "d"})
    back = assess(monkeypatch, {**AGREES, "document": "d"}, DIFFERS, AGREES)
    assert there == back


def test_a_claim_about_now_is_outdated_by_a_later_value(monkeypatch):
    later = {**AGREES, "wording": "2,500", "period": "2021-07-26", "stance": "context"}
    now = {**CLAIM, "about_now": True}
    assert assess(monkeypatch, AGREES, later, claim=now)["currency"] == "outdated"
    assert assess(monkeypatch, AGREES, later)["currency"] == "current"
    assert assess(monkeypatch, AGREES, claim=now, at="2026-01-01")["currency"] == "stale"


def test_evidence_is_read_in_the_light_of_the_claim(monkeypatch):
    found = assess(monkeypatch, {"wording": "7.5"}, claim={"wording": "more than 7"})
    assert found["S"] == 1


def test_verdicts_stand_beside_the_computed_status(monkeypatch):
    seen = assess(monkeypatch, AGREES)["fingerprint"]
    found = assess(
        monkeypatch, AGREES, verdicts=[{"status": "refuted", "by": "Ada", "fingerprint": seen}]
    )
    assert (found["computed"], found["effective"], found["disagrees"]) == (
        "single-source",
        "refuted",
        True,
    )
    assert found["reasons"] == []


def test_parts_are_declared_as_the_order_is(monkeypatch):
    whole = {**CLAIM, "scope": {"geography": "Iraq"}}
    rows = [{**CLAIM, "wording": "4,000", "scope": {"geography": g}} for g in ("north", "south")]
    first = {"parts": {"Iraq": ["north", "south"]}}
    answers, _ = run("assess", lines(first, {"claim": whole, "evidence": rows}), monkeypatch)
    assert answers[0]["reasons"] == ["sum-exceeds-whole"]


def test_a_quote_is_shown_with_its_place(monkeypatch):
    quote = {"exact": "5,200 soldiers", "start": 10, "end": 24}
    step = assess(monkeypatch, {**AGREES, "quote": quote})["explanation"]["steps"][0]
    assert step["quote"] == {**quote, "source": ""}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param({"evidence": []}, "claim: an object is expected", id="no claim"),
        pytest.param({"claim": {}, "evidence": {}}, "evidence: a list is expected", id="no list"),
        pytest.param({"claim": {}, "evidences": []}, "did you mean ‘evidence’?", id="misspelt"),
        pytest.param({"claim": {}, "evidence": ["5"]}, "evidence 1: an object", id="a row of text"),
        pytest.param(
            {"claim": {}, "evidence": [{}, {"stance": "agrees"}]},
            "evidence 2: stance is one of supports, conflicts, context",
            id="stance",
        ),
        pytest.param(
            {"claim": {}, "evidence": [{"reliability": "G"}]}, "reliability is one of", id="grade"
        ),
        pytest.param({"claim": {}, "evidence": [{"state": "new"}]}, "state is one of", id="state"),
        pytest.param(
            {"claim": {}, "evidence": [{"stanse": "supports"}]}, "did you mean ‘stance’?", id="row"
        ),
        pytest.param(
            {"claim": {}, "evidence": [{"id": "x"}, {"id": "x"}]}, "the same id", id="one id twice"
        ),
        pytest.param(
            {"claim": {}, "evidence": [{"quote": {"exact": "x", "start": "1"}}]},
            "quote: start and end are numbers",
            id="a place in words",
        ),
        pytest.param({"claim": {"wording": "5", "about_now": 1}}, "about_now", id="about now"),
        pytest.param({"claim": {}, "at": "today"}, "at: ‘today’ is not an ISO date", id="at"),
        pytest.param(
            {"claim": {}, "verdicts": [{}]}, "verdict 1: status: is missing", id="verdict"
        ),
    ],
)
def test_refused(line, complaint, monkeypatch):
    answers, code = run("assess", lines(line), monkeypatch)
    assert complaint in answers[0]["error"]
    assert code == 1
