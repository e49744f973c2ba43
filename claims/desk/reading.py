"""What a stretch of text reports, as the engine reads it: the fields that the panel prefills."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.admin.fields import PeriodField
from claims.consistency import Period
from claims.rows import daterange_of

from .quantities import Found, found_in

AROUND = 1500
"""Code points on either side of a quote in which its paragraph, its dates and names are read."""

_COMPARED = re.compile(
    r"\b(?:compared|versus|vs|as against|up from|down from|more than|less than|fewer than) [^.]*\d"
)
"""Words before another number to which the one before them is compared."""

FROM_PUBLICATION = "The text gives no date here: the publication's own is taken."


@dataclass(frozen=True, slots=True)
class Reported:
    """One number (or none) that a quote reports, with its time.

    when    in words that read as the same days; "" where nothing is known
    dated   the time stands in the quote itself, not only near it
    counted what the number counts, None where the text does not say
    why     how the time was come by, where the words do not show it
    """

    wording: str
    when: str
    mode: str
    basis: str
    planned: bool = False
    denied: bool = False
    place: str | None = None
    dated: bool = False
    why: str = ""
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote in its surroundings.

    sentence   the sentences that it touches; around: these with the rest of their paragraph
    numbers    what each number in the quote reports, the first first; one without a number at the
               end: what the quote reports apart from them, unless it is nothing but a number
    """

    quote: str
    sentence: str
    around: str
    numbers: tuple[Reported, ...]


def read_quote(text: str, start: int, end: int, *, published: Period | None) -> Quoted:
    """Read the quote at [start, end) of a text.

    published  the publication interval: what "last month" counts from
    """
    first, last = _paragraph(text, start, end)
    around = text[first:last]
    found = [_moved(one, first) for one in found_in(around, published)]
    inside = [one for one in found if start <= one.start and one.end <= end]
    touching = [one.sentence for one in found if one.sentence[0] < end and start < one.sentence[1]]
    whole = (min([start, *(a for a, _ in touching)]), max([end, *(b for _, b in touching)]))
    dates = [one for one in found if one.period is not None]
    numbers = [
        _dated(_reported(one, dates, published, text), inside)
        for one in inside
        if one.quantity is not None
    ]
    if numbers and text[start:end].strip() == text[inside[0].start : inside[0].end]:
        return Quoted(text[start:end], text[whole[0] : whole[1]], around, tuple(numbers))
    return Quoted(
        quote=text[start:end],
        sentence=text[whole[0] : whole[1]],
        around=around,
        numbers=(
            *numbers,
            _dated(_without_number(inside, dates, (start, end), published), inside),
        ),
    )


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraphs that a quote stands in, as far as AROUND."""
    before = text.rfind("\n", max(0, start - AROUND), start)
    after = text.find("\n", end, end + AROUND)
    first = before + 1 if before >= 0 else max(0, start - AROUND)
    return first, after if after >= 0 else min(len(text), end + AROUND)


def _moved(one: Found, by: int) -> Found:
    sentence = (one.sentence[0] + by, one.sentence[1] + by)
    return replace(one, start=one.start + by, end=one.end + by, sentence=sentence)


def _reported(
    number: Found, dates: Sequence[Found], published: Period | None, text: str
) -> Reported:
    same = [
        date
        for date in dates
        if date.sentence == number.sentence and not _of_what_it_is_compared_to(date, number, text)
    ]
    nearest = min(same, key=lambda date: _gap(date, number.start, number.end), default=None)
    return _timed(nearest, published, number.wording, number)


def _of_what_it_is_compared_to(date: Found, number: Found, text: str) -> bool:
    """The 2017 of "14 percent, compared to 74 percent in 2017" is not the first number's."""
    return bool(_COMPARED.search(text, number.end, max(number.end, date.start)))


def _without_number(
    inside: Sequence[Found],
    dates: Sequence[Found],
    quote: tuple[int, int],
    published: Period | None,
) -> Reported:
    near = [d for d in dates if d.sentence[0] < quote[1] and quote[0] < d.sentence[1]]
    nearest = min(near, key=lambda date: _gap(date, *quote), default=None)
    return _timed(nearest, published, "", nearest or next(iter(inside), None))


def _dated(reported: Reported, inside: Sequence[Found]) -> Reported:
    return replace(reported, dated=any(one.period is not None for one in inside))


def _gap(date: Found, start: int, end: int) -> int:
    return max(date.start - end, start - date.end, 0)


def _timed(
    date: Found | None, published: Period | None, wording: str, told: Found | None
) -> Reported:
    period, why = date and date.period, ""
    if (period is None or period.is_unknown) and published is not None:
        period, why = replace(published, mode="instant", basis="inferred"), FROM_PUBLICATION
    return Reported(
        wording=wording,
        when=in_typed_words(period),
        mode=period.mode if period else "instant",
        basis=period.basis if period else "stated",
        planned=bool(told and told.planned),
        denied=bool(told and told.denied),
        place=told and told.place,
        counted=told and told.counted,
        why=why,
    )


def in_typed_words(period: Period | None) -> str:
    """A period as a person would type it, so that it reads as the same days; "" for none."""
    if period is None or period.is_unknown:
        return ""
    return PeriodField().prepare_value(daterange_of(period))
