"""The plan rule: what is intended never contradicts what is; it waits, comes true or fails.

Source: docs/consistency.md, section 2, last row of the table.
"""

from __future__ import annotations

from .outcome import A_TO_B, B_TO_A, Outcome
from .pair import Pair
from .period import Period, window_relation
from .report import Report
from .values import Value, change, conflicts, supports


def plan_rule(pair: Pair) -> Outcome | None:
    """None when both are observations, or two intentions that compare by their values."""
    a, b = pair.a, pair.b
    if a.is_intention != b.is_intention:
        return _plan_and_observation(pair)
    if not a.is_intention:
        return None
    return _two_intentions(pair)


def _plan_and_observation(pair: Pair) -> Outcome:
    pair.scope = pair.order.compare(pair.a.scope, pair.b.scope)
    if pair.scope != "equal":
        return Outcome("not-comparable", "plan.other-scope")
    plan_first = pair.a.is_intention
    plan, seen = (pair.a, pair.b) if plan_first else (pair.b, pair.a)
    if pair.nature == "event-date":
        return _planned_event(plan, seen)
    planned, observed = pair.both_values if plan_first else pair.both_values[::-1]
    return _fulfilment(plan.period, seen.period, planned, observed)


def _fulfilment(
    due: Period | None, seen: Period | None, planned: Value, observed: Value
) -> Outcome:
    """pending until the due date, unless reached before a deadline; then fulfilled or missed."""
    reached = supports(observed, planned)
    if due is None or due.is_unknown or seen is None or seen.is_unknown:
        return Outcome("pending", "plan.undated")
    last_chance = due.end_ordinal if due.mode == "deadline" else due.start_ordinal
    if seen.end_ordinal < last_chance:
        early = reached and due.mode == "deadline"
        return Outcome("fulfilled", "plan.fulfilled-early") if early else _pending()
    if reached:
        return Outcome("fulfilled", "plan.fulfilled")
    past_due = seen.start_ordinal >= due.end_ordinal
    if past_due and conflicts(observed, planned):
        return Outcome("missed", "plan.missed")
    return _pending()


def _pending() -> Outcome:
    return Outcome("pending", "plan.pending")


def _planned_event(plan: Report, seen: Report) -> Outcome:
    """An event that was planned for a date, and the date on which it was seen to happen."""
    due, happened = plan.period, seen.period
    assert due and happened
    in_time = due.mode == "deadline" and happened.end_ordinal <= due.end_ordinal
    if in_time or due.contains(happened):
        return Outcome("fulfilled", "plan.fulfilled")
    return _pending() if due.overlaps(happened) else Outcome("missed", "plan.missed")


def _two_intentions(pair: Pair) -> Outcome | None:
    """A maker's later plan replaces the earlier; plans of several makers stand side by side."""
    a, b = pair.a, pair.b
    same_maker = a.origin is not None and a.origin == b.origin
    order = _order(pair)
    if same_maker and order in {"before", "after"}:
        return _later_plan(pair, order)
    if pair.timeless or pair.nature == "event-date":
        return None
    if window_relation(*pair.periods, pair.window_days) in {"before", "after"}:
        return Outcome("not-comparable", "plan.other-time")
    return None


def _order(pair: Pair) -> str:
    """Which of two plans came first: by when they were made, else by what they are for."""
    if pair.a.made and pair.b.made:
        return window_relation(pair.a.made, pair.b.made, 0)
    return "same" if pair.timeless else window_relation(*pair.periods, 0)


def _later_plan(pair: Pair, order: str) -> Outcome:
    pair.time = order
    direction = B_TO_A if order == "before" else A_TO_B
    moved = None
    if pair.values is not None:
        earlier, later = pair.values if order == "before" else pair.values[::-1]
        moved = change(earlier, later)
    return Outcome("supersedes", "plan.later-plan", direction=direction, change=moved)
