"""The time rule: whether two reports speak of one moment, and what follows if not.

One function per nature of figure; None passes the pair on to the comparison of values.
Source: docs/consistency.md, section 2.
"""

from __future__ import annotations

from .outcome import A_TO_B, B_TO_A, BOTH, Outcome
from .pair import Pair
from .period import Period, span_relation, window_relation
from .values import change, relative_gap


def time_rule(pair: Pair) -> Outcome | None:
    if pair.nature == "event-date":
        return event_date(pair)
    if pair.timeless:
        pair.time = "same"
        return None
    if pair.nature == "flow":
        return flow(pair)
    if pair.nature == "cumulative":
        return cumulative(pair)
    return level(pair, *pair.periods)


def level(pair: Pair, a: Period, b: Period) -> Outcome | None:
    """Stocks and ratios: a level at a moment."""
    pair.time = window_relation(a, b, pair.window_days)
    if pair.time == "same":
        pair.trail += ("time.same",)
        return None
    if pair.time == "maybe":
        pair.trail += ("time.maybe",)
        pair.time_uncertain = True
        return None
    return _supersedes(pair)


def _supersedes(pair: Pair) -> Outcome:
    a, b = pair.both_values
    if pair.time == "before":
        return Outcome("supersedes", "time.later", direction=B_TO_A, change=change(a, b))
    return Outcome("supersedes", "time.later", direction=A_TO_B, change=change(b, a))


def cumulative(pair: Pair) -> Outcome | None:
    """A running total: as a level at the end of its span, but it cannot fall.

    Totals over stated spans that begin more than the window apart are not one running
    total; they are compared as counts over their spans.
    """
    a, b = pair.periods
    if spans_begin_apart(pair, a, b):
        return flow(pair)
    a, b = a.as_of(), b.as_of()
    outcome = level(pair, a, b)
    if pair.time != "same" and _total_fell(pair, a, b):
        pair.time = "before" if a.ends_before(b) else "after"
        pair.time_uncertain, pair.trail = False, ()
        return Outcome("conflicts", "time.total-fell", gap=relative_gap(*pair.both_values))
    return outcome


def _total_fell(pair: Pair, a: Period, b: Period) -> bool:
    """One report is certainly the later one, and cannot be as large as the other."""
    va, vb = pair.both_values
    if a.ends_before(b):
        return vb.accept.is_below(va.accept)
    return b.ends_before(a) and va.accept.is_below(vb.accept)


def spans_begin_apart(pair: Pair, a: Period, b: Period) -> bool:
    if a.mode not in {"cumulative", "since"} or b.mode not in {"cumulative", "since"}:
        return False
    if a.earliest is None or b.earliest is None or a.earliest == a.latest or b.earliest == b.latest:
        return False
    return abs((a.earliest - b.earliest).days) > pair.window_days


def flow(pair: Pair) -> Outcome | None:
    """A count over a period: the same period compares, a nested one bounds."""
    a, b = pair.periods
    if a.is_unknown or b.is_unknown:
        return level(pair, a, b)
    pair.time = span_relation(a, b)
    if pair.time == "same":
        pair.trail += ("time.same-span",)
        return None
    if pair.time in {"inside", "contains"}:
        va, vb = pair.both_values
        part, whole = (va, vb) if pair.time == "inside" else (vb, va)
        if whole.accept.is_below(part.accept):
            gap = relative_gap(va, vb)
            return Outcome("conflicts", "time.part-exceeds-whole", gap=gap)
        return Outcome("compatible", "time.part-within-whole")
    return Outcome("not-comparable", "time.other-span")


def event_date(pair: Pair) -> Outcome:
    """When something happened: the period is the value."""
    a, b = (period.as_event() for period in pair.periods)
    a_in_b, b_in_a = b.contains(a), a.contains(b)
    if a_in_b or b_in_a:
        direction = BOTH if a_in_b and b_in_a else (A_TO_B if a_in_b else B_TO_A)
        rule = "date.same" if direction == BOTH else "date.contained"
        return Outcome("agrees", rule, direction=direction)
    if a.overlaps(b):
        return Outcome("compatible", "date.overlapping")
    return Outcome("conflicts", "date.apart")
