"""Sections 5 and 7: one claim with its evidence, whole."""

from dataclasses import replace

import pytest

from claims.consistency import CONFIG, ENGINE_VERSION, Quote, assess
from claims.consistency.assess import fingerprint

from .rows import CLAIM, WITHOUT_NUMBER, counts, row, stance, weigh
from .shown import report


def test_a_claim_without_any_evidence_is_unsupported():
    found = weigh()
    assert (found.status, counts(found), found.origins, found.documents) == (
        "unsupported",
        (0, 0, 0),
        0,
        0,
    )
    assert found.explanation["steps"] == []


def test_the_order_of_evidence_plays_no_part():
    rows = [row("b", "2,500"), row("a"), row("c", stance="context")]
    assert weigh(*rows) == weigh(*reversed(rows))


def test_an_events_date_is_assessed_by_its_period():
    claim = report(None, "2020-01-01/2020-01-31", nature="event-date", id="claim")
    said = {"nature": "event-date", "scope": None}
    found = weigh(
        row("a", None, "2020-01-03", **said), row("b", None, "2020-02-03", **said), claim=claim
    )
    assert (found.status, counts(found)) == ("contested", (1, 1, 0))


def test_a_claim_with_an_unknown_number_has_no_support():
    claim = report("declined to say", "2020-07-15", id="claim", scope="Iraq")
    assert weigh(row("a", stance="supports"), claim=claim).status == "unsupported"


def test_a_self_contradicting_document_beside_two_that_agree_is_contested():
    rows = [
        row("a"),
        row("b"),
        row("c", "5,200", document="d"),
        row("d", "2,500", document="d"),
    ]
    assert counts(weigh(*rows)) == (2, 0, 1)
    assert weigh(*rows).status == "contested"


CHANGES = {
    "a quote": {"quote": Quote("about 5,200", 3, 14)},
    "a stance": {"stance": "supports"},
    "a document": {"document": "other"},
    "a reliability": {"reliability": "C"},
    "a value": {"wording": "5,201"},
    "a period": {"period": "2020-07-02/2020-07-31"},
    "a scope": {"scope": "Iraq and Syria"},
    "a mark": {"marks": {"split": True}},
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_fingerprint_covers_what_the_explanation_shows_of_evidence(change):
    other = row("a", **CHANGES[change])
    assert weigh(other).fingerprint != weigh(row("a")).fingerprint


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(
            report("approximately 5,000", "2020-07-15", id="claim", scope="Iraq"), id="its period"
        ),
        pytest.param(report("5,000", "2020-07-15", id="claim", scope="Iraq"), id="its wording"),
    ],
)
def test_the_fingerprint_covers_the_claim(claim):
    assert weigh(row("a"), claim=claim).fingerprint != weigh(row("a")).fingerprint


def test_the_fingerprint_covers_whether_the_claim_is_about_now():
    assert weigh(row("a"), about_now=True).fingerprint != weigh(row("a")).fingerprint


def test_the_fingerprint_covers_which_evidence_is_one_origin():
    apart = weigh(row("a", origins=("x",)), row("b", origins=("y",)))
    together = weigh(row("a", origins=("x",)), row("b", origins=("x",)))
    assert apart.fingerprint != together.fingerprint


def test_evidence_that_is_not_counted_is_shown_and_so_covered():
    context = row("b", stance="context")
    assert weigh(row("a"), context).fingerprint != weigh(row("a")).fingerprint


@pytest.mark.parametrize("state", ["proposed", "rejected", "withdrawn"])
def test_evidence_that_is_not_accepted_is_not_covered(state):
    assert weigh(row("a"), row("b", state=state)) == weigh(row("a"))


@pytest.mark.parametrize("name", ["ENGINE_VERSION", "CONFIG"])
def test_the_fingerprint_covers_the_versions(name, monkeypatch):
    before = fingerprint(CLAIM, [], about_now=False)
    other = "other" if name == "ENGINE_VERSION" else replace(CONFIG, version="other")
    monkeypatch.setitem(assess.__globals__, name, other)
    assert fingerprint(CLAIM, [], about_now=False) != before


def test_the_explanation_carries_the_versions():
    explanation = weigh(row("a")).explanation
    assert (explanation["engine"], explanation["config"]) == (ENGINE_VERSION, CONFIG.version)


def test_stances_speak_where_the_claim_has_no_number():
    rows = [stance("a", "supports"), stance("b", "supports"), stance("c", "context")]
    assert weigh(*rows, claim=WITHOUT_NUMBER).status == "corroborated"
