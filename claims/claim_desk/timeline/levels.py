"""Numbers over time: the period of a report goes across, its reading upwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from claims.consistency import Interval, Period

from .axes import Axis, day_axis, number_axis, number_label
from .parts import ELSEWHERE, Asserted, Band, Drawing, Line, Mark, Plot, Tick, Told
from .spans import across, ends_of, is_dated, widened

HEIGHT = 300
TOP, BOTTOM, RIGHT = 16.0, 34.0, 14.0
UNDATED = 64.0
"""How wide the lane for reports without a date is."""

LETTER = 6.8
"""About how wide a letter of a label is."""

APART = 13.0
"""Marks that are closer than this, both ways, would cover one another."""


def draw(
    claim: Asserted, reports: Sequence[Told], *, unit: str, width: int, running_total: bool
) -> Drawing | None:
    """`running_total`: a value stands for the end of its period."""
    drawn = [told for told in reports if told.reading is not None and not told.reading.is_empty]
    if not drawn:
        return None
    values = list(_values(claim, drawn))
    open_above = any(told.reading.high is None for told in drawn)
    upwards, numbers = number_axis(
        values or [Decimal(0)],
        start=HEIGHT - BOTTOM,
        end=TOP,
        most=5,
        open_above=open_above,
        share=unit == "percent",
    )
    y_ticks = tuple(Tick(upwards.at(n), number_label(n, numbers[-1], unit=unit)) for n in numbers)
    undated = any(not is_dated(told.period) for told in drawn)
    plot = Plot(
        left=round(14 + LETTER * max(len(tick.label) for tick in y_ticks)),
        top=TOP,
        right=width - RIGHT - (UNDATED if undated else 0),
        bottom=HEIGHT - BOTTOM,
    )
    days = [day for one in (claim, *drawn) for day in ends_of(one.period)]
    time, x_ticks = day_axis(days, start=plot.left, end=plot.right) if days else (None, ())
    lane = plot.right + UNDATED / 2 + RIGHT / 2 if undated else None
    marks = [_mark(told, time, upwards, plot, lane, running_total) for told in drawn]
    return Drawing(
        width=width,
        height=HEIGHT,
        plot=plot,
        x_ticks=x_ticks,
        y_ticks=y_ticks,
        band=_band(claim, time, upwards, plot),
        marks=tuple(_side_by_side(marks, width)),
        description=_described(drawn, len(reports) - len(drawn)),
        undated_at=lane,
    )


def _values(claim: Asserted, reports: Iterable[Told]) -> Iterable[Decimal]:
    for interval in (claim.accept, *(told.reading for told in reports)):
        if interval is not None:
            yield from (end for end in (interval.low, interval.high) if end is not None)
    yield from (told.best for told in reports if told.best is not None)


def _mark(
    told: Told,
    time: Axis | None,
    upwards: Axis,
    plot: Plot,
    lane: float | None,
    running_total: bool,
) -> Mark:
    assert told.reading is not None
    y = upwards.at(_centre(told.reading, told.best))
    if time is None or not is_dated(told.period):
        assert lane is not None
        return Mark(told, lane, y, along=_along(told.reading, lane, upwards, plot))
    assert told.period is not None
    line = across(told.period, y, time, plot)
    x = line.x2 if running_total and not line.open_end else round((line.x1 + line.x2) / 2, 1)
    return Mark(told, x, y, across=line, along=_along(told.reading, x, upwards, plot))


def _centre(reading: Interval, best: Decimal | None) -> Decimal:
    """Where the mark stands: the number itself, else the middle, else the one end there is."""
    if best is not None:
        return best
    if reading.low is not None and reading.high is not None:
        return (reading.low + reading.high) / 2
    return reading.low if reading.low is not None else reading.high or Decimal(0)


def _along(reading: Interval, x: float, axis: Axis, plot: Plot) -> Line | None:
    """From the lowest value up; None for one number."""
    if reading.is_point:
        return None
    return Line(
        x,
        plot.bottom if reading.low is None else axis.at(reading.low),
        x,
        plot.top if reading.high is None else axis.at(reading.high),
        open_start=reading.low is None,
        open_end=reading.high is None,
    )


def _band(claim: Asserted, time: Axis | None, upwards: Axis, plot: Plot) -> Band | None:
    """The claim's tolerance over its period; a single number or day is still to be seen."""
    if claim.accept is None:
        return None
    period = claim.period or Period(None, None)
    line = across(period, 0, time, plot) if time else Line(plot.left, 0, plot.right, 0)
    low, high = claim.accept.low, claim.accept.high
    bottom = plot.bottom if low is None else upwards.at(low)
    top = plot.top if high is None else upwards.at(high)
    x, width = widened(line.x1, line.x2)
    y, height = widened(top, bottom)
    return Band(x, y, width, height)


def _side_by_side(marks: Iterable[Mark], width: int) -> Iterable[Mark]:
    """The marks in their order, each moved aside as far as it would cover one before it.

    Only a mark and the bar over its reading move; the line over its period stays where it is.
    """
    placed: list[Mark] = []
    for mark in marks:
        gap = APART if mark.told.role != ELSEWHERE else APART / 2
        for shift in _shifts(gap, width):
            x = round(mark.x + shift, 1)
            if 0 <= x <= width and not any(
                abs(x - other.x) < gap and abs(mark.y - other.y) < gap for other in placed
            ):
                break
        placed.append(_moved(mark, x))
    return placed


def _shifts(gap: float, width: int) -> Iterable[float]:
    yield 0.0
    for n in range(1, int(width / gap) + 1):
        yield n * gap
        yield -n * gap


def _moved(mark: Mark, x: float) -> Mark:
    along = mark.along and replace(mark.along, x1=x, x2=x)
    return replace(mark, x=x, along=along)


def _described(drawn: Sequence[Told], left_out: int) -> str:
    """The drawing in words, for who does not see it."""
    told = ". ".join(one.sentence for one in drawn if one.role != ELSEWHERE)
    others = sum(one.role == ELSEWHERE for one in drawn)
    parts = [told] if told else []
    if others:
        parts.append(f"{_reports(others)} of the figure on other claims")
    if left_out:
        parts.append(f"{_reports(left_out)} without a number that could be drawn")
    return ". ".join(parts) + "."


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"
