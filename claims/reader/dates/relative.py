"""Dates that count from the publication: last week, Tuesday, two years ago, as of now."""

from __future__ import annotations

from dataclasses import replace

from ..numerals import number_at
from ..page import Page
from ..years import looks_like_year
from . import calendar
from .dated import Dated
from .months import after_month, day_month, month, month_day, month_number
from .parts import part_before

_AGO_WITHIN = 7
"""Tokens after a number within which "ago" is looked for."""


def ago(page: Page, at: int) -> Dated | None:
    """ "three days ago", "two years from now", "a week ago"."""
    dates, units = page.words.dates, page.words.units
    if dates.AGO_OR_FROM.isdisjoint(page.texts[at + 2 : at + _AGO_WITHIN]):
        return None
    if page.text(at) in page.words.numbers.ARTICLES:
        amount, after = 1, at + 1
    else:
        number = number_at(page, at)
        if number is None or number.share or number.amount != int(number.amount):
            return None
        amount, after = int(number.amount), number.end
    if amount > 10**6:
        return None
    unit = units.TIME_UNITS.get(page.text(after))
    if unit is None:
        return None
    if page.text(after + 1) in dates.AGO:
        return Dated(at, after + 2, calendar.distance(page.published, amount, unit, -1))
    if (page.text(after + 1), page.text(after + 2)) == dates.FROM_NOW:
        return Dated(at, after + 3, calendar.distance(page.published, amount, unit, +1))
    return None


def weekday(page: Page, at: int, floor: int) -> Dated | None:
    dates = page.words.dates
    if not page.is_capitalised(at):
        return None
    number, end = dates.WEEKDAYS[page.text(at)], at + 1
    after = end + 1 if page.text(end) == "," else end
    if after < len(page.texts):
        following = page.text(after)
        if following in dates.MONTHS:
            day = month_day(page, after, after_month(page, after), dates.MONTHS[following])
            if day and month_number(page, after):
                return replace(day, start=at)
        day = day_month(page, after) if page.is_number(after) else None
        if day:
            return replace(day, start=at)
    if page.is_capitalised(end) and page.is_word(end) and not page.is_title(at):
        return None
    lead = page.text(at - 1)
    start, which = at, "past"
    if lead in dates.WHICH and at - 1 >= floor:
        start, which = at - 1, {-1: "last", 0: "past", 1: "next"}[dates.WHICH[lead]]
    else:
        near = {page.text(i) for i in range(max(0, at - 5), at)}
        which = "future" if near & dates.FUTURE_WORDS else "past"
    return Dated(start, end, calendar.weekday(page.published, number, which))


def season(page: Page, at: int, floor: int) -> Dated | None:
    dates = page.words.dates
    span = dates.SEASONS[page.text(at)]
    year_at = at + 2 if page.text(at + 1) in {"of", ","} else at + 1
    if looks_like_year(page.text(year_at)) and page.is_number(year_at):
        days = calendar.months(int(page.text(year_at)), *span)
        return Dated(at, year_at + 1, calendar.of_days(*days))
    lead = page.text(at - 1)
    if lead in dates.WHICH and at - 1 >= floor:
        verb = page.text(at) in {"fall", "spring"} and lead in {"this", "past"}
        if verb and page.text(at - 2) not in {"in", "since", "until", "by", ",", "during", "the"}:
            ends = not page.is_word(at + 1)
            if not ends:
                return None
        return Dated(at - 1, at + 1, calendar.season(page.published, span, dates.WHICH[lead]))
    return None


def which(page: Page, at: int, floor: int) -> Dated | None:
    """ "last week", "this month", "earlier this year", "the early part of this year"."""
    dates = page.words.dates
    word, following = page.text(at), page.text(at + 1)
    if following in dates.SEASONS:
        return season(page, at + 1, floor)
    if following in dates.WEEKDAYS:
        return weekday(page, at + 1, floor)
    if following in dates.MONTHS:
        return month(page, at + 1, floor)
    unit = dates.CALENDAR_UNITS.get(following)
    if unit is None or (page.text(at + 2) == "-" and page.attached(at + 2)):
        return None
    if following == "night" and word not in {"last"}:
        return None
    the = page.text(at - 1) in {"the", "its", "their", "his", "her", "same", "very"}
    if word in dates.ONLY_AFTER_THE and not the:
        return None
    if the and word in {"next", "previous"} and not _by_now(page, at):
        return None
    if the and word == "last" and page.text(at - 1) != "the":
        return None
    shift = page.text(at - 1)
    if shift in dates.SHIFTED and at - 1 >= floor:
        part = {-1: "before", 1: "after", -2: "early", 2: "late"}[dates.SHIFTED[shift]]
        period = calendar.unit_shifted(page.published, unit, dates.WHICH[word], part)
        return Dated(at - 1, at + 2, period)
    part, start = part_before(page, at, floor)
    if part and part not in {"early", "mid", "late"} and unit != "year":
        part = None
    period = calendar.unit_shifted(page.published, unit, dates.WHICH[word], part)
    start = start - 1 if start == at and the and word in dates.ONLY_AFTER_THE else start
    return Dated(max(start, floor), at + 2, period)


def _by_now(page: Page, at: int) -> bool:
    """ "in the next year", "over the next month": from now, not from some other day."""
    return page.text(at - 2) in {"in", "within", "over", "during", "for", "by"}


def a_day(page: Page, at: int) -> Dated | None:
    after_name = page.is_word(at - 1) and page.is_capitalised(at - 1)
    if page.is_capitalised(at) and after_name:
        return None  # USA TODAY
    if page.text(at + 1) == "'" and page.text(at + 2) == "s":
        return None
    period = calendar.shifted_days(page.published, page.words.dates.DAYS[page.text(at)])
    return Dated(at, at + 1, period)


def edge(page: Page, at: int) -> Dated | None:
    """ "the end of the year", "end of the month", "the end of year"."""
    dates = page.words.dates
    if page.text(at + 1) != "of":
        return None
    after = at + 3 if page.text(at + 2) == "the" else at + 2
    unit = dates.CALENDAR_UNITS.get(page.text(after))
    if unit not in {"week", "month", "year", "decade"} or page.text(after + 1) == "-":
        return None
    start = at - 1 if page.text(at - 1) == "the" else at
    part = dates.EDGES[page.text(at)] if unit in {"month", "year"} else None
    return Dated(start, after + 1, calendar.unit_shifted(page.published, unit, 0, part))


def as_of_now(page: Page, at: int) -> Dated | None:
    phrase = tuple(page.text(i) for i in range(at, at + 3))
    if phrase not in page.words.dates.NOW_PHRASES:
        return None
    by = page.words.dates.DAYS.get(phrase[2], 0)
    return Dated(at, at + 3, calendar.shifted_days(page.published, by))


def quarter(page: Page, at: int) -> Dated | None:
    """ "Q3 2020"."""
    number = page.text(at + 1)
    if number not in {"1", "2", "3", "4"} or not page.attached(at + 1):
        return None
    year_at = at + 3 if page.text(at + 2) in {"of", ","} else at + 2
    if not looks_like_year(page.text(year_at)):
        return None
    days = calendar.part_of_year(int(page.text(year_at)), f"q{number}")
    return Dated(at, year_at + 1, calendar.of_days(*days))
