"""A bar chart of agreement month by month, as numbers for an SVG. Lengths are its user units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .statistics import Agreement

STEP, BAR, HEIGHT, FOOT = 56, 36, 120, 34
MOST = 24
"""So many months are drawn, the latest ones; the table beside it has them all."""


@dataclass(frozen=True)
class Bar:
    """One month. x, y, height of the bar; middle: where its words are centred."""

    x: int
    y: int
    height: int
    middle: int
    month: str
    share: str


@dataclass(frozen=True)
class Chart:
    width: int
    height: int
    base: int
    bar: int
    bars: list[Bar]


def chart_of(months: Sequence[Agreement]) -> Chart | None:
    """The share of passages read alike, per month; None where there is nothing to draw."""
    drawn = [month for month in months[-MOST:] if month.items]
    if not drawn:
        return None
    top = 20
    bars = []
    for number, month in enumerate(drawn):
        height = round(HEIGHT * month.same / month.items)
        x = number * STEP + (STEP - BAR) // 2
        share = f"{100 * month.same / month.items:.0f} %"
        bars.append(Bar(x, top + HEIGHT - height, height, x + BAR // 2, month.name, share))
    return Chart(STEP * len(drawn), top + HEIGHT + FOOT, top + HEIGHT, BAR, bars)
