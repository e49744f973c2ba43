"""The scope rule: a part cannot exceed its whole; other unequal scopes do not compare.

Source: docs/consistency.md, section 3.
"""

from __future__ import annotations

from .outcome import Outcome
from .pair import Pair
from .period import Period, span_relation, window_relation
from .report import Report
from .rules_time import spans_begin_apart
from .units import canonical_unit
from .values import relative_gap


def scope_rule(pair: Pair) -> Outcome | None:
    pair.scope = pair.order.compare(pair.a.scope, pair.b.scope)
    if pair.scope == "equal":
        return None
    if pair.scope in {"apart", "overlapping"}:
        return Outcome("not-comparable", f"scope.{pair.scope}")
    if not (is_additive(pair.a) and is_additive(pair.b)):
        return Outcome("not-comparable", "scope.not-additive")
    part_first = pair.scope == "inside"
    if not part_and_whole_compare(pair, part_first=part_first):
        return Outcome("not-comparable", "scope.other-time")
    a, b = pair.both_values
    part, whole = (a, b) if part_first else (b, a)
    if whole.accept.is_below(part.accept):
        return Outcome("conflicts", "scope.part-exceeds-whole", gap=relative_gap(a, b))
    return Outcome("compatible", "scope.part-within-whole")


def is_additive(report: Report) -> bool:
    """True where parts of the figure add up to it and none can be negative."""
    if not report.additive or report.nature in {"ratio", "event-date"}:
        return False
    quantity = report.quantity
    unit = canonical_unit(quantity.unit) if quantity else None
    if unit is not None and unit.is_share:
        return False
    low = quantity.accept.low if quantity and quantity.accept else None
    return low is not None and low >= 0


def part_and_whole_compare(pair: Pair, *, part_first: bool) -> bool:
    """Whether the time rule would let the part be held against the whole."""
    if pair.timeless:
        pair.time = "same"
        return True
    a, b = pair.periods
    part, whole = (a, b) if part_first else (b, a)
    totals_of_other_spans = pair.nature == "cumulative" and spans_begin_apart(pair, a, b)
    if pair.nature == "flow" or totals_of_other_spans:
        pair.time = span_relation(a, b)
        return not _unknown(a, b) and span_relation(part, whole) in {"same", "inside"}
    if pair.nature == "cumulative":
        pair.time = window_relation(a.as_of(), b.as_of(), pair.window_days)
        return not _unknown(a, b) and _not_later(part.as_of(), whole.as_of())
    pair.time = window_relation(a, b, pair.window_days)
    return pair.time == "same"


def _unknown(a: Period, b: Period) -> bool:
    return a.is_unknown or b.is_unknown


def _not_later(part: Period, whole: Period) -> bool:
    """The part's total stood no later than the whole's."""
    return part.start_ordinal <= whole.start_ordinal and part.end_ordinal <= whole.end_ordinal
