"""The timeline: what each source reports of a figure over time, as a drawing. Pure.

Values in, coordinates out: `draw` gives lines, marks and ticks in pixels, a template writes them
as SVG, and the style sheet gives them their colours. Nothing here knows of rows or of markup.

parts   what is drawn, and out of which the drawing is made
axes    scales and ticks, of numbers and of days
levels  numbers over time: periods across, readings upwards
dates   the dates of an event: one lane a report, one axis
"""

from __future__ import annotations

from collections.abc import Sequence

from . import dates, levels
from .parts import Asserted, Drawing, Told

__all__ = ["Asserted", "Drawing", "Told", "draw"]

EVENT_DATE = "event-date"


def draw(
    claim: Asserted, reports: Sequence[Told], *, nature: str, unit: str, width: int
) -> Drawing | None:
    """The drawing, `width` pixels wide; None where no report has a value that could be drawn.

    nature  of the figure (claims.consistency.report.NATURES)
    unit    of all the numbers; empty for a plain count
    """
    if nature == EVENT_DATE:
        return dates.draw(claim, reports, width=width)
    return levels.draw(claim, reports, unit=unit, width=width, running_total=nature == "cumulative")
