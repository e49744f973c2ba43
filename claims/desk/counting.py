"""Whether a number of a text counts what a figure counts: a number alone fits too many figures.

The engine takes a number without a unit in the unit of what it is compared with. That is right
where a person has said that the two belong together; a proposal has only the text's own words.
"""

from __future__ import annotations

import re

from claims.consistency import Quantity
from claims.consistency.units import PERSONS, canonical_unit, same_dimension
from claims.models import Figure

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 6


def counts_another_thing(
    quantity: Quantity | None, counted: str | None, figure: Figure, statement: str
) -> str | None:
    """Why the number is not one of the figure's, as a sentence; None where it may well be.

    quantity   as read without the figure's unit; counted: the noun phrase after the number
    statement  the claim's: what is counted may be named there alone
    """
    unit = canonical_unit(figure.unit)
    if quantity is None or quantity.unit is not None or unit is None:
        return None
    if unit.continuous:
        what = f"counts {counted}" if counted else "has no unit"
        return f"The number in the text {what}; the figure is in {figure.unit}."
    head = _head(counted or "")
    other = canonical_unit(head)
    # A capital makes a people of it ("Iraqis"), which no list of units knows.
    if other is None or same_dimension(other, unit) or head[0].isupper():
        return None
    if _share_a_stem(head, f"{figure.unit} {figure.measure} {statement}"):
        return None
    return f"The text counts {counted}; the figure counts {figure.unit}."


def alike_in(counted: str | None, figure: Figure | None) -> float:
    """1 where the text counts the very thing that the figure does, 0.5 where both count persons,
    0 where nothing shows that they count the same."""
    if not counted or figure is None or not figure.unit:
        return 0.0
    if _share_a_stem(_head(counted), figure.unit):
        return 1.0
    return 0.5 if _persons(counted) and _persons(figure.unit) else 0.0


def _head(phrase: str) -> str:
    """The noun itself, the last word of a phrase: "soldiers" of "US soldiers"."""
    words = _WORD.findall(phrase)
    return words[-1] if words else ""


def _persons(phrase: str) -> bool:
    return _head(phrase).casefold() in PERSONS


def _share_a_stem(one: str, other: str) -> bool:
    return bool(_stems(one) & _stems(other))


def _stems(text: str) -> set[str]:
    return {word.removesuffix("s")[:_STEM] for word in _WORD.findall(text.casefold())}
