"""The verb that merges a claim into the one that it repeats.

Every piece of evidence is kept: it goes over, or stays with the merged claim where the other one
has the same passage with the same wording already. Comments, blind readings and the way through
review stay where they are. Links to the merged claim lead to the other one from then on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from claims.locks import lock_claims, lock_figures, share_inputs
from claims.models import Assignment, Claim, Evidence, Merge, Verdict
from claims.models.choices import Stage
from claims.reading import reread_wording
from claims.recheck import recheck_touched
from claims.saving import save_valid
from factcheck.history.who import in_history

PERMISSION = "claims.merge_claim"


@dataclass(frozen=True)
class Kept:
    """Evidence that stays with the merged claim, and the same on the other one."""

    row: Evidence
    same: Evidence


@dataclass(frozen=True)
class Merged:
    """What a merge did. claim, into: as they are after it; was: the status of `into` before."""

    merge: Merge
    claim: Claim
    into: Claim
    was: str
    moved: list[Evidence]
    kept: list[Kept]


def seen_of(claim: Claim, into: Claim) -> str:
    """What a person sees of two claims, as one word: see `seen` of `merge_claims`."""
    return "-".join(f"{c.pk}.{c.version}.{c.fingerprint}" for c in (claim, into))


@in_history
@transaction.atomic
def merge_claims(
    *,
    claim: Claim,
    into: Claim,
    by: Any,
    reason: str,
    now: datetime,
    at: date,
    seen: str | None = None,
) -> Merged:
    """Merge `claim` into `into`, and recheck both.

    now   the moment that is recorded; `at`: the day for which currency is judged
    seen  `seen_of` the two when the person decided; refused when it is another by now

    Raises PermissionDenied, or ValidationError in plain words, and then changes nothing.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied(
            f"{by.get_username() or 'Someone who is not signed in'} may not merge claims "
            f"(permission {PERMISSION}): see docs/roles.md for the roles that may."
        )
    if not reason.strip():
        raise ValidationError({"reason": ["Say why the one claim repeats the other."]})
    share_inputs()
    claim, into = _locked(claim, into)
    _refuse(claim, into)
    if seen is not None and seen != seen_of(claim, into):
        raise ValidationError(
            "One of the two claims changed since you looked: see what a merge would do now, "
            "then decide again.",
            code="evidence-changed",
        )
    was = into.status
    moved, kept = _move_evidence(claim, into)
    for earlier in Claim.objects.filter(merged_into=claim).order_by("pk"):
        _lead(earlier, into)
    _lead(claim, into)
    Assignment.objects.filter(claim=claim, released_at=None).update(released_at=now)
    merge = Merge(
        claim=claim,
        into=into,
        by=by,
        at=now,
        reason=reason.strip(),
        moved=len(moved),
        kept=len(kept),
    )
    save_valid(merge)
    recheck_touched(claims=[claim.pk, into.pk], figures=[claim.figure_id, into.figure_id], at=at)
    claim.refresh_from_db()
    into.refresh_from_db()
    return Merged(merge, claim, into, was, moved, kept)


def preview_merge(*, claim: Claim, into: Claim, by: Any, now: datetime, at: date) -> Merged:
    """What `merge_claims` would do now: it is done, and undone. Raises what that raises."""
    with transaction.atomic():
        merged = merge_claims(claim=claim, into=into, by=by, reason="Preview.", now=now, at=at)
        transaction.set_rollback(True)
    return merged


def _locked(claim: Claim, into: Claim) -> tuple[Claim, Claim]:
    """Both as they are now, locked with their figures in the order that `claims.locks` sets."""
    if claim.pk == into.pk:
        raise ValidationError(f"Claim “{claim.key}” cannot be merged into itself.")
    figures = {claim.figure_id, into.figure_id}
    while True:
        lock_figures(figures)
        lock_claims([claim.pk, into.pk])
        rows = Claim.objects.with_figure().in_bulk([claim.pk, into.pk])
        now = {row.figure_id for row in rows.values()}
        if now <= figures:
            return rows[claim.pk], rows[into.pk]
        figures = now  # one of them moved to another figure since it was read


def _refuse(claim: Claim, into: Claim) -> None:
    for row in (claim, into):
        if row.merged_into_id:
            raise ValidationError(
                f"Claim “{row.key}” was merged into “{row.merged_into.key}” already: use that one."
            )
        if row.stage == Stage.VERIFIED:
            raise ValidationError(
                f"Claim “{row.key}” is verified: reopen it before you merge, since a merge changes "
                "what was approved."
            )
    if claim.stage == Stage.IN_REVIEW:
        raise ValidationError(
            f"Claim “{claim.key}” is in review: reject it first, or merge the other way round."
        )
    if Verdict.objects.live().filter(claim=claim).exists():
        raise ValidationError(
            f"A verdict on claim “{claim.key}” is published: withdraw it first, or merge the other "
            "way round."
        )
    if claim.example != into.example:
        raise ValidationError("A made-up example is not merged with a claim that was really made.")
    if claim.blind != into.blind:
        raise ValidationError(
            "One of the two claims is marked for blind second reading and the other is not: mark "
            "both or neither before you merge them."
        )


def _lead(claim: Claim, into: Claim) -> None:
    claim.merged_into = into
    save_valid(claim)


# --- Evidence ---


def _move_evidence(claim: Claim, into: Claim) -> tuple[list[Evidence], list[Kept]]:
    there = {_identity(row): row for row in into.evidence.all()}
    rows = list(claim.evidence.with_passage().order_by("pk").select_for_update(of=("self",)))
    corrected = {row.pk: row.corrects_id for row in rows if row.corrects_id}
    claim.evidence.filter(pk__in=corrected).update(corrects=None)  # while they are on their way
    moved: list[Evidence] = []
    kept: list[Kept] = []
    for row in rows:
        row.corrects = None
        if same := there.get(_identity(row)):
            kept.append(Kept(row, same))
        else:
            _move(row, claim, into)
            moved.append(row)
    _correct_again(moved, kept, corrected)
    return moved, kept


def _identity(row: Evidence) -> tuple[int, str]:
    """What a claim has at most one piece of evidence of."""
    return row.passage_id, row.wording


def _move(row: Evidence, claim: Claim, into: Claim) -> None:
    """Keeps what the row reports: its scope, where it was that of the claim's figure."""
    if row.scope_id is None and claim.figure and into.figure:
        other = claim.figure.scope_id != into.figure.scope_id
        row.scope = claim.figure.scope if other else None
    row.claim = into
    try:
        if claim.figure_id != into.figure_id:
            reread_wording(row, into.figure)
        save_valid(row)
    except ValidationError as error:
        reason = " ".join(error.messages)
        raise ValidationError(
            f"Evidence “{row.key}” does not fit claim “{into.key}”: {reason}"
        ) from error


def _correct_again(moved: list[Evidence], kept: list[Kept], corrected: Mapping[int, int]) -> None:
    """Let every correction stand on the claim on which the corrected report now is."""
    same = {one.row.pk: one.same for one in kept}
    by_id = {row.pk: row for row in moved}
    for row in moved:
        if (target := corrected.get(row.pk)) is not None:
            _set_corrects(row, same.get(target) or by_id[target])
    for one in kept:
        if (target := corrected.get(one.row.pk)) is None:
            continue
        if target in same:
            _set_corrects(one.row, Evidence.objects.get(pk=target))
        if one.same.corrects_id is None:
            _set_corrects(one.same, same.get(target) or by_id[target])
        elif target not in same:
            raise ValidationError(
                f"Evidence “{one.row.key}” and “{one.same.key}” are the same, yet correct "
                "different reports: settle that first."
            )


def _set_corrects(row: Evidence, corrects: Evidence) -> None:
    row.corrects = corrects
    save_valid(row)
