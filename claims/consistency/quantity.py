"""A reported quantity: its wording, and the two intervals that the engine works with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .interval import Interval, plain


class WordingError(ValueError):
    """A wording that states no usable quantity. The message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as worded, with what it says and what it tolerates.

    wording   as written
    hedge     a name of `hedges.HEDGES`, or between, vague, several, plus-minus, bounds;
              "unknown" for an explicit unknown ("declined to say"), which has no intervals
    amount    the number N itself; None for ranges, vague words and unknowns
    unit      canonical unit (see `units.py`): a measure, a currency, percent; None when the
              wording states none and nobody gave one
    counted   the noun phrase after the number ("US troops"), None where there is none
    discrete  True for counts: their intervals are closed and of whole numbers ≥ 0
    reading   what the wording says
    accept    what it tolerates, always ⊇ reading
    """

    wording: str
    hedge: str
    amount: Decimal | None
    unit: str | None
    discrete: bool
    reading: Interval | None
    accept: Interval | None
    counted: str | None = None

    @property
    def is_unknown(self) -> bool:
        return self.reading is None

    def __post_init__(self) -> None:
        if self.reading is None or self.accept is None:
            if self.hedge != "unknown":
                raise WordingError(f"‘{self.wording}’ has no reading")
            return
        if self.reading.is_empty:
            raise WordingError(
                f"‘{self.wording}’ leaves no possible value"
                + (" for a count" if self.discrete else "")
            )
        if not self.accept.covers(self.reading):
            raise WordingError(f"‘{self.wording}’: what is tolerated must include what is said")


def unknown(wording: str, unit: str | None = None) -> Quantity:
    """An explicit unknown ("declined to say how many"), kept as such."""
    return Quantity(wording, "unknown", None, unit, True, None, None)


def from_intervals(
    *,
    wording: str,
    hedge: str,
    amount: Decimal | None,
    unit: str | None,
    discrete: bool,
    pair: tuple[Interval, Interval],
    counted: str | None = None,
) -> Quantity:
    """A quantity from intervals over the reals, cut to whole numbers for a count."""
    reading, accept = pair
    if discrete:
        if reading.high is not None and reading.high < 0:
            raise WordingError(f"‘{wording}’: a count cannot be negative")
        reading, accept = reading.whole_numbers(), accept.whole_numbers()
    return Quantity(wording, hedge, amount, unit, discrete, reading, accept, counted)


def from_bounds(
    low: Decimal | None,
    high: Decimal | None,
    *,
    unit: str | None = None,
    discrete: bool,
) -> Quantity:
    """A quantity given by explicit bounds (UCDP low/high, Wikibase bounds), inclusive.

    The bounds already say what is tolerated: reading and accept are the same. A missing high is
    unbounded; a missing low is 0, as in "at most", unless high is negative.
    Raises WordingError when both are missing or low > high.
    """
    if low is None and high is None:
        raise WordingError("a quantity by bounds needs low, high or both")
    if low is not None and high is not None and low > high:
        raise WordingError(f"low ({plain(low)}) is greater than high ({plain(high)})")
    if discrete:
        for end in (low, high):
            if end is not None and end < 0:
                raise WordingError(f"a count cannot be negative: {plain(end)}")
    floor = Decimal(0) if low is None and high is not None and high >= 0 else low
    both = Interval(floor, high)
    amount = low if low is not None and low == high else None
    wording = plain(amount) if amount is not None else _bounds_in_words(low, high)
    return from_intervals(
        wording=wording,
        hedge="bounds",
        amount=amount,
        unit=unit,
        discrete=discrete,
        pair=(both, both),
    )


def _bounds_in_words(low: Decimal | None, high: Decimal | None) -> str:
    if low is None:
        return f"at most {plain(high)}"
    if high is None:
        return f"at least {plain(low)}"
    return f"{plain(low)} to {plain(high)}"
