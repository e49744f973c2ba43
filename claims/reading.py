"""From words to the columns of a claim or of evidence: the only door to its quantity.

A wording is read with the unit of the figure, so a number and its unit always travel together.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from claims.consistency import WordingError, read_quantity

from .models import Claim, Evidence, Figure
from .models.choices import Nature
from .rows import quantity_columns


def worded_columns(wording: str, figure: Figure | None) -> dict[str, Any]:
    """The quantity's columns for a wording such as "approximately 5,000"; "" is no quantity.

    Raises ValidationError at `wording`: no figure, an event's date, or words that say no number.
    """
    if not wording.strip():
        return quantity_columns(None)
    if figure is None:
        raise _refusal("A number needs a figure: give the claim the figure that it counts.")
    if figure.nature == Nature.EVENT_DATE:
        raise _refusal(
            f"“{figure.slug}” is the date of an event: its value is the period, not a number."
        )
    try:
        return quantity_columns(read_quantity(wording, unit=figure.unit or None))
    except WordingError as error:
        raise _refusal(str(error)) from error


def reread_wording(row: Claim | Evidence, figure: Figure | None) -> bool:
    """Read a row's wording again for this figure; True when its quantity is another than before."""
    columns = worded_columns(row.wording, figure)
    changed = {name for name, value in columns.items() if getattr(row, name) != value}
    for name in changed:
        setattr(row, name, columns[name])
    return bool(changed)


def _refusal(message: str) -> ValidationError:
    return ValidationError({"wording": [message]})
