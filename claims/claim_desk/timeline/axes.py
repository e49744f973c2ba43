"""Scales and ticks: numbers at round values, days at the starts of months or years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from claims.consistency.interval import plain

from .parts import Tick

_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"))
_SCALES += ((Decimal(10) ** 6, "million"),)
_ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Axis:
    """The values from `low` to `high` on the pixels from `start` to `end` (which may be less)."""

    low: Decimal
    high: Decimal
    start: float
    end: float

    def at(self, value: Decimal | int) -> float:
        """The pixel of a value, to a tenth; beyond the ends it stays at the end."""
        share = float((Decimal(value) - self.low) / (self.high - self.low))
        return round(self.start + min(max(share, 0.0), 1.0) * (self.end - self.start), 1)


# --- Numbers ---


def number_axis(
    values: Iterable[Decimal], *, start: float, end: float, most: int, open_above: bool, share: bool
) -> tuple[Axis, list[Decimal]]:
    """An axis on which all these values lie, and its ticks, at most about `most` of them.

    It begins at zero unless the values are all far from it, and ends at ticks.
    open_above  leaves room above the highest value for what is open upwards
    share       values are percentages: the axis does not leave 0 to 100 unless they do
    """
    held = list(values)
    low, high = min(held), max(held)
    inside_share = share and low >= 0 and high <= 100
    if low > 0 and low * 2 <= high:
        low = Decimal(0)
    if low == high:
        room = abs(low) / 10 or Decimal(1)
        low, high = (max(low - room, Decimal(0)) if low >= 0 else low - room), high + room
    if open_above:
        high += (high - low) / 8
    if inside_share:
        low, high = max(low, Decimal(0)), min(high, Decimal(100))
    step = _round_step((high - low) / most)
    low = (low / step).to_integral_value(ROUND_FLOOR) * step
    high = (high / step).to_integral_value(ROUND_CEILING) * step
    if inside_share:
        low, high = max(low, Decimal(0)), min(high, Decimal(100))
    count = int((high - low) / step)
    return Axis(low, high, start, end), [low + step * n for n in range(count + 1)]


def _round_step(least: Decimal) -> Decimal:
    """The smallest of 1, 2, 5 × a power of ten that is no less."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(power * factor for factor in _ROUND if power * factor >= least)


def number_label(value: Decimal, highest: Decimal, *, unit: str) -> str:
    """“4,500”, “2.5 million”, “40 %”; all of an axis in the scale of its highest value."""
    sign = " %" if unit == "percent" else ""
    for size, word in _SCALES:
        if highest >= size and value:
            return f"{plain(value / size)} {word}"
    return plain(value) + sign


# --- Days, as ordinals ---


@dataclass(frozen=True, slots=True)
class _Step:
    """Ticks every so many days, months or years; `wide` is what a label takes, in pixels."""

    every: int
    unit: str
    wide: int

    @property
    def days(self) -> int:
        """How many days it takes at the least."""
        return self.every * {"day": 1, "month": 28, "year": 365}[self.unit]


_DAY_LABEL, _MONTH_LABEL, _YEAR_LABEL = 82, 64, 44
_STEPS = (
    *(_Step(n, "day", _DAY_LABEL) for n in (1, 2, 7, 14)),
    *(_Step(n, "month", _MONTH_LABEL) for n in (1, 2, 3, 6)),
    *(_Step(n, "year", _YEAR_LABEL) for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000)),
)


def day_axis(days: Iterable[date], *, start: float, end: float) -> tuple[Axis, tuple[Tick, ...]]:
    """An axis on which all these days lie, with some room on either side, and its ticks."""
    held = [day.toordinal() for day in days]
    low, high = min(held), max(held)
    room = max((high - low) // 20, 3)
    low = max(low - room, 1)
    high = min(high + room, date.max.toordinal())
    axis = Axis(Decimal(low), Decimal(high), start, end)
    ticks: list[Tick] = []
    for step in _STEPS:
        if (high - low) / step.days * step.wide > 2 * (end - start):
            continue  # far too many: they are not even counted out
        ticks = [
            Tick(axis.at(day.toordinal()), _label(day, step))
            for day in _days(date.fromordinal(low), date.fromordinal(high), step)
        ]
        if all(b.at - a.at >= step.wide for a, b in pairwise(ticks)):
            return axis, tuple(ticks)
    return axis, tuple(ticks)


def _days(first: date, last: date, step: _Step) -> Iterator[date]:
    """The round days from the first to the last."""
    if step.unit == "day":
        yield from _counted(first, last, step.every)
        return
    for year in range(first.year, min(last.year, MAXYEAR) + 1):
        if step.unit == "year":
            months = (1,) if year % step.every == 0 else ()
        else:
            months = tuple(range(1, 13, step.every))
        yield from (day for month in months if first <= (day := date(year, month, 1)) <= last)


def _counted(first: date, last: date, every: int) -> Iterator[date]:
    """Every so many days, weeks from a Monday on."""
    start = first.toordinal()
    start += -(start - 1) % every  # day 1 was a Monday
    return (date.fromordinal(n) for n in range(start, last.toordinal() + 1, every))


def _label(day: date, step: _Step) -> str:
    formats: dict[str, Callable[[], str]] = {
        "day": lambda: f"{day.day} {day:%b} {day.year}",
        "month": lambda: f"{day:%b} {day.year}",
        "year": lambda: str(day.year),
    }
    return formats[step.unit]()
