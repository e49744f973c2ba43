"""The grammar of an amount: hedge, number or range, unit, what is counted."""

from __future__ import annotations

from claims.consistency import WordingError

from . import meaning
from .amount import Amount, Measured, measured, single
from .counted import counted_after
from .page import Page
from .ranges import range_or_change
from .units import unit_at


def amount_at(page: Page, at: int, floor: int) -> list[Amount]:
    """The amount whose number begins at tokens[at]: one, the two of a change, or none.

    floor  the first token that it may take before its number
    """
    first = measured(page, at, floor)
    if first is None:
        return []
    try:
        return (
            _plus_minus(page, first)
            or range_or_change(page, first, floor)
            or [single(page, first, floor)]
        )
    except WordingError:
        return []


def _plus_minus(page: Page, first: Measured) -> list[Amount]:
    sign = page.text(first.end)
    if sign == "±":
        at = first.end + 1
    elif page.phrase(first.end, first.end + 3) == "+ / -":
        at = first.end + 3
    else:
        return []
    error = measured(page, at, at)
    if error is None:
        return []
    unit, end = first.unit or error.unit, error.end
    if unit is None and page.text(end) == ")" and (after := unit_at(page, end + 1)):
        unit = after[0]
    wording = page.raw_text(first.start, end)
    quantity = meaning.plus_minus(wording, first.number, error.number, unit)
    return [Amount(first.start, end, quantity, counted_after(page, end, unit=unit))]
