"""What the reader finds: one quantity or one date, where it stands and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.consistency import Period, Quantity


@dataclass(frozen=True, slots=True)
class Find:
    """One quantity or date of a text; the finds of a text never overlap.

    kind      "quantity" or "date"
    start, end  code points of the raw text; text is what stands there
    quantity  of a quantity: hedge, amount, unit, reading, accept; None of a date
    period    of a date: its interval with mode and basis; None of a quantity
    counted   the noun phrase that is counted, None where none is stated
    modality  asserted, planned, attributed or negated
    speaker   who is said to have said it, None where nobody is
    place     where, None where the sentence names no place
    sentence  start and end of its sentence, in code points of the raw text
    dates     the periods that its sentence states, in their order (none of a date itself)
    role      "before" or "after" for the two values of a change ("cut from A to B"), else None
    """

    kind: str
    start: int
    end: int
    text: str
    quantity: Quantity | None = None
    period: Period | None = None
    counted: str | None = None
    modality: str = "asserted"
    speaker: str | None = None
    place: str | None = None
    sentence: tuple[int, int] = (0, 0)
    dates: tuple[Period, ...] = ()
    role: str | None = None
