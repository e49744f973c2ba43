"""Dates in words → Period: "3 January 2020", "late August 2020", "mid-2018", "now".

Only for strings known to be dates; it does not look for dates in text. ISO dates, months,
quarters of speech (early, mid, late) and years; a year is always stated. Source of the
parts: docs/consistency.md, section 2.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from .lexicon import MONTHS, PARTS_OF_MONTH, PARTS_OF_YEAR
from .period import Period, PeriodError
from .tokens import simplify

MAX_LENGTH = 100

_PART = r"(?:(?P<part>early|mid|late)[\s-]+(?:in\s+)?)?"
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\Z")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]+)\.?,?\s+(\d{4})\Z")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\Z")
_MONTH = re.compile(_PART + r"(?P<month>[a-z]+)\.?,?\s+(?P<year>\d{4})\Z")
_YEAR = re.compile(_PART + r"(?P<year>\d{4})\Z")
_LEAD = re.compile(r"(?:in|on|during|throughout|around|the|of|by|since|until)\s+")
_END_OF = re.compile(r"(?:the\s+)?(end|start|beginning|middle)\s+of\s+(.*)\Z")
_RANGE = re.compile(
    r"(?:from\s+|between\s+)?(.+?)(?:\s*/\s*|\s+(?:to|and|until|through)\s+|\s+-\s+)(.+)\Z"
)


def read_period(
    text: str, *, published: Period | None = None, mode: str = "instant", basis: str = "stated"
) -> Period:
    """Read one date or span in words.

    published  what "now" and "today" mean: the publication interval
    mode       the mode of the period where the words do not say it ("by …" is a deadline,
               "since …" runs to the publication date)

    Raises PeriodError with a plain sentence.
    """
    words = simplify(text).casefold().strip(" .") if isinstance(text, str) else ""
    if not words:
        raise PeriodError("an empty date")
    if len(words) > MAX_LENGTH:
        raise PeriodError(f"a date has at most {MAX_LENGTH} characters, this has {len(words)}")
    if words in {"now", "today", "currently", "at present"}:
        return _now(words, published, mode)
    if words.startswith("since "):
        start = _span(words.removeprefix("since "), text)
        return Period(start[0], published.latest if published else None, "since", basis)
    if words.startswith("by "):
        end = _span(words.removeprefix("by "), text)
        return Period(*end, "deadline", basis)
    whole = _span_or_none(words)
    if whole is None:
        ends = _RANGE.match(words)
        if ends is None:
            raise _unreadable(text)
        first, last = _span(ends[1], text), _span(ends[2], text)
        if first[0] > last[1]:
            raise PeriodError(f"‘{text}’ ends before it begins")
        whole = first[0], last[1]
    return Period(*whole, mode, basis)


def _now(words: str, published: Period | None, mode: str) -> Period:
    if published is None:
        raise PeriodError(f"‘{words}’ needs the publication date")
    return replace(published, mode=mode, basis="relative")


def _unreadable(text: str) -> PeriodError:
    return PeriodError(
        f"‘{text}’ is not read as a date; write 2020-07-15, 15 July 2020, July 2020, "
        "late August 2020, mid-2018, 2017, or two of these with ‘to’ between"
    )


def _span(words: str, text: str) -> tuple[date, date]:
    span = _span_or_none(words)
    if span is None:
        raise _unreadable(text)
    return span


def _span_or_none(words: str) -> tuple[date, date] | None:
    words = words.strip()
    stripped = _LEAD.match(words)
    if stripped and not _END_OF.match(words):
        words = words[stripped.end() :]
    try:
        return _exact_day(words) or _part_of(words) or _month(words) or _year(words)
    except ValueError as error:
        if isinstance(error, PeriodError):
            raise
        raise PeriodError(f"‘{words}’ is not a day of the calendar") from None


def _exact_day(words: str) -> tuple[date, date] | None:
    iso = _ISO.match(words)
    if iso and iso[3]:
        day = date(int(iso[1]), int(iso[2]), int(iso[3]))
        return day, day
    if iso:
        return _whole_month(int(iso[1]), int(iso[2]))
    for pattern, (d, m, y) in ((_DAY_FIRST, (1, 2, 3)), (_MONTH_FIRST, (2, 1, 3))):
        match = pattern.match(words)
        if match and match[m] in MONTHS:
            day = date(int(match[y]), MONTHS[match[m]], int(match[d]))
            return day, day
    return None


def _part_of(words: str) -> tuple[date, date] | None:
    """ "end of 2021" is late 2021; "the end of November 2019" its last third."""
    match = _END_OF.match(words)
    if match is None:
        return None
    part = {"end": "late", "start": "early", "beginning": "early", "middle": "mid"}[match[1]]
    return _span_or_none(f"{part} {match[2]}")


def _whole_month(year: int, month: int) -> tuple[date, date]:
    if not 1 <= month <= 12:
        raise PeriodError(f"there is no month {month}")
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _month(words: str) -> tuple[date, date] | None:
    match = _MONTH.match(words)
    if match is None or match["month"] not in MONTHS:
        return None
    first, last = _whole_month(int(match["year"]), MONTHS[match["month"]])
    if match["part"]:
        begin, end = PARTS_OF_MONTH[match["part"]]
        return first.replace(day=begin), first.replace(day=min(end, last.day))
    return first, last


def _year(words: str) -> tuple[date, date] | None:
    match = _YEAR.match(words)
    if match is None:
        return None
    year = int(match["year"])
    begin, end = PARTS_OF_YEAR[match["part"]] if match["part"] else (1, 12)
    return date(year, begin, 1), _whole_month(year, end)[1]
