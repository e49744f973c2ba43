"""What the reader of quantities finds in a text: the one place that knows that reader. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from claims.consistency import Period, Quantity, WordingError, read_quantity
from claims.reader import Find, read_text

KEPT_TEXTS = 8
"""How many texts' readings a process keeps: a page and its requests ask for the same one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity or a date in a text.

    start, end  code points; sentence: those of the sentence around it
    wording     as the text has it, in one line
    quantity    None of a date; period: None of a quantity
    planned     the sentence says that it is to be; denied: that it is not
    place       where, as the sentence names it
    """

    start: int
    end: int
    sentence: tuple[int, int]
    wording: str
    quantity: Quantity | None
    period: Period | None
    planned: bool
    denied: bool
    place: str | None
    counted: str | None


@lru_cache(maxsize=KEPT_TEXTS)
def found_in(text: str, published: Period | None) -> tuple[Found, ...]:
    """Every quantity and date of a text, in their order.

    published  when it was published: what "last month" counts from
    """
    return tuple(_found(find) for find in read_text(text, published))


def _found(find: Find) -> Found:
    wording = " ".join(find.text.split())
    return Found(
        start=find.start,
        end=find.end,
        sentence=find.sentence,
        wording=_typeable(wording, find),
        quantity=find.quantity,
        period=find.period,
        planned=find.modality == "planned",
        denied=find.modality == "negated",
        place=find.place,
        counted=find.counted,
    )


def _typeable(wording: str, find: Find) -> str:
    """The wording, with what it counts where it does not read the same without."""
    if find.quantity is None:
        return wording
    for candidate in (wording, f"{wording} {find.counted or ''}".strip(), find.quantity.wording):
        try:
            read = read_quantity(candidate)
        except WordingError:
            continue
        if read.reading == find.quantity.reading:
            return candidate
    return wording
