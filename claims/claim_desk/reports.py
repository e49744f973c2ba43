"""From a claim and its evidence to what the timeline draws, and to the table beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse

from claims.admin.standing import Group
from claims.admin.words import interval_in_words, period_in_words
from claims.consistency import Interval, Quantity
from claims.consistency.units import canonical_unit, same_dimension
from claims.models import Claim, Evidence
from claims.models.choices import Modality, Nature

from .timeline import Asserted, Drawing, Told, draw
from .timeline.parts import ELSEWHERE, UNCOUNTED

OTHERS = 40
"""How many reports on other claims of the figure are shown at most."""

OTHER_DATES = 8
"""The same for the dates of an event, each of which takes a lane of its own."""

LOOKED_AT = 300
"""How many rows are read for them: a figure may have thousands."""

WIDTHS = {"wide": 900, "narrow": 340}
"""The page shows the one for which there is room; text keeps its size."""


@dataclass(frozen=True)
class Timeline:
    """drawings   by the name of their width; empty where there is nothing to draw
    asserted   the claim's own value and time
    reports    what is in the drawing, row by row, those without a number too
    left_out   how many more reports on other claims were found
    """

    unit: str
    drawings: dict[str, Drawing]
    asserted: Asserted
    reports: list[Told]
    left_out: int


def timeline_of(claim: Claim, groups: Iterable[Group]) -> Timeline | None:
    """None for a claim without a figure; one query."""
    figure = claim.figure
    if figure is None:
        return None
    steps = [step for group in groups for step in group.steps]
    own = [
        _told(
            step.row,
            figure.unit,
            number=step.number,
            role=step.counts_as or UNCOUNTED,
            link=f"#evidence-{step.row.pk}",
        )
        for step in steps
    ]
    most = OTHER_DATES if figure.nature == Nature.EVENT_DATE else OTHERS
    others = _elsewhere(claim, {_identity(step.row) for step in steps})
    shown = [
        _told(
            row,
            figure.unit,
            number=0,
            role=ELSEWHERE,
            link=reverse("admin:claims_claim_change", args=[row.claim_id]),
        )
        for row in others[:most]
    ]
    asserted = Asserted(
        accept=claim.quantity and _in_unit(claim.quantity.accept, claim.unit, figure.unit),
        period=claim.reported_period,
        says=_says(claim.quantity),
        when=period_in_words(claim.reported_period),
    )
    reports = [*own, *shown]
    drawn = {
        name: draw(asserted, reports, nature=figure.nature, unit=figure.unit, width=width)
        for name, width in WIDTHS.items()
    }
    return Timeline(
        unit=figure.unit,
        drawings={name: drawing for name, drawing in drawn.items() if drawing},
        asserted=asserted,
        reports=reports,
        left_out=len(others) - len(shown),
    )


def _elsewhere(claim: Claim, own: set[tuple[int, str]]) -> list[Evidence]:
    """What sources report of the figure on other claims, each report once."""
    rows = Evidence.objects.about_figure(claim.figure).exclude(claim=claim)
    found: dict[tuple[int, str], Evidence] = {}
    for row in rows.with_passage().order_by("key")[:LOOKED_AT]:
        if _identity(row) not in own:
            found.setdefault(_identity(row), row)
    return list(found.values())


def _identity(row: Evidence) -> tuple[int, str]:
    return row.passage_id, row.wording


def _told(row: Evidence, unit: str, *, number: int, role: str, link: str) -> Told:
    quantity = row.quantity
    intention = "" if row.modality == Modality.OBSERVATION else f" ({row.modality})"
    return Told(
        id=row.key,
        number=number,
        source=row.passage.snapshot.document.title,
        says=_says(quantity) + intention,
        when=period_in_words(row.reported_period),
        role=role,
        link=link,
        reading=quantity and _in_unit(quantity.reading, row.unit, unit),
        best=quantity and _amount(quantity, row.unit, unit),
        period=row.reported_period,
    )


def _says(quantity: Quantity | None) -> str:
    """“nearly 5,200”, read as 4,940 to just under 5,200."""
    if quantity is None:
        return ""
    if quantity.reading is None or quantity.reading.is_point:
        return f"“{quantity.wording}”"
    return f"“{quantity.wording}”, read as {interval_in_words(quantity.reading)}"


def _amount(quantity: Quantity, unit: str, other: str) -> Decimal | None:
    factor = _factor(unit, other)
    inside = (
        quantity.reading and quantity.amount is not None and quantity.amount in quantity.reading
    )
    return quantity.amount * factor if inside and factor else None


def _in_unit(interval: Interval | None, unit: str, other: str) -> Interval | None:
    """The interval in the figure's unit, near enough to draw; None where it does not convert."""
    factor = _factor(unit, other)
    if interval is None or factor is None:
        return None
    if factor == 1:
        return interval
    low, high = (None if end is None else end * factor for end in (interval.low, interval.high))
    return Interval(low, high, interval.low_closed, interval.high_closed)


def _factor(unit: str, other: str) -> Decimal | None:
    a, b = canonical_unit(unit or None), canonical_unit(other or None)
    if a is None or b is None:
        return Decimal(1)
    return a.factor / b.factor if same_dimension(a, b) else None
