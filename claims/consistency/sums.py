"""The sum constraint: disjoint parts of a stated whole cannot together exceed it.

Which parts make up a whole is declared (`ScopeOrder.parts`). Source: docs/consistency.md,
section 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from .interval import EXACT
from .outcome import Outcome
from .relation import relate
from .report import Report
from .scope import DIMENSIONS, ScopeOrder


def sum_breaks(whole: Report, reports: Sequence[Report], order: ScopeOrder) -> bool:
    """True when the parts together cannot fit the whole.

    Of several reports of one part the lowest counts against the whole's upper end, the
    highest against its lower end; the lower end is only judged when every part is reported.
    """
    if whole.scope is None or whole.quantity is None or whole.quantity.accept is None:
        return False
    for dimension in DIMENSIONS:
        name = getattr(whole.scope, dimension)
        pieces = order.parts.get(" ".join(name.casefold().split())) if name else None
        if pieces and _breaks(whole, reports, order, dimension, pieces):
            return True
    return False


def _breaks(
    whole: Report,
    reports: Sequence[Report],
    order: ScopeOrder,
    dimension: str,
    pieces: frozenset[str],
) -> bool:
    lows: dict[str, Decimal] = {}
    highs: dict[str, Decimal | None] = {}
    for report in reports:
        piece = _piece(report, dimension)
        if piece not in pieces or not _may_be_held_against(relate(report, whole, order)):
            continue
        accept = report.quantity.accept if report.quantity else None
        if accept is None or accept.low is None:
            continue
        lows[piece] = min(lows.get(piece, accept.low), accept.low)
        previous = highs.get(piece, accept.high)
        unbounded = accept.high is None or previous is None
        highs[piece] = None if unbounded else max(previous, accept.high)
    bounds = whole.quantity.accept if whole.quantity else None
    if len(lows) < 2 or bounds is None:
        return False
    if bounds.high is not None and _sum(lows.values()) > bounds.high:
        return True
    complete = len(highs) == len(pieces) and all(h is not None for h in highs.values())
    return complete and bounds.low is not None and _sum(highs.values()) < bounds.low


def _piece(report: Report, dimension: str) -> str:
    name = getattr(report.scope, dimension) if report.scope else None
    return " ".join((name or "").casefold().split())


def _may_be_held_against(outcome: Outcome) -> bool:
    return outcome.rule in {"scope.part-within-whole", "scope.part-exceeds-whole"}


def _sum(numbers) -> Decimal:
    total = Decimal(0)
    for number in numbers:
        total = EXACT.add(total, number)
    return total
