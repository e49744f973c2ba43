"""Periods on an axis of days: a line over them, the days that decide how long the axis is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claims.consistency import Period

from .axes import Axis
from .parts import Line, Plot

LEAST_BAND = 8.0
"""A single day or number is still to be seen."""


def is_dated(period: Period | None) -> bool:
    return period is not None and not period.is_unknown


def ends_of(period: Period | None) -> Iterator[date]:
    """The days at its ends, where it has any."""
    if period is not None:
        yield from (day for day in (period.earliest, period.latest) if day is not None)


def across(period: Period, y: float, axis: Axis, plot: Plot) -> Line:
    """From its first to its last day; an end that is not known is open, at the plot's edge."""
    first, last = period.earliest, period.latest
    return Line(
        plot.left if first is None else axis.at(first.toordinal()),
        y,
        plot.right if last is None else axis.at(last.toordinal()),
        y,
        open_start=first is None,
        open_end=last is None,
    )


def widened(start: float, end: float) -> tuple[float, float]:
    """Start and length, at least LEAST_BAND around the same middle."""
    short = max(LEAST_BAND - (end - start), 0)
    return round(start - short / 2, 1), round(end - start + short, 1)
