"""Verbs on evidence: add, change, decide; the claim is rechecked each time."""

import pytest
from django.core.exceptions import ValidationError

from claims.consistency import read_period
from claims.evidence import add_evidence, change_evidence, decide_evidence
from claims.models import Evidence

from . import make

pytestmark = pytest.mark.django_db

JULY = read_period("July 2020")


def add(claim, **fields):
    defaults = {"stance": "supports", "wording": "5,000", "period": JULY, "state": "accepted"}
    passage = fields.pop("passage", None) or make.passage()
    return add_evidence(claim=claim, passage=passage, at=make.TODAY, **defaults | fields)


def status(claim) -> str:
    claim.refresh_from_db()
    return claim.status


def test_accepted_evidence_counts_at_once():
    claim = make.claim()
    add(claim)
    assert status(claim) == "single-source"
    add(claim)
    assert status(claim) == "corroborated"


def test_evidence_is_only_proposed_until_someone_accepts_it():
    claim = make.claim()
    evidence = add_evidence(
        claim=claim,
        passage=make.passage(),
        stance="supports",
        wording="5,000",
        period=JULY,
        at=make.TODAY,
    )
    assert (evidence.state, status(claim)) == ("proposed", "unsupported")


@pytest.mark.parametrize(
    ("state", "then"),
    [
        ("accepted", "single-source"),
        ("rejected", "unsupported"),
        ("withdrawn", "unsupported"),
        ("proposed", "unsupported"),
    ],
)
def test_a_decision_is_told_in_the_status(state, then):
    claim = make.claim()
    evidence = add(claim, state="accepted" if state != "accepted" else "proposed")
    decide_evidence(evidence=evidence, state=state, at=make.TODAY)
    assert status(claim) == then


def test_keys_are_the_claims_with_a_number():
    claim = make.claim(key="troops")
    assert [add(claim).key for _ in range(3)] == ["troops.1", "troops.2", "troops.3"]


def test_a_free_number_is_found_where_one_is_taken():
    claim = make.claim(key="troops")
    add(claim, key="troops.2")
    assert add(claim).key == "troops.3"


def test_the_wording_is_read_in_the_unit_of_the_figure():
    evidence = add(make.claim(), wording="more than 4,500")
    assert (evidence.hedge, evidence.unit) == ("more-than", "troops")
    assert str(evidence.quantity.reading.low) == "4501"


def test_a_change_is_rechecked():
    claim = make.claim()
    evidence = add(claim)
    changed = change_evidence(evidence=evidence, at=make.TODAY, wording="7,000", stance="conflicts")
    assert (changed.wording, status(claim)) == ("7,000", "challenged")


def test_only_what_is_named_changes():
    evidence = add(make.claim(), note="kept")
    changed = change_evidence(evidence=evidence, at=make.TODAY, period=read_period("2020-07-02"))
    assert (changed.note, changed.wording) == ("kept", "5,000")


def test_a_correction_stops_what_it_corrects_from_counting():
    claim = make.claim()
    document = make.document("First 7,000. Later 5,000.")
    wrong = add(claim, passage=make.passage(document, "First 7,000"), wording="7,000")
    assert status(claim) == "challenged"
    add(claim, passage=make.passage(document, "Later 5,000"), corrects=wrong)
    assert status(claim) == "single-source"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"stance": "likes"}, "not a valid choice"),
        ({"state": "maybe"}, "not a valid choice"),
        ({"wording": "a lot"}, "a lot"),
        ({"modality": "rumour"}, "not a valid choice"),
        ({"note": "a\0b"}, "NUL"),
        ({"key": "Not A Key"}, "key must start with"),
    ],
    ids=["stance", "state", "no number", "modality", "NUL", "key"],
)
def test_refused(fields, message):
    claim = make.claim()
    with pytest.raises(ValidationError, match=message):
        add(claim, **fields)
    assert not Evidence.objects.exists()


def test_a_number_on_a_claim_without_a_figure_is_refused():
    with pytest.raises(ValidationError, match="needs a figure"):
        add(make.claim(figure=None))


def test_the_same_passage_with_the_same_words_is_refused():
    claim, passage = make.claim(), make.passage()
    add(claim, passage=passage)
    with pytest.raises(ValidationError, match="claim, passage, wording"):
        add(claim, passage=passage)


def test_a_correction_of_another_claims_evidence_is_refused():
    other = add(make.claim())
    with pytest.raises(ValidationError, match="evidence on another claim"):
        add(make.claim(), corrects=other)


def test_evidence_does_not_move_to_another_claim():
    with pytest.raises(TypeError, match="claim"):
        change_evidence(evidence=add(make.claim()), at=make.TODAY, claim=make.claim())
