"""The verbs of assignment: take the next claim of a queue, take one, release, assign.

A claim is in one pair of hands at a time: a unique constraint keeps that, and every verb locks
the claim first, so that nobody meets the constraint. `now` is the moment that is recorded. All
raise PermissionDenied, or ValidationError in plain words, and then change nothing.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Greatest

from claims.models import Assignment, Claim
from claims.querysets.claims import ClaimQuerySet
from claims.saving import save_valid

from .table import BY_HAND, TAKE, Queue

ASSIGN = "claims.assign_claim"

HELD_FOR = timedelta(hours=24)
"""After so long in one pair of hands a claim is anyone's again, unless a caller says otherwise."""


@transaction.atomic
def take_next(
    *, queue: Queue, by: Any, now: datetime, held_for: timedelta = HELD_FOR
) -> Assignment | None:
    """Put the claim that has waited longest into the hands of `by`; None when none is free.

    What is held longer than `held_for` counts as free, and what `by` took from this queue and is
    done with (it waits there no longer) is released. A claim that someone else is busy with at
    this very moment is passed over, not waited for.
    """
    _permit_taking(queue, by)
    done = Q(to=by, queue=queue.name) & ~Q(claim__in=_waiting(queue, by))
    _release(Q(taken_at__lt=now - held_for) | done, now)
    passed: list[int] = []
    while True:
        rows = free_in(queue, by).exclude(pk__in=passed).oldest_first()
        # Without waits for a recheck or for evidence being added: those leave the key alone.
        locked = rows.select_for_update(of=("self",), skip_locked=True, no_key=True)
        claim = locked.without_results().first()
        if claim is None:
            return None
        # Someone may have taken it, or brought it on, after this query saw it and before the
        # lock was ours; now that it is, a second look is final.
        if free_in(queue, by).filter(pk=claim.pk).exists():
            return _give(claim, by, queue.name, now)
        passed.append(claim.pk)


@transaction.atomic
def take(
    *,
    claim: Claim,
    by: Any,
    now: datetime,
    queue: Queue | None = None,
    held_for: timedelta = HELD_FOR,
) -> Assignment:
    """Take one claim, from the queue it was found in or by hand; to take it twice is once."""
    _permit(by, TAKE, "take claims")
    row = _locked(claim)
    held = _live(row)
    if held is not None and held.to_id == by.pk:
        return held
    is_stale = held is not None and held.taken_at < now - held_for
    if held is not None and not is_stale:
        raise ValidationError(
            f"{held.to.get_username()} has held claim “{row.key}” since "
            f"{held.taken_at:%d %B %Y, %H:%M}: ask them to release it."
        )
    if queue is not None:
        _refuse_unless_open(row, queue, by)
    if is_stale:
        _end(held, now)
    return _give(row, by, queue.name if queue else BY_HAND, now)


@transaction.atomic
def release(*, claim: Claim, by: Any, now: datetime) -> Assignment:
    """Let go of a claim. One's own; anyone's with the right to assign."""
    row = _locked(claim)
    held = _live(row)
    if held is None:
        raise ValidationError(f"Nobody holds claim “{row.key}”.")
    if held.to_id != by.pk:
        _permit(by, ASSIGN, f"release what {held.to.get_username()} holds")
    return _end(held, now)


@transaction.atomic
def assign(
    *, claim: Claim, to: Any, by: Any, now: datetime, queue: Queue | None = None
) -> Assignment:
    """Put a claim into someone's hands, out of whoever's it was."""
    _permit(by, ASSIGN, "assign claims")
    _refuse_unless_can_take(to, queue)
    row = _locked(claim)
    held = _live(row)
    if held is not None and held.to_id == to.pk:
        return held
    if queue is not None:
        _refuse_unless_open(row, queue, to)
    if held is not None:
        _end(held, now)
    return _give(row, to, queue.name if queue else BY_HAND, now)


@transaction.atomic
def release_stale(*, now: datetime, held_for: timedelta = HELD_FOR) -> int:
    """Release all that has been held longer than `held_for`; gives how many.

    What another release is busy with is left to it.
    """
    return _release(Q(taken_at__lt=now - held_for), now)


def free_in(queue: Queue, person: Any) -> ClaimQuerySet:
    """The claims of a queue that nobody holds and that a person may act on."""
    return queue.open_to(queue.waiting(Claim.objects.all(), person), person).in_no_hands()


def _waiting(queue: Queue, person: Any) -> QuerySet:
    return queue.waiting(Claim.objects.all(), person).order_by().values("pk")


def _release(which: Q, now: datetime) -> int:
    """Skips what another transaction has locked: two that release much never wait in a circle."""
    rows = Assignment.objects.filter(which, released_at=None).select_for_update(skip_locked=True)
    locked = list(rows.values_list("pk", flat=True))
    released = Assignment.objects.filter(pk__in=locked)
    return released.update(released_at=Greatest("taken_at", Value(now))) if locked else 0


def _permit_taking(queue: Queue, by: Any) -> None:
    if not queue.shared:
        raise ValueError(f"“{queue.title}” is one's own: nothing is handed out from it")
    _permit(by, TAKE, "take claims")
    _permit(by, queue.permission, f"take claims from “{queue.title}”")


def _permit(by: Any, permission: str, what: str) -> None:
    if not by.has_perm(permission):
        raise PermissionDenied(
            f"{by.get_username() or 'Someone who is not signed in'} may not {what} "
            f"(permission {permission}): see docs/roles.md for the roles that may."
        )


def _refuse_unless_can_take(person: Any, queue: Queue | None) -> None:
    if not person.is_active or not person.has_perm(TAKE):
        raise ValidationError({"to": [f"{person.get_username()} may not take claims."]})
    if queue is not None and not queue.lets(person):
        raise ValidationError(
            {"to": [f"{person.get_username()} may not take claims from “{queue.title}”."]}
        )


def _refuse_unless_open(claim: Claim, queue: Queue, person: Any) -> None:
    waiting = queue.waiting(Claim.objects.filter(pk=claim.pk), person)
    if not waiting.exists():
        raise ValidationError(f"Claim “{claim.key}” does not wait in “{queue.title}” any more.")
    if not queue.lets(person) or not queue.open_to(waiting, person).exists():
        raise ValidationError(
            f"Claim “{claim.key}” is not for {person.get_username()} to decide in "
            f"“{queue.title}”: someone else must (four eyes)."
        )


def _locked(claim: Claim) -> Claim:
    rows = Claim.objects.select_for_update(no_key=True).without_results()
    return rows.get(pk=claim.pk)


def _live(claim: Claim) -> Assignment | None:
    """Who holds the locked claim; locked too, so that it is not released as stale meanwhile."""
    rows = Assignment.objects.filter(claim=claim, released_at=None).select_related("to")
    return rows.select_for_update(of=("self",)).first()


def _give(claim: Claim, to: Any, queue: str, now: datetime) -> Assignment:
    """Give a locked claim that nobody holds; the lock is what keeps the constraint from biting."""
    return Assignment.objects.create(claim=claim, to=to, queue=queue, taken_at=now)


def _end(held: Assignment, now: datetime) -> Assignment:
    held.released_at = max(now, held.taken_at)
    save_valid(held)
    return held
