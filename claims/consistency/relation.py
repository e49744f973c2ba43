"""The relation of two reports: a visible list of rules, the first that matches decides.

Source: docs/consistency.md, section 4.
"""

from __future__ import annotations

from collections.abc import Callable

from .outcome import A_TO_B, B_TO_A, BOTH, Outcome
from .pair import Pair
from .report import Report
from .rules_plan import plan_rule
from .rules_scope import scope_rule
from .rules_time import time_rule
from .scope import ScopeOrder
from .values import conflicts, in_tension, relative_gap, supports

NO_ORDER = ScopeOrder()


def another_figure(pair: Pair) -> Outcome | None:
    a, b = pair.a, pair.b
    if a.figure != b.figure:
        return Outcome("not-comparable", "figure.other")
    if a.nature and b.nature and a.nature != b.nature:
        return Outcome("not-comparable", "figure.other-nature")
    return None


def explicit_unknown(pair: Pair) -> Outcome | None:
    if pair.a.has_value and pair.b.has_value:
        return None
    return Outcome("not-comparable", "value.unknown")


def inconvertible_unit(pair: Pair) -> Outcome | None:
    if pair.nature == "event-date" or pair.values is not None:
        return None
    return Outcome("not-comparable", "unit.inconvertible")


def correction(pair: Pair) -> Outcome | None:
    a, b = pair.a, pair.b
    if a.origin != b.origin or a.id == b.id:
        return None
    a_corrects = a.corrects is not None and a.corrects == b.id
    b_corrects = b.corrects is not None and b.corrects == a.id
    if a_corrects == b_corrects:  # neither; or each the other, which says nothing
        return None
    return Outcome("supersedes", "correction", direction=A_TO_B if a_corrects else B_TO_A)


def values_conflict(pair: Pair) -> Outcome | None:
    a, b = pair.both_values
    if not conflicts(a, b):
        return None
    gap = relative_gap(a, b)
    if pair.time_uncertain:
        return Outcome("compatible", "value.conflict-time-uncertain", gap=gap)
    if pair.a.modality != pair.b.modality:
        return Outcome("compatible", "plan.other-intention", gap=gap)
    return Outcome("conflicts", "value.conflict", gap=gap)


def values_agree(pair: Pair) -> Outcome | None:
    a, b = pair.both_values
    to_b, to_a = supports(a, b), supports(b, a)
    if not (to_a or to_b):
        return None
    direction = BOTH if to_a and to_b else (A_TO_B if to_b else B_TO_A)
    return Outcome("agrees", "value.agree", direction=direction)


def values_compatible(pair: Pair) -> Outcome | None:
    a, b = pair.both_values
    tension = in_tension(a, b)
    return Outcome(
        "compatible", "value.tension" if tension else "value.compatible", tension=tension
    )


RULES: tuple[Callable[[Pair], Outcome | None], ...] = (
    another_figure,
    explicit_unknown,
    inconvertible_unit,
    correction,
    plan_rule,
    scope_rule,
    time_rule,
    values_conflict,
    values_agree,
    values_compatible,
)


def relate(a: Report, b: Report, order: ScopeOrder = NO_ORDER) -> Outcome:
    """The relation of a to b; pure, total and symmetric up to `Outcome.swapped`."""
    pair = Pair(a, b, order)
    for rule in RULES:
        outcome = rule(pair)
        if outcome is not None:
            return Outcome(
                relation=outcome.relation,
                rule=outcome.rule,
                rules=(*pair.trail, outcome.rule),
                direction=outcome.direction,
                tension=outcome.tension,
                time=pair.time,
                time_uncertain=pair.time_uncertain,
                scope=pair.scope,
                change=outcome.change,
                gap=outcome.gap,
            )
    raise AssertionError("the last rule always answers")
