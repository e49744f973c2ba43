"""Recheck: the one writer of computed status.

It reads what the engine needs, asks the engine, and writes what is new: the computed columns of
a claim, the clashes between claims, and a StatusChange for every change of status, all in the
transaction of whatever made the recheck necessary. A result that is as before is not written.

Time is a parameter: `at` is the day for which currency is judged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from claims.consistency import assess
from sources.changes import SourceChange

from .clashes import refresh_clashes
from .computed import write_results
from .inputs import load_cases, scope_order
from .locks import lock_claims, lock_figures, own_inputs, share_inputs
from .models import Claim
from .verdicts import live_verdicts

BATCH_CLAIMS = 500
BATCH_EVIDENCE = 5_000
"""A batch ends before it holds more claims or more evidence than this (but holds one claim)."""

Progress = Callable[[int], object]
"""Called with the number of claims done since the last call."""


@dataclass(frozen=True)
class Rechecked:
    """What a recheck did: ids of the claims it looked at and of those whose result changed."""

    claims: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    evidence: int = 0

    def __add__(self, other: Rechecked) -> Rechecked:
        return Rechecked(
            self.claims + other.claims,
            self.changed + other.changed,
            self.evidence + other.evidence,
        )


def recheck_claim(*, claim: Claim, at: date) -> Rechecked:
    """Compute one claim's status and the clashes of its figure; refresh `claim` with them."""
    done = recheck_claims(Claim.objects.filter(pk=claim.pk), at=at)
    claim.refresh_from_db()
    return done


def recheck_locked(*, claim: Claim, at: date) -> None:
    """Compute the status of a claim that is locked by now (`locks.lock_claim`); refresh `claim`.

    For a verb that decides on the claim: whatever wrote its evidence, this is what it gives now.
    What the claim asserts is as before, so its clashes are too.
    """
    _recheck_batch([claim.pk], at)
    claim.refresh_from_db()


def recheck_claims(
    claims: QuerySet[Claim], *, at: date, progress: Progress | None = None
) -> Rechecked:
    """Compute the status of many claims and the clashes of all their figures.

    Every batch is a transaction of its own; inside an outer one they stand or fall together.
    """
    figures = claims.exclude(figure=None).order_by().values_list("figure_id", flat=True)
    _refresh_clashes(set(figures))
    return _recheck(claims, at, progress)


def recheck_touched(*, claims: Iterable[int], figures: Iterable[int | None] = (), at: date) -> None:
    """Recheck what a verb has touched, now or at the end of the `one_recheck` around it.

    claims   ids of claims whose status may have changed
    figures  ids of figures whose claims may clash otherwise than before
    """
    touched = _gathered.get()
    if touched is None:
        touched = _Touched()
        touched.add(claims, figures)
        touched.recheck(at)
    else:
        touched.add(claims, figures)


def after_source_change(change: SourceChange) -> None:
    """Recheck the claims that a change of sources touches, in the transaction of that change.

    The seam is `settings.SOURCES_CHANGE_HANDLERS`. It reads the calendar, since a source knows
    nothing of currency.
    """
    own_inputs()
    touched: set[int] = set()
    for claims in (
        Claim.objects.citing_publishers(change.publishers),
        Claim.objects.citing_documents(change.documents),
        Claim.objects.citing_passages(change.passages),
        Claim.objects.citing_origins(change.origins),
    ):
        touched.update(claims.order_by().values_list("pk", flat=True))
    recheck_touched(claims=touched, at=timezone.localdate())


@contextmanager
def one_recheck(*, at: date) -> Iterator[None]:
    """Gather what the verbs inside touch, and recheck each claim once, at the end.

    All in one transaction: when the block fails, nothing of it is left.
    """
    with transaction.atomic():
        touched = _Touched()
        token = _gathered.set(touched)
        try:
            yield
        finally:
            _gathered.reset(token)
        touched.recheck(at)


@dataclass
class _Touched:
    claims: set[int] = field(default_factory=set)
    figures: set[int] = field(default_factory=set)

    def add(self, claims: Iterable[int], figures: Iterable[int | None]) -> None:
        self.claims.update(claims)
        self.figures.update(pk for pk in figures if pk is not None)

    def recheck(self, at: date) -> Rechecked:
        with transaction.atomic():
            _refresh_clashes(self.figures)
            return _recheck(Claim.objects.filter(pk__in=self.claims), at, None)


_gathered: ContextVar[_Touched | None] = ContextVar("claims_touched", default=None)


def _refresh_clashes(figures: set[int]) -> None:
    """In slices by the id of the figure, so that two rechecks wait rather than deadlock."""
    ordered = sorted(figures)
    for start in range(0, len(ordered), BATCH_CLAIMS):
        with transaction.atomic():
            share_inputs()
            refresh_clashes(lock_figures(ordered[start : start + BATCH_CLAIMS]), scope_order())


def _recheck(claims: QuerySet[Claim], at: date, progress: Progress | None) -> Rechecked:
    done = Rechecked()
    for batch in _batches(claims):
        with transaction.atomic():
            share_inputs()
            done += _recheck_batch(batch, at)
        if progress is not None:
            progress(len(batch))
    return done


def _batches(claims: QuerySet[Claim]) -> Iterator[list[int]]:
    """Ids of the claims in ascending order, cut where a batch would grow too large."""
    wanted = Claim.objects.filter(pk__in=claims.order_by().values("pk"))
    sizes = wanted.order_by("pk").annotate(size=Count("evidence")).values_list("pk", "size")
    batch: list[int] = []
    held = 0
    for pk, size in list(sizes):
        if batch and (len(batch) == BATCH_CLAIMS or held + size > BATCH_EVIDENCE):
            yield batch
            batch, held = [], 0
        batch.append(pk)
        held += size
    if batch:
        yield batch


def _recheck_batch(claim_ids: list[int], at: date) -> Rechecked:
    order = scope_order()
    locked = lock_claims(claim_ids)
    cases, verdicts = load_cases(locked), live_verdicts(locked)
    results = [
        (
            case.claim,
            assess(
                case.claim.report,
                case.evidence,
                order=order,
                about_now=case.claim.about_now,
                at=at,
                verdicts=verdicts[case.claim.pk],
                raised=case.raised,
            ),
        )
        for case in cases
    ]
    return Rechecked(
        claims=tuple(case.claim.pk for case in cases),
        changed=tuple(write_results(results, now=timezone.now())),
        evidence=sum(len(case.evidence) for case in cases),
    )
