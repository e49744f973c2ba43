"""Claims that clash with each other: one figure, the same time, values in conflict.

Source: docs/consistency.md, section 5, "claims among themselves".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .config import CONFIG
from .relation import relate
from .report import Report
from .scope import ScopeOrder


def clash(a: Report, b: Report, order: ScopeOrder) -> bool:
    """One figure, `same` periods and equal scope, values that conflict."""
    if a.figure is None or a.is_intention or b.is_intention:
        return False
    outcome = relate(a, b, order)
    if outcome.relation != "conflicts":
        return False
    return outcome.rule in {"value.conflict", "date.apart"}


def find_clashes(claims: Sequence[Report], order: ScopeOrder) -> list[tuple[str, str]]:
    """All clashing pairs as (smaller id, larger id), sorted: the order of finding is not in it."""
    by_figure: defaultdict[str, list[Report]] = defaultdict(list)
    for claim in claims:
        if claim.figure is not None and claim.has_value and not claim.is_intention:
            by_figure[claim.figure].append(claim)
    pairs = {
        (min(a.id, b.id), max(a.id, b.id))
        for group in by_figure.values()
        for a, b in _may_be_same(group)
        if clash(a, b, order)
    }
    return sorted(pairs)


def _may_be_same(group: list[Report]) -> Iterator[tuple[Report, Report]]:
    """The pairs of one figure whose periods can be `same`: those that begin within the window.

    So a figure with many claims over many years is not compared all with all. The dates of an
    event are its values, and reports without any time have only values: those are all compared.
    """
    window = max([CONFIG.window_days, *(c.window_days for c in group if c.window_days is not None)])
    any_time = [c for c in group if c.nature == "event-date" or c.period is None]
    dated = [c for c in group if c.nature != "event-date" and c.period is not None]
    for at, a in enumerate(any_time):
        for b in any_time[at + 1 :]:
            yield a, b
    dated.sort(key=lambda c: (_start(c), c.id))
    for at, a in enumerate(dated):
        for b in dated[at + 1 :]:
            if _start(b) - _start(a) > window:
                break
            yield a, b


def _start(claim: Report) -> float:
    """When the claim's period begins; for a running total the moment at which it stood."""
    assert claim.period is not None
    period = claim.period.as_of() if claim.nature == "cumulative" else claim.period
    return period.start_ordinal
