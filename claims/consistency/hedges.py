"""From hedge, number and precision to `reading` and `accept`: the table of values.

One function a row. N is the number, u the place value of its last stated significant digit.
Every function gives (reading, accept) over the real numbers; `quantity.py` cuts counts to
whole numbers. Source: docs/consistency.md, section 1.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from .config import CONFIG
from .interval import EXACT, Interval

Pair = tuple[Interval, Interval]
ZERO = Decimal(0)
HALF = Decimal("0.5")


def bare_tolerance(n: Decimal, u: Decimal, *, discrete: bool) -> Decimal:
    """wb: what a number without a hedge tolerates, because it may have been rounded."""
    size = abs(n)
    if discrete and (size < CONFIG.round_count_from or u <= 1):
        return ZERO
    return min(EXACT.multiply(u, HALF), EXACT.multiply(size, CONFIG.round_share))


def hedged_tolerance(n: Decimal, u: Decimal) -> Decimal:
    """wa: what a number under a hedge tolerates."""
    size = abs(n)
    rounding = min(EXACT.multiply(u, HALF), EXACT.multiply(size, CONFIG.round_share))
    return max(EXACT.multiply(size, CONFIG.hedge_share), rounding)


def one_sided_tolerance(n: Decimal, u: Decimal, *, discrete: bool) -> Decimal:
    """wa, but for counts at least one: "nearly 12" says 11 rather than nothing at all."""
    width = hedged_tolerance(n, u)
    return max(width, Decimal(1)) if discrete and n else width


def exactly(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    return Interval.point(n), Interval.point(n)


def bare(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    w = bare_tolerance(n, u, discrete=discrete)
    reading = Interval.point(n)
    return reading, Interval(n - w, n + w, True, False) if w else reading


def about(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    w = hedged_tolerance(n, u)
    return Interval(n - w, n + w), Interval(n - w, n + w)


def nearly(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    w = one_sided_tolerance(n, u, discrete=discrete)
    below = Interval(n - w, n, True, False)
    return below, below


def just_over(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    w = one_sided_tolerance(n, u, discrete=discrete)
    above = Interval(n, n + w, False, True)
    return above, above


def more_than(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    return Interval(n, None, False, False), Interval(n, None, False, False)


def at_least(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    return Interval(n, None), Interval(n, None)


def less_than(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    return Interval(ZERO, n, True, False), Interval(ZERO, n, True, False)


def at_most(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    return Interval(ZERO, n), Interval(ZERO, n)


def up_to(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    return Interval(ZERO, n), Interval(ZERO, n + hedged_tolerance(n, u))


def as_few_as(n: Decimal, u: Decimal, discrete: bool) -> Pair:
    """The mirror of `up to`; not in the table of the design, by symmetry."""
    return Interval(n, None), Interval(max(ZERO, n - hedged_tolerance(n, u)), None)


HEDGES: dict[str, Callable[[Decimal, Decimal, bool], Pair]] = {
    "exactly": exactly,
    "bare": bare,
    "about": about,
    "nearly": nearly,
    "just-over": just_over,
    "more-than": more_than,
    "at-least": at_least,
    "less-than": less_than,
    "at-most": at_most,
    "up-to": up_to,
    "as-few-as": as_few_as,
}
"""Hedge → (N, u, is it a count?) → (reading, accept)."""

LOWER_BOUNDS = frozenset({"more-than", "at-least", "as-few-as"})
UPPER_BOUNDS = frozenset({"less-than", "at-most", "up-to"})


def softened(hedge: str, n: Decimal, u: Decimal, discrete: bool) -> Pair:
    """A bound whose number is itself approximate ("more than about 600").

    It says what the bound says and tolerates wa on the bound's near side.
    """
    reading, accept = HEDGES[hedge](n, u, discrete)
    w = hedged_tolerance(n, u)
    if hedge in LOWER_BOUNDS:
        return reading, Interval(max(ZERO, n - w), None)
    if hedge in UPPER_BOUNDS:
        return reading, Interval(ZERO, n + w)
    return reading, accept


def between(
    a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal], discrete: bool, *, hedged: bool
) -> Pair:
    """A range; each end, given as (N, u), widened by its own tolerance."""
    if hedged:
        wa, wb = hedged_tolerance(*a), hedged_tolerance(*b)
    else:
        wa = bare_tolerance(*a, discrete=discrete)
        wb = bare_tolerance(*b, discrete=discrete)
    return Interval(a[0], b[0]), Interval(a[0] - wa, b[0] + wb)
