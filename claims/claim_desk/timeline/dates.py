"""The dates of an event: every report has a lane, all on one axis of days."""

from __future__ import annotations

from collections.abc import Sequence

from claims.consistency import Period

from .axes import Axis, day_axis
from .levels import LETTER
from .parts import Asserted, Band, Drawing, Mark, Plot, Told
from .spans import across, ends_of, is_dated, widened

LANE = 38.0
TOP, BOTTOM, SIDE = 10.0, 34.0, 14.0


def draw(claim: Asserted, reports: Sequence[Told], *, width: int) -> Drawing | None:
    """The claim's own date is a band through all lanes. The earliest report comes first."""
    events = [(told, told.period.as_event()) for told in reports if told.period]
    dated = [(told, event) for told, event in events if is_dated(event)]
    if not dated:
        return None
    dated.sort(key=lambda row: (row[1].start_ordinal, row[1].end_ordinal, row[0].id))
    own = claim.period.as_event() if claim.period else None
    periods = [event for _, event in dated] + ([own] if own else [])
    plot = Plot(SIDE, TOP, width - SIDE, TOP + LANE * len(dated))
    axis, ticks = day_axis(
        [day for period in periods for day in ends_of(period)], start=plot.left, end=plot.right
    )
    marks = tuple(
        _mark(told, period, TOP + LANE * lane + LANE - 10, axis, plot)
        for lane, (told, period) in enumerate(dated)
    )
    return Drawing(
        width=width,
        height=round(plot.bottom + BOTTOM),
        plot=plot,
        x_ticks=ticks,
        y_ticks=(),
        band=_band(own, axis, plot) if own and is_dated(own) else None,
        marks=marks,
        description=". ".join(told.sentence for told, _ in dated) + ".",
    )


def _mark(told: Told, period: Period, y: float, axis: Axis, plot: Plot) -> Mark:
    line = across(period, y, axis, plot)
    x = round((line.x1 + line.x2) / 2, 1)
    room = int((plot.right - plot.left) / LETTER)
    return Mark(told, x, y, across=line, label=_shortened(_label(told), room))


def _label(told: Told) -> str:
    number = f"{told.number}. " if told.number else ""
    return f"{number}{told.when}: {told.source}"


def _shortened(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def _band(period: Period, axis: Axis, plot: Plot) -> Band:
    line = across(period, 0, axis, plot)
    x, width = widened(line.x1, line.x2)
    return Band(x, plot.top, width, plot.bottom - plot.top)
