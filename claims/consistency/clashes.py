"""Claims that clash with each other: one figure, the same time, values in conflict.

Source: docs/consistency.md, section 5, "claims among themselves".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

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
        if claim.figure is not None and claim.has_value:
            by_figure[claim.figure].append(claim)
    pairs = {
        (min(a.id, b.id), max(a.id, b.id))
        for group in by_figure.values()
        for i, a in enumerate(group)
        for b in group[i + 1 :]
        if clash(a, b, order)
    }
    return sorted(pairs)
