"""The verbs: what each writes, and what each refuses without writing anything."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from claims.drafting import change_claim, delete_claim
from claims.models import Claim, Transition, Verdict
from claims.workflow.rules import RULES, STAGES, why_not
from claims.workflow.steps import approve, reject, reopen, submit
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person

from .ready import NOW, WHEN, as_seen, at_stage, checked, in_review, reopened, verified

pytestmark = pytest.mark.django_db


def take(step: str, claim: Claim, by):
    verb = {"submit": submit, "approve": approve, "reject": reject, "reopen": reopen}[step]
    seen = as_seen(claim) if RULES[step].as_seen else WHEN
    return verb(claim=claim, by=by, reason="Because.", **seen)


def test_submitting_records_who_when_why_and_what_they_saw():
    claim, by = checked(), person("annotator")
    made = submit(claim=claim, by=by, reason=" Ready. ", **WHEN)
    claim.refresh_from_db()
    assert claim.stage == "in-review"
    assert (made.step, made.from_stage, made.to_stage) == ("submit", "draft", "in-review")
    assert (made.by, made.at, made.reason) == (by, NOW, "Ready.")
    assert (made.fingerprint, made.version) == (claim.fingerprint, claim.version)


def test_approval_publishes_the_claim_as_it_stands():
    submitter, approver = person("annotator"), person()
    claim = in_review(by=submitter)
    verdict = approve(claim=claim, by=approver, **as_seen(claim), reason="Read it twice.")
    assert claim.stage == "verified"
    assert verdict.kind == "verdict"
    assert (verdict.low, verdict.best, verdict.high) == (4500, 5000, 5500)
    assert (verdict.wording, verdict.unit) == ("approximately 5,000", "troops")
    assert verdict.statement == claim.statement
    assert verdict.period.lower == date(2020, 7, 1)
    assert (verdict.rating, verdict.computed) == ("single-source", "single-source")
    assert verdict.fingerprint == claim.fingerprint
    assert (verdict.submitted_by, verdict.approved_by) == (submitter, approver)
    assert (verdict.reason, verdict.at, verdict.supersedes) == ("Read it twice.", NOW, None)
    assert claim.transitions.last().step == "approve"


def test_a_claim_without_a_number_is_published_without_one():
    claim = make.claim(figure=None)
    make.evidence(claim)
    verdict = verified(in_review(checked(claim))).verdicts.get()
    assert (verdict.low, verdict.best, verdict.high, verdict.figure) == (None, None, None, None)


def test_the_reviewers_rating_may_differ_from_the_computed_one():
    claim = verified(rating="corroborated")
    verdict = claim.verdicts.get()
    assert (verdict.rating, verdict.computed) == ("corroborated", "single-source")


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("step", RULES)
def test_every_step_in_every_stage_is_taken_or_refused_as_the_table_says(step, stage):
    claim, by = at_stage(stage), person()
    before = Transition.objects.count()
    refusal = why_not(step, stage)
    if refusal is None:
        take(step, claim, by)
        claim.refresh_from_db()
        assert claim.stage == RULES[step].to
        assert Transition.objects.count() == before + 1
    else:
        with pytest.raises(ValidationError, match=refusal):
            take(step, claim, by)
        claim.refresh_from_db()
        assert claim.stage == stage
        assert Transition.objects.count() == before


@pytest.mark.parametrize(
    ("step", "role"),
    [
        (step, role)
        for step in RULES
        for role in (None, "editor", "annotator")
        if (step, role) != ("submit", "annotator")
    ],
)
def test_a_step_needs_its_permission(step, role):
    stage = RULES[step].before[0]
    claim = at_stage(stage)
    with pytest.raises(PermissionDenied, match=rf"may not {step} claims \(permission claims\."):
        take(step, claim, person(role))
    claim.refresh_from_db()
    assert claim.stage == stage


@pytest.mark.parametrize("step", ["approve", "reject", "reopen"])
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_decision_needs_a_reason(step, reason):
    claim = at_stage(RULES[step].before[0])
    verb = {"approve": approve, "reject": reject, "reopen": reopen}[step]
    seen = as_seen(claim) if RULES[step].as_seen else WHEN
    with pytest.raises(ValidationError, match="Say why"):
        verb(claim=claim, by=person(), reason=reason, **seen)


@pytest.mark.parametrize("step", ["approve", "reject"])
def test_four_eyes_the_one_who_submits_decides_nothing(step):
    reviewer = person()
    claim = in_review(by=reviewer)
    with pytest.raises(ValidationError, match=f"you submitted .* someone else must {step} it"):
        take(step, claim, reviewer)


def test_four_eyes_the_earlier_submitter_of_a_reopened_claim_may_approve():
    first, second = person(), person()
    claim = reopened(verified(in_review(by=first), by=second), by=second)
    in_review(claim, by=second)
    take("approve", claim, first)
    assert claim.stage == "verified"


def test_four_eyes_nobody_approves_what_they_wrote_after_the_submission():
    claim, reviewer = in_review(), person()
    claim = change_claim(claim=claim, at=TODAY, by=reviewer, wording="about 5,200")
    with pytest.raises(ValidationError, match=r"you changed claim .* after it was submitted"):
        take("approve", claim, reviewer)
    take("approve", claim, person())
    assert claim.stage == "verified"


def test_who_changed_nothing_may_approve():
    claim, reviewer = in_review(), person()
    claim = change_claim(claim=claim, at=TODAY, by=reviewer, wording=claim.wording)
    take("approve", claim, reviewer)
    assert claim.stage == "verified"


def test_the_database_knows_four_eyes_too():
    reviewer = person()
    claim = in_review(by=reviewer)
    row = {
        "claim": claim,
        "step": "approve",
        "from_stage": "in-review",
        "to_stage": "verified",
        "at": NOW,
        "reason": "Because.",
        "fingerprint": claim.fingerprint,
    }
    submitter = pytest.raises(IntegrityError, match="four eyes: the one who submitted")
    with submitter, transaction.atomic():
        Transition.objects.create(by=reviewer, version=claim.version, **row)
    other = person()
    change_claim(claim=claim, at=TODAY, by=other, note="Looked up.")
    with pytest.raises(IntegrityError, match="four eyes: who changed a claim in review"):
        Transition.objects.create(by=other, version=2, **row)


def test_the_stage_moves_by_the_verbs_alone():
    claim = in_review()
    with pytest.raises(IntegrityError, match="claim's stage follows its way through review"):
        Claim.objects.filter(pk=claim.pk).update(stage="verified")


def test_a_step_leaves_the_switch_off():
    claim = in_review()
    take("approve", claim, person())
    with pytest.raises(IntegrityError, match="claim's stage follows its way through review"):
        Claim.objects.filter(pk=claim.pk).update(stage="draft")


def test_a_merged_claim_is_not_submitted():
    claim, target = checked(), checked()
    Claim.objects.filter(pk=claim.pk).update(merged_into=target)
    with pytest.raises(ValidationError, match=f"was merged into “{target.key}”: submit that one"):
        submit(claim=claim, by=person(), **WHEN)


def test_a_claim_that_was_never_computed_is_computed_when_submitted():
    claim = make.claim()
    made = submit(claim=claim, by=person(), **WHEN)
    claim.refresh_from_db()
    assert made.fingerprint == claim.fingerprint != ""


def test_an_unknown_rating_is_refused():
    claim = in_review()
    with pytest.raises(ValidationError, match="A rating is one of: unsupported"):
        approve(claim=claim, by=person(), **as_seen(claim), reason="So.", rating="true")
    assert not Verdict.objects.exists()


def test_a_verified_claim_is_reopened_before_it_is_changed():
    claim = verified()
    words = "is verified: reopen it before you change it"
    with pytest.raises(ValidationError, match=words):
        change_claim(claim=claim, at=TODAY, wording="6,000")
    with pytest.raises(IntegrityError, match=words), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(wording="6,000")
    reopened(claim)
    assert change_claim(claim=claim, at=TODAY, wording="6,000").wording == "6,000"


def test_a_claim_with_a_way_through_review_is_not_deleted():
    claim = make.claim()
    submit(claim=claim, by=person(), **WHEN)
    with pytest.raises(ValidationError, match="has a way through review and stays"):
        delete_claim(claim=claim)


def test_a_changed_draft_is_deleted_with_what_it_once_said():
    claim = make.claim()
    change_claim(claim=claim, at=TODAY, wording="6,000")
    assert claim.earlier.exists()
    delete_claim(claim=claim)
    assert not Claim.objects.exists()
