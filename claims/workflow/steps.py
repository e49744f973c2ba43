"""The verbs of the workflow: submit, approve, correct, reject, reopen, withdraw_verdict.

Each checks the permission of `by`, locks, checks, and writes the transition, the claim's stage
and, where something is published or withdrawn, a verdict, in one transaction. `now` is the moment
that is recorded, `at` the day for which currency is judged.

All raise PermissionDenied, or ValidationError in plain words, and then change nothing. What was
seen is named by the claim's `fingerprint` and `version`; EvidenceChanged tells what is different.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from claims.locks import lock_claim, share_inputs
from claims.models import Claim, Transition, Verdict
from claims.models.choices import Stage, Status, Step, VerdictKind
from claims.recheck import recheck_locked
from claims.saving import save_valid
from factcheck.history.who import in_history

from .rules import RULES, WITHDRAW_PERMISSION, Rule, why_not
from .seen import refuse_unless_seen
from .stages import move
from .verdicts import latest_verdict, publish, published_by, withdrawal_of


@in_history
@transaction.atomic
def submit(*, claim: Claim, by: Any, now: datetime, at: date, reason: str = "") -> Transition:
    """Hand a draft, or a reopened claim, to another person for review."""
    row = _ready(claim, RULES[Step.SUBMIT], by, reason, at)
    return _record(row, RULES[Step.SUBMIT], by, now, reason)


@in_history
@transaction.atomic
def approve(
    *,
    claim: Claim,
    by: Any,
    seen_fingerprint: str,
    seen_version: int,
    reason: str,
    now: datetime,
    at: date,
    rating: str | None = None,
) -> Verdict:
    """Verify a claim in review, exactly as seen, and publish a verdict on it.

    rating  the reviewers' status; None: the computed one
    """
    return _publish(
        VerdictKind.VERDICT, claim, by, (seen_fingerprint, seen_version), reason, now, at, rating
    )


@in_history
@transaction.atomic
def correct(
    *,
    claim: Claim,
    by: Any,
    seen_fingerprint: str,
    seen_version: int,
    reason: str,
    now: datetime,
    at: date,
    rating: str | None = None,
) -> Verdict:
    """As `approve`, for a claim whose published verdict was wrong: says so beside the new one."""
    return _publish(
        VerdictKind.CORRECTION, claim, by, (seen_fingerprint, seen_version), reason, now, at, rating
    )


@in_history
@transaction.atomic
def reject(
    *,
    claim: Claim,
    by: Any,
    seen_fingerprint: str,
    seen_version: int,
    reason: str,
    now: datetime,
    at: date,
) -> Transition:
    """Turn down a claim in review. A verdict that is published already stays up."""
    rule = RULES[Step.REJECT]
    row = _ready(claim, rule, by, reason, at)
    refuse_unless_seen(row, fingerprint=seen_fingerprint, version=seen_version)
    return _record(row, rule, by, now, reason)


@in_history
@transaction.atomic
def reopen(*, claim: Claim, by: Any, reason: str, now: datetime, at: date) -> Transition:
    """Make a verified or rejected claim editable; what is published stays up meanwhile."""
    row = _ready(claim, RULES[Step.REOPEN], by, reason, at)
    return _record(row, RULES[Step.REOPEN], by, now, reason)


@in_history
@transaction.atomic
def withdraw_verdict(*, claim: Claim, by: Any, reason: str, now: datetime, at: date) -> Verdict:
    """Take down what is published on a claim, with nothing in its place.

    The claim is reopened first, and withdrawn by another person than the one who took the last
    step on it: four eyes.
    """
    _permit(by, WITHDRAW_PERMISSION, "withdraw verdicts")
    _require_reason(reason)
    share_inputs()
    row = lock_claim(claim)
    live = latest_verdict(row)
    if live is None or live.kind == VerdictKind.WITHDRAWAL:
        raise ValidationError(f"Nothing is published on claim “{row.key}” that could be withdrawn.")
    if row.stage == Stage.VERIFIED:
        raise ValidationError(f"Claim “{row.key}” is verified: reopen it before you withdraw it.")
    last = row.transitions.last()
    if last.by_id == by.pk:
        raise ValidationError(
            f"Four eyes: you {RULES[last.step].done} this claim, so someone else must withdraw it."
        )
    verdict = withdrawal_of(live, row, asked_by=last.by, by=by, reason=reason.strip(), now=now)
    publish(verdict)
    recheck_locked(claim=row, at=at)
    claim.refresh_from_db()
    return verdict


def _publish(
    kind: str,
    claim: Claim,
    by: Any,
    seen: tuple[str, int],
    reason: str,
    now: datetime,
    at: date,
    rating: str | None,
) -> Verdict:
    rule = RULES[Step.APPROVE]
    if rating is not None and rating not in Status.values:
        raise ValidationError({"rating": [f"A rating is one of: {', '.join(Status.values)}."]})
    row = _ready(claim, rule, by, reason, at)
    fingerprint, version = seen
    refuse_unless_seen(row, fingerprint=fingerprint, version=version)
    previous = latest_verdict(row)
    if kind == VerdictKind.CORRECTION and (
        previous is None or previous.kind == VerdictKind.WITHDRAWAL
    ):
        raise ValidationError(f"Nothing is published on claim “{row.key}” to correct: approve it.")
    submitted = _submission(row)
    _record(row, rule, by, now, reason)
    verdict = published_by(
        row,
        kind=kind,
        rating=rating or row.status,
        submitted_by=submitted.by,
        by=by,
        reason=reason.strip(),
        now=now,
        supersedes=previous,
    )
    publish(verdict)
    recheck_locked(claim=row, at=at)  # a verdict may settle, or raise, a reason for review
    claim.refresh_from_db()
    return verdict


def _ready(claim: Claim, rule: Rule, by: Any, reason: str, at: date) -> Claim:
    """The claim, locked and rechecked, once it is sure that `by` may take this step on it."""
    _permit(by, rule.permission, f"{rule.step} claims")
    if rule.says_why:
        _require_reason(reason)
    share_inputs()
    row = lock_claim(claim)
    if refusal := why_not(rule.step, row.stage):
        raise ValidationError(f"Claim “{row.key}” cannot be {rule.done}: {refusal}.")
    if row.merged_into_id and rule.step == Step.SUBMIT:
        raise ValidationError(
            f"Claim “{row.key}” was merged into “{row.merged_into.key}”: submit that one."
        )
    if rule.four_eyes:
        _refuse_own_work(row, rule, by)
    recheck_locked(claim=row, at=at)  # raw SQL may have written its evidence
    return row


def _permit(by: Any, permission: str, what: str) -> None:
    if not by.has_perm(permission):
        raise PermissionDenied(
            f"{by.get_username() or 'Someone who is not signed in'} may not {what} "
            f"(permission {permission}): see docs/roles.md for the roles that may."
        )


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise ValidationError({"reason": ["Say why: this step needs a reason."]})


def _refuse_own_work(claim: Claim, rule: Rule, by: Any) -> None:
    submitted = _submission(claim)
    if submitted.by_id == by.pk:
        raise ValidationError(
            f"Four eyes: you submitted claim “{claim.key}”, so someone else must {rule.step} it."
        )
    changed = claim.version != submitted.version and claim.changed_by_id == by.pk
    if rule.step == Step.APPROVE and changed:
        raise ValidationError(
            f"Four eyes: you changed claim “{claim.key}” after it was submitted, so someone else "
            "must approve it."
        )


def _submission(claim: Claim) -> Transition:
    """How the claim came into review; a claim in review has one."""
    return claim.transitions.filter(step=Step.SUBMIT).select_related("by").latest("pk")


def _record(row: Claim, rule: Rule, by: Any, now: datetime, reason: str) -> Transition:
    transition = Transition(
        claim=row,
        step=rule.step,
        from_stage=row.stage,
        to_stage=rule.to,
        by=by,
        at=now,
        reason=reason.strip(),
        fingerprint=row.fingerprint,
        version=row.version,
    )
    save_valid(transition)
    move(row, rule.to)
    return transition
