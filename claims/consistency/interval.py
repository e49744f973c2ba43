"""Intervals of exact numbers: what a wording says, and what it tolerates."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    Context,
    Decimal,
    Inexact,
    InvalidOperation,
    Overflow,
)

EXACT = Context(prec=120, traps=[Inexact, InvalidOperation, Overflow])
"""Decimal arithmetic that raises rather than rounds."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A set of numbers between two ends; an end that is None is infinite (and open).

    Ends are Decimal; a float is refused, since it is not the number that was written.
    """

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        for end in (self.low, self.high):
            if end is not None and not isinstance(end, Decimal):
                raise TypeError(f"an interval's end is a Decimal or None, not {end!r}")
        if self.low is None:
            object.__setattr__(self, "low_closed", False)
        if self.high is None:
            object.__setattr__(self, "high_closed", False)

    @classmethod
    def point(cls, value: Decimal) -> Interval:
        return cls(value, value)

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        if self.low == self.high:
            return not (self.low_closed and self.high_closed)
        return self.low > self.high

    @property
    def is_point(self) -> bool:
        return self.low is not None and self.low == self.high and not self.is_empty

    def __contains__(self, value: Decimal) -> bool:
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return above and below

    def covers(self, other: Interval) -> bool:
        """True when every number of `other` (not empty) is in this interval: other ⊆ self."""
        if other.is_empty:
            return False
        low_ok = self.low is None or (
            other.low is not None
            and (
                other.low > self.low
                or (other.low == self.low and (self.low_closed or not other.low_closed))
            )
        )
        high_ok = self.high is None or (
            other.high is not None
            and (
                other.high < self.high
                or (other.high == self.high and (self.high_closed or not other.high_closed))
            )
        )
        return low_ok and high_ok

    def is_below(self, other: Interval) -> bool:
        """True when every number here is smaller than every number of `other`."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def meets(self, other: Interval) -> bool:
        """True when the two have a number in common."""
        if self.is_empty or other.is_empty:
            return False
        return not (self.is_below(other) or other.is_below(self))

    def whole_numbers(self) -> Interval:
        """The same set among the counts 0, 1, 2 …, as a closed interval (perhaps empty)."""
        if self.is_point and self.low >= 0 and self.low == self.low.to_integral_value():
            return self
        low = Decimal(0)
        if self.low is not None:
            low = self.low.to_integral_value(ROUND_CEILING)
            if low == self.low and not self.low_closed:
                low += 1
            low = max(low, Decimal(0))
        if self.high is None:
            return Interval(low, None)
        high = self.high.to_integral_value(ROUND_FLOOR)
        if high == self.high and not self.high_closed:
            high -= 1
        return Interval(low, high)

    def scaled(self, factor: Decimal) -> Interval:
        """This interval in a unit `factor` times smaller."""
        return Interval(
            None if self.low is None else EXACT.multiply(self.low, factor),
            None if self.high is None else EXACT.multiply(self.high, factor),
            self.low_closed,
            self.high_closed,
        )

    def __str__(self) -> str:
        if self.is_point:
            return f"{{{plain(self.low)}}}"
        left = "[" if self.low_closed else "("
        right = "]" if self.high_closed else ")"
        low = "−∞" if self.low is None else plain(self.low)
        high = "∞" if self.high is None else plain(self.high)
        return f"{left}{low}, {high}{right}"


def plain(number: Decimal | None) -> str:
    """A number for people: grouped by thousands, no exponent, no idle zeros."""
    if number is None:
        return "∞"
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def plain_string(number: Decimal) -> str:
    """A number for machines: digits and at most one point, no exponent, no idle zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
