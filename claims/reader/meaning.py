"""From the parts of a wording to the engine's Quantity: one meaning in the whole house.

The intervals are made by the engine's own table of hedges. `read_quantity` reads a wording
alone and must come to the same (tests hold the two together); a text is read with what stands
around, and knows shares, powers of ten and negative values besides.
"""

from __future__ import annotations

from decimal import Decimal

from claims.consistency import Interval, Quantity
from claims.consistency.hedges import (
    HEDGES,
    LOWER_BOUNDS,
    UPPER_BOUNDS,
    between,
    softened,
)
from claims.consistency.quantity import from_intervals, unknown

from .numerals import Number


def is_count(unit: str | None, *numbers: Number) -> bool:
    """Whole numbers of things; a measure, money or a share is continuous."""
    if unit is not None or any(number.share for number in numbers):
        return False
    return all(n.amount >= 0 and n.amount == n.amount.to_integral_value() for n in numbers)


def unit_name(unit: str | None, number: Number) -> str | None:
    """The unit; a share in words is one of percent."""
    return "percent" if unit is None and number.share else unit


def single(wording: str, hedges: list[str], number: Number, unit: str | None) -> Quantity:
    """One number under its hedges, the first of them nearest to it."""
    hedge, soft = _one_hedge(hedges, number.approx)
    discrete = is_count(unit, number)
    negative = number.amount < 0
    if negative and hedge in LOWER_BOUNDS | UPPER_BOUNDS:
        pair = _bound_below_zero(hedge, number.amount)
    elif soft:
        pair = softened(hedge, number.amount, number.place, discrete)
    else:
        pair = HEDGES[hedge](number.amount, number.place, discrete)
    return from_intervals(
        wording=wording,
        hedge=hedge,
        amount=number.amount,
        unit=unit_name(unit, number),
        discrete=discrete,
        pair=pair,
    )


def _one_hedge(hedges: list[str], approx: bool) -> tuple[str, bool]:
    """The hedge that all amount to, and whether a bound's number is itself approximate."""
    strong = [hedge for hedge in hedges if hedge != "about"]
    if not strong:
        return ("about" if hedges or approx else "bare"), False
    bound = strong[0] in LOWER_BOUNDS | UPPER_BOUNDS
    return strong[0], bound and "about" in hedges


def _bound_below_zero(hedge: str, amount: Decimal) -> tuple[Interval, Interval]:
    if hedge in LOWER_BOUNDS:
        reading = Interval(amount, None, hedge != "more-than")
    else:
        reading = Interval(None, amount, True, hedge != "less-than")
    return reading, reading


def range_of(
    wording: str, hedges: list[str], low: Number, high: Number, unit: str | None
) -> Quantity:
    discrete = is_count(unit, low, high)
    pair = between(
        (low.amount, low.place), (high.amount, high.place), discrete, hedged="about" in hedges
    )
    return from_intervals(
        wording=wording,
        hedge="between",
        amount=None,
        unit=unit_name(unit, low),
        discrete=discrete,
        pair=pair,
    )


def plus_minus(wording: str, number: Number, error: Number, unit: str | None) -> Quantity:
    both = Interval(number.amount - error.amount, number.amount + error.amount)
    return from_intervals(
        wording=wording,
        hedge="plus-minus",
        amount=number.amount,
        unit=unit_name(unit, number),
        discrete=is_count(unit, number, error),
        pair=(both, both),
    )


def vague(
    wording: str,
    hedge: str,
    hedges: list[str],
    unit: str | None,
    bounds: tuple[tuple[int, int | None], tuple[int, int | None]],
) -> Quantity:
    """ "dozens", "several hundred": (reading, accept) as given, cut by a bound around them."""
    reading, accept = bounds
    if LOWER_BOUNDS & set(hedges):
        reading, accept = (reading[0], None), (accept[0], None)
    elif UPPER_BOUNDS & set(hedges):
        reading, accept = (0, reading[1]), (0, accept[1])
    says, tolerates = (
        Interval(Decimal(low), None if high is None else Decimal(high))
        for low, high in (reading, accept)
    )
    return from_intervals(
        wording=wording,
        hedge=hedge,
        amount=None,
        unit=unit,
        discrete=unit is None,
        pair=(says, tolerates),
    )


__all__ = ["is_count", "plus_minus", "range_of", "single", "unit_name", "unknown", "vague"]
