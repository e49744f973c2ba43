"""Where stance and values differ: the sentence, and the reason why the reviewer knows better."""

import pytest

from claims.claim_desk.stance import ReasonChanged, difference_of, give_reason
from claims.models import Claim
from claims.recheck import recheck_claims
from tests.claims import make

pytestmark = pytest.mark.django_db


def step_of(wording: str, **fields) -> dict:
    """How one report weighs on a claim of about 5,000."""
    claim = make.claim()
    make.evidence(claim, wording, **fields)
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    claim.refresh_from_db()
    return claim.explanation["steps"][0]


@pytest.mark.parametrize(
    "wording, stance, said",
    [
        ("9,000", "supports", "says that it supports the claim; comparing the values finds that "
         "it conflicts with the claim. The values decide how it counts."),
        ("5,100", "conflicts", "says that it conflicts with the claim; comparing the values finds "
         "that it supports the claim. The values decide how it counts."),
        ("9,000", "context", "says that it is context only; comparing the values finds that it "
         "conflicts with the claim. It is not counted, since context never is."),
    ],
    ids=["value against, stance for", "value for, stance against", "value against, context"],
)  # fmt: skip
def test_the_difference_is_told_in_a_sentence(wording, stance, said):
    assert said in difference_of(step_of(wording, stance=stance))


@pytest.mark.parametrize(
    "wording, stance", [("5,100", "supports"), ("9,000", "conflicts")], ids=["for", "against"]
)
def test_nothing_is_told_where_both_agree(wording, stance):
    assert difference_of(step_of(wording, stance=stance)) == ""


def test_a_reason_is_kept_and_can_be_taken_back():
    row = make.evidence(make.claim(), "9,000", stance="supports")

    give_reason(evidence=row, reason="  Dependants were counted in. ", seen="", at=make.TODAY)
    row.refresh_from_db()
    assert row.stance_reason == "Dependants were counted in."

    give_reason(evidence=row, reason="", seen="Dependants were counted in.", at=make.TODAY)
    row.refresh_from_db()
    assert row.stance_reason == ""


def test_a_reason_does_not_change_how_the_evidence_counts():
    row = make.evidence(make.claim(), "9,000", stance="supports")
    give_reason(evidence=row, reason="Dependants were counted in.", seen="", at=make.TODAY)

    claim = Claim.objects.get()
    assert claim.explanation["steps"][0]["counts_as"] == "conflicts"
    assert claim.review_reasons == ["stance-differs"]


def test_the_reason_that_someone_else_wrote_meanwhile_is_not_overwritten():
    row = make.evidence(make.claim(), "9,000", stance="supports")
    give_reason(evidence=row, reason="Theirs.", seen="", at=make.TODAY)

    with pytest.raises(ReasonChanged, match="“Theirs") as refused:
        give_reason(evidence=row, reason="Mine.", seen="", at=make.TODAY)

    assert refused.value.evidence.stance_reason == "Theirs."
    row.refresh_from_db()
    assert row.stance_reason == "Theirs."
