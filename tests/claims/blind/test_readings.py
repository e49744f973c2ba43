"""Blind reading: what each person may do, and what becomes of two readings."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from claims.blind.readings import adjudicate, disagreement, hand_in, mark_blind
from claims.blind.statistics import agreements
from claims.models import Adjudication, BlindReading, Evidence
from tests.claims import make
from tests.claims.blind.reading import JULY, NOW, differing, marked, read
from tests.claims.make import TODAY
from tests.claims.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def blind():
    """A claim marked for blind reading, with a passage to read."""
    return marked()


def test_two_readings_that_say_the_same_become_accepted_evidence(blind):
    read(blind, person("annotator"), wording="5,000")
    assert not Evidence.objects.exists()
    read(blind, person("annotator"), wording="5,000")
    filed = Evidence.objects.get()
    assert (filed.state, filed.stance, filed.wording) == ("accepted", "supports", "5,000")
    blind[0].refresh_from_db()
    assert blind[0].status == "single-source"


def test_readings_that_differ_wait_for_a_third_person(blind):
    read(blind, person("annotator"), "supports")
    read(blind, person("annotator"), "context")
    assert not Evidence.objects.exists()
    claim, passage = blind
    assert {r.stance for r in disagreement(claim=claim, passage=passage)} == {"supports", "context"}


def test_a_different_number_is_a_difference_too(blind):
    read(blind, person("annotator"), wording="5,000")
    read(blind, person("annotator"), wording="about 5,000")
    assert len(disagreement(claim=blind[0], passage=blind[1])) == 2


def test_the_same_number_in_other_words_is_none(blind):
    read(blind, person("annotator"), wording="about 5,000")
    read(blind, person("annotator"), wording="approximately 5,000")
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize(
    ("ruling", "given", "stance", "wording"),
    [
        pytest.param("first", {}, "conflicts", "9,000", id="the first shown is right"),
        pytest.param("second", {}, "supports", "5,000", id="the second shown is right"),
        pytest.param(
            "both-wrong",
            {"stance": "context", "wording": "7,000", "period": JULY},
            "context",
            "7,000",
            id="both are wrong, and this is right",
        ),
    ],
)
def test_the_adjudicator_rules_and_the_evidence_follows(blind, ruling, given, stance, wording):
    claim, passage = differing(blind)
    adjudicate(
        claim=claim,
        passage=passage,
        by=person("adjudicator"),
        ruling=ruling,
        reason="Read it myself.",
        now=NOW,
        at=TODAY,
        **given,
    )
    filed = Evidence.objects.get()
    assert (filed.stance, filed.wording, filed.note) == (stance, wording, "Read it myself.")
    with pytest.raises(ValidationError, match="already"):
        disagreement(claim=claim, passage=passage)


def ruled(blind, **given):
    claim, passage = blind
    given = {"by": None, "ruling": "first", "reason": "Because."} | given
    given["by"] = given["by"] or person("adjudicator")
    return adjudicate(claim=claim, passage=passage, now=NOW, at=TODAY, **given)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        pytest.param({"ruling": "both-wrong"}, "which stance is right", id="both wrong, but what"),
        pytest.param({"reason": " "}, "needs a reason", id="no reason"),
        pytest.param({"ruling": "neither"}, "one of", id="an unknown ruling"),
    ],
)
def test_a_ruling_is_refused(blind, given, told):
    differing(blind)
    with pytest.raises(ValidationError, match=told):
        ruled(blind, **given)
    assert not Adjudication.objects.exists()


def test_readers_do_not_rule_on_themselves(blind):
    both = person("adjudicator")
    read(blind, both, "supports")
    read(blind, person("annotator"), "context")
    with pytest.raises(ValidationError, match="third person"):
        ruled(blind, by=both)


def test_ruling_needs_the_right_to(blind):
    differing(blind)
    with pytest.raises(PermissionDenied):
        ruled(blind, by=person("annotator"))


def test_a_reading_that_is_handed_in_stands(blind):
    reader = person("annotator")
    handed_in = read(blind, reader)
    with pytest.raises(ValidationError, match="it stands"):
        read(blind, reader, "context", handed_in=False)
    with pytest.raises(ValidationError, match="it stands"):
        hand_in(reading=handed_in, by=reader, now=NOW, at=TODAY)
    with pytest.raises(IntegrityError, match="stands as it is"), transaction.atomic():
        BlindReading.objects.filter(pk=handed_in.pk).update(stance="context")


def test_a_draft_may_be_changed_and_counts_for_nothing(blind):
    reader = person("annotator")
    read(blind, reader, "supports", handed_in=False)
    assert read(blind, reader, "context", handed_in=False).stance == "context"
    assert agreements().overall.items == 0


def test_a_third_reader_is_not_needed(blind):
    for _ in range(2):
        read(blind, person("annotator"))
    with pytest.raises(ValidationError, match="that is enough"):
        read(blind, person("annotator"))


def test_nobody_hands_in_for_someone_else(blind):
    draft = read(blind, person("annotator"), handed_in=False)
    with pytest.raises(PermissionDenied):
        hand_in(reading=draft, by=person("annotator"), now=NOW, at=TODAY)


def test_a_claim_that_is_not_marked_is_not_read_blind():
    with pytest.raises(ValidationError, match=r"Neither claim .* is marked"):
        read((make.claim(), make.passage()), person("annotator"))


def test_the_mark_stays_once_something_is_read(blind):
    read(blind, person("annotator"))
    with pytest.raises(ValidationError, match="stays marked"):
        mark_blind(claim=blind[0], by=person(), blind=False)


def test_marking_needs_the_right_to():
    with pytest.raises(PermissionDenied):
        mark_blind(claim=make.claim(), by=person("annotator"))


def test_agreement_is_told_per_pair_figure_and_month(blind):
    ann, bob = person("annotator", name="ann"), person("annotator", name="bob")
    claim, _ = blind
    stances = [("supports", "supports"), ("context", "context"), ("supports", "context")]
    for first, second in stances:
        item = (claim, make.passage())
        read(item, bob, first)
        read(item, ann, second)
    found = agreements()
    assert (found.overall.items, found.overall.same) == (3, 2)
    assert [(line.name, line.items) for line in found.by_pair] == [("ann and bob", 3)]
    # Two of three the same; by chance 2/3 × 1/3 + 1/3 × 2/3 = 4/9: (2/3 − 4/9) / (5/9) = 2/5.
    assert found.by_pair[0].kappa * 5 == 2
    assert [line.name for line in found.by_figure] == ["us-troops-iraq"]
    assert [line.name for line in found.by_month] == ["2024-02"]
