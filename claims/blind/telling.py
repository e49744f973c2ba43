"""Readings and figures of agreement in words, as the pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from django.utils.safestring import SafeString

from claims.admin.badges import stance_badge
from claims.admin.words import period_in_words, quantity_in_words
from claims.models import Adjudication, BlindReading

from .statistics import Agreement


@dataclass(frozen=True)
class Told:
    """A reading without its reader. number: as worded; says: what is read from that."""

    stance: SafeString
    number: str
    says: str
    time: str
    modality: str
    note: str


def told(judged: BlindReading | Adjudication) -> Told:
    return Told(
        stance=stance_badge(judged.stance),
        number=judged.wording,
        says=quantity_in_words(judged.quantity),
        time=period_in_words(judged.reported_period),
        modality=judged.get_modality_display().lower(),
        note=judged.note if isinstance(judged, BlindReading) else judged.reason,
    )


@dataclass(frozen=True)
class Line:
    """A line of the table, in words."""

    name: str
    items: int
    same: str
    kappa: str
    alpha: str


def told_lines(lines: Iterable[Agreement]) -> list[Line]:
    return [
        Line(line.name, line.items, same_in_words(line), _number(line.kappa), _number(line.alpha))
        for line in lines
    ]


def same_in_words(line: Agreement) -> str:
    """“2 (67 %)”; “–” where nothing was read twice."""
    return f"{line.same} ({100 * line.same / line.items:.0f} %)" if line.items else "–"


def _number(value: Fraction | None) -> str:
    """With two digits; “–” where it is not defined."""
    return "–" if value is None else f"{float(value):.2f}".replace("-", "−")
