"""Lost updates: the second of two people who save one claim gets a comparison."""

import pytest

from claims.consistency import read_period
from claims.drafting import change_claim
from claims.models import Claim
from claims.stale import StaleEdit
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person

pytestmark = pytest.mark.django_db


def test_the_second_save_is_refused_with_a_comparison():
    claim = make.claim(statement="There were troops.", note="Seen in a report.")
    change_claim(claim=claim, at=TODAY, seen_version=1, statement="Theirs.", claimant="Someone")
    with pytest.raises(StaleEdit) as found:
        change_claim(
            claim=claim, at=TODAY, seen_version=1, statement="Mine.", note="Mine, elsewhere."
        )
    error = found.value
    fields = {f.name: (f.saw, f.theirs, f.mine, f.collides) for f in error.fields}
    assert fields == {
        "statement": ("There were troops.", "Theirs.", "Mine.", True),
        "claimant": ("", "Someone", None, False),
        "note": ("Seen in a report.", "Seen in a report.", "Mine, elsewhere.", False),
    }
    assert error.claim.version == 2
    assert "statement is now “Theirs.”; claimant is now “Someone”" in str(error)
    claim.refresh_from_db()
    assert (claim.statement, claim.note) == ("Theirs.", "Seen in a report.")


def test_after_the_comparison_the_same_change_is_saved():
    claim = make.claim()
    change_claim(claim=claim, at=TODAY, statement="Theirs.")
    with pytest.raises(StaleEdit) as found:
        change_claim(claim=claim, at=TODAY, seen_version=1, statement="Mine.")
    seen = found.value.claim.version
    assert (
        change_claim(claim=claim, at=TODAY, seen_version=seen, statement="Mine.").statement
        == "Mine."
    )


def test_every_changeable_field_is_compared_in_words():
    claim, other = make.claim(), make.figure("nato-troops", subject=make.subject("NATO forces"))
    theirs = {
        "key": "another-key",
        "statement": "Theirs.",
        "claimant": "Someone",
        "made_on": read_period("5 July 2020"),
        "figure": other,
        "wording": "6,000",
        "period": read_period("August 2020"),
        "modality": "plan",
        "about_now": True,
        "example": True,
        "note": "Theirs.",
    }
    before = {"wording": claim.wording, "figure": str(claim.figure), "key": claim.key}
    change_claim(claim=claim, at=TODAY, **theirs)
    with pytest.raises(StaleEdit) as found:
        change_claim(claim=claim, at=TODAY, seen_version=1, wording="7,000")
    told = {field.name: field for field in found.value.fields}
    assert told.keys() == theirs.keys()
    assert {name: told[name].saw for name in before} == before
    assert (told["figure"].theirs, told["about_now"].theirs) == (str(other), "yes")
    assert (told["period"].saw, told["period"].theirs) == ("July 2020", "August 2020")
    assert (told["wording"].theirs, told["wording"].mine) == ("6,000", "7,000")


def test_evidence_and_stages_do_not_make_an_edit_stale():
    claim = make.claim()
    make.evidence(claim)
    Claim.objects.filter(pk=claim.pk).update(blind=True)
    change_claim(claim=claim, at=TODAY, seen_version=1, note="Mine.")


def test_without_a_version_the_change_is_written_whatever_was_there():
    claim = make.claim()
    change_claim(claim=claim, at=TODAY, note="Theirs.")
    assert change_claim(claim=claim, at=TODAY, note="An import's.").note == "An import's."


def test_the_claim_says_who_changed_it_last():
    claim, one, two = make.claim(), person(), person()
    assert change_claim(claim=claim, at=TODAY, by=one, note="One.").changed_by == one
    assert change_claim(claim=claim, at=TODAY, by=two, note="One.").changed_by == one
    assert change_claim(claim=claim, at=TODAY, by=two, note="Two.").changed_by == two
