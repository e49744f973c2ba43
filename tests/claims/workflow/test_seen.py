"""Approval is of exactly what was seen: anything else is refused, with the difference."""

import pytest

from claims.drafting import change_claim
from claims.evidence import add_evidence, decide_evidence
from claims.models import Evidence, Transition, Verdict
from claims.workflow.seen import EvidenceChanged
from claims.workflow.steps import approve, reject
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person

from .ready import as_seen, checked, in_review

pytestmark = pytest.mark.django_db


def refused(claim, seen, verb=approve) -> EvidenceChanged:
    before = Transition.objects.count()
    with pytest.raises(EvidenceChanged) as found:
        verb(claim=claim, by=person(), **seen, reason="Because.")
    claim.refresh_from_db()
    assert claim.stage == "in-review"
    assert Transition.objects.count() == before
    assert not Verdict.objects.exists()
    return found.value


def add(claim, wording="8,000", **fields) -> Evidence:
    return add_evidence(
        claim=claim,
        passage=make.passage(make.document(f"There were {wording} troops.")),
        stance="conflicts",
        wording=wording,
        period=claim.reported_period,
        state="accepted",
        at=TODAY,
        **fields,
    )


@pytest.mark.parametrize("verb", [approve, reject])
def test_new_evidence_is_told_as_added(verb):
    claim = in_review()
    seen = as_seen(claim)
    new = add(claim)
    error = refused(claim, seen, verb)
    told = error.difference
    assert [step["id"] for step in told.added] == [new.key]
    assert (told.removed, told.changed, told.claim) == ((), (), ())
    assert [(c.name, c.before, c.after) for c in told.result] == [
        ("status", "single-source", "contested")
    ]
    assert "evidence: 1 added; status: single-source → contested" in str(error)


def test_withdrawn_evidence_is_told_as_removed():
    claim = in_review()
    seen, row = as_seen(claim), claim.evidence.get()
    decide_evidence(evidence=row, state="withdrawn", at=TODAY)
    told = refused(claim, seen).difference
    assert [step["id"] for step in told.removed] == [row.key]
    assert (told.added, told.changed) == ((), ())


def test_changed_evidence_is_told_with_what_changed():
    claim = in_review()
    seen, row = as_seen(claim), claim.evidence.get()
    Evidence.objects.filter(pk=row.pk).update(**make.reported("5,100", "July 2020", claim.figure))
    told = refused(claim, seen).difference
    (step,) = told.changed
    assert step.id == row.key
    changes = {change.name: (change.before, change.after) for change in step.changes}
    assert changes["wording"] == ("5,000", "5,100")
    assert (told.added, told.removed) == ((), ())


def test_a_change_of_the_claim_itself_is_told():
    claim = in_review()
    seen = as_seen(claim)
    changed = change_claim(
        claim=claim, at=TODAY, statement="Another statement.", wording="about 5,200"
    )
    told = refused(changed, seen).difference
    names = {change.name: (change.before, change.after) for change in told.claim}
    assert names["statement"] == (claim.statement, "Another statement.")
    assert names["wording"] == ("approximately 5,000", "about 5,200")


def test_a_change_of_words_that_leaves_the_evidence_as_it_was_is_refused_too():
    claim = in_review()
    seen = as_seen(claim)
    changed = change_claim(claim=claim, at=TODAY, statement="Quite another statement.")
    assert changed.fingerprint == claim.fingerprint
    error = refused(changed, seen)
    assert [change.name for change in error.difference.claim] == ["statement"]


def test_evidence_changed_by_raw_sql_is_noticed():
    claim = in_review()
    seen = as_seen(claim)
    claim.evidence.update(state="rejected")
    told = refused(claim, seen).difference
    assert len(told.removed) == 1


def test_what_was_never_shown_is_refused_without_a_difference():
    claim = in_review()
    error = refused(claim, as_seen(claim) | {"seen_fingerprint": "0" * 64})
    assert error.difference is None
    assert "no longer what you saw" in str(error)


def test_what_changed_and_changed_back_is_what_was_seen():
    claim = in_review()
    seen = as_seen(claim)
    new = add(claim)
    decide_evidence(evidence=new, state="rejected", at=TODAY)
    approve(claim=claim, by=person(), **seen, reason="Because.")
    assert claim.stage == "verified"


def test_after_the_refusal_the_error_says_what_to_look_at_next():
    claim = in_review()
    seen = as_seen(claim)
    add(claim)
    error = refused(claim, seen)
    claim.refresh_from_db()
    approve(claim=claim, by=person(), **as_seen(error.claim), reason="Now I have seen it.")
    assert claim.stage == "verified"


def test_a_draft_leaves_its_words_behind_but_no_explanations():
    claim = checked()
    add(claim)
    assert not claim.earlier.exists()
    change_claim(claim=claim, at=TODAY, statement="Otherwise.")
    row = claim.earlier.get()
    assert (row.version, row.statement, row.explanation) == (1, claim.statement, {})
