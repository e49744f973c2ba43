"""Dates with a month: June, June 11, 11 June 2020, late August, July last year."""

from __future__ import annotations

from claims.consistency import Period

from ..page import Page
from ..years import is_year, looks_like_year
from . import calendar
from .dated import Dated
from .digits import attached_to_word
from .parts import part_before


def day_month(page: Page, at: int) -> Dated | None:
    """ "3 January 2020", "the 25th of June", "25-27 June"."""
    text = page.text(at)
    day = text.isdigit() and len(text) <= 2 and 1 <= int(text) <= 31
    if not day or attached_to_word(page, at):
        return None
    last, end = int(text), at + 1
    if page.text(end) in {"-", "to", "and"} and page.text(end + 1).isdigit():
        following = int(page.text(end + 1)) if len(page.text(end + 1)) <= 2 else 0
        if int(text) < following <= 31:
            last, end = following, end + 2
    if page.text(end) in page.words.labels.ORDINAL_ENDINGS and page.attached(end):
        end += 1
    if page.text(end) == "of":
        end += 1
    month = month_number(page, end)
    if month is None:
        return None
    end = after_month(page, end)
    return _day_of(page, at, end, month, (int(text), last))


def month_number(page: Page, at: int) -> int | None:
    """The month named at tokens[at]; "may" and "march" need a capital, as do abbreviations."""
    dates = page.words.dates
    text = page.text(at)
    if text not in dates.MONTHS:
        return None
    needs = text in dates.AMBIGUOUS_MONTHS or text in dates.ABBREVIATED_MONTHS
    return dates.MONTHS[text] if not needs or page.is_capitalised(at) else None


def after_month(page: Page, at: int) -> int:
    """The token after a month's name and the full stop of an abbreviation."""
    short = page.text(at) in page.words.dates.ABBREVIATED_MONTHS
    return at + 2 if short and page.text(at + 1) == "." and page.attached(at + 1) else at + 1


def _day_of(page: Page, start: int, end: int, month: int, days: tuple[int, int]) -> Dated | None:
    """A day and month, with the year that follows or that the context gives."""
    year_at = end + 1 if page.text(end) in {",", "of"} else end
    if looks_like_year(page.text(year_at)) and page.is_number(year_at):
        year = int(page.text(year_at))
        first, last = (calendar.day(year, month, number) for number in days)
        if first is None or last is None:
            return None
        period = calendar.of_days(first.earliest, last.latest)
        return Dated(start, year_at + 1, period)
    first = _without_year(page, start, end, month, None, days[0])
    last = _without_year(page, start, end, month, None, days[1])
    if first is None or last is None:
        return None
    if not first.earliest or not last.latest or first.earliest > last.latest:
        return Dated(start, end, first)
    return Dated(start, end, calendar.of_days(first.earliest, last.latest, first.basis))


def _without_year(
    page: Page, start: int, end: int, month: int, part: str | None, day: int | None
) -> Period | None:
    """By a year that its sentence states, else by the publication date."""
    if day is not None and calendar.day(2020, month, day) is None:
        return None
    if page.published is None:
        year = _year_in_sentence(page, start, end)
        if year:
            return calendar.inferred_day(year, month, part, day)
    dates = page.words.dates
    before = page.text(start - 1)
    if before in dates.WHICH and before != "past":
        which = {-1: "last", 0: "this", 1: "next"}[dates.WHICH[before]]
    else:
        near = {page.text(i) for i in range(max(0, start - 5), start)}
        ahead = near & dates.FUTURE_WORDS or before in dates.FUTURE_LEADS
        which = "future" if ahead else "past"
    return calendar.nearest_month(page.published, month, part, day, which)


def _year_in_sentence(page: Page, start: int, end: int) -> int | None:
    """The one year that stands near in the same sentence, None for none or several."""
    first, last = page.sentence_of(start)
    near = range(max(first, start - 25), min(last, end + 25))
    years = {page.text(i) for i in near if looks_like_year(page.text(i)) and is_year(page, i)}
    return int(years.pop()) if len(years) == 1 else None


def month(page: Page, at: int, floor: int) -> Dated | None:
    """ "June", "June 11", "June 11-13, 2020", "late August 2020", "last June"."""
    month = month_number(page, at)
    if month is None or (page.attached(at) and page.text(at - 1) in {"'", "."}):
        return None
    after = after_month(page, at)
    with_day = month_day(page, at, after, month)
    if with_day:
        return with_day
    year_at = after + 1 if page.text(after) in {",", "of"} else after
    part, start = part_before(page, at, floor)
    if looks_like_year(page.text(year_at)) and page.is_number(year_at):
        days = calendar.part_of_month(int(page.text(year_at)), month, part)
        return Dated(start, year_at + 1, calendar.of_days(*days))
    turn = page.words.dates.WHICH.get(page.text(after))
    if turn is not None and page.text(after + 1) == "year":
        return Dated(start, after + 2, _month_of(page, month, part, turn))
    if not _stands_as_month(page, at, start):
        return None
    named = page.text(start - 1) in page.words.dates.WHICH and start - 1 >= floor
    period = _without_year(page, start, after, month, part, None)
    return Dated(start - named, after, period) if period else None


def _month_of(page: Page, month: int, part: str | None, turn: int) -> Period:
    """ "July last year"."""
    year = calendar.unit_shifted(page.published, "year", turn)
    if year.earliest is None or year.latest is None or year.earliest.year != year.latest.year:
        return calendar.UNKNOWN
    return calendar.of_days(
        *calendar.part_of_month(year.earliest.year, month, part), basis="relative"
    )


def month_day(page: Page, at: int, after: int, month: int) -> Dated | None:
    text = page.text(after)
    if not text.isdigit() or len(text) > 2 or not 1 <= int(text) <= 31:
        return None
    first, end = int(text), after + 1
    last = first
    if page.text(end) in page.words.labels.ORDINAL_ENDINGS and page.attached(end):
        end += 1
    if page.text(end) in {"-", "to"} and page.text(end + 1).isdigit():
        following = page.text(end + 1)
        if len(following) <= 2 and first < int(following) <= 31:
            last, end = int(following), end + 2
    counts = page.text(end) in page.words.numbers.SCALES or page.text(end) == "%"
    if counts or (page.text(end) == ":" and page.attached(end + 1)):
        return None
    return _day_of(page, at, end, month, (first, last))


def _stands_as_month(page: Page, at: int, start: int) -> bool:
    """A month's name alone: "in May", "June's statement"; not "Mar" nor "May wrote"."""
    dates = page.words.dates
    text = page.text(at)
    lead = page.text(start - 1)
    if text in dates.NEVER_ALONE or text in dates.ABBREVIATED_MONTHS:
        return start < at or lead in dates.LEADS_A_DATE
    if text in dates.AMBIGUOUS_MONTHS:
        return start < at or lead in dates.LEADS_A_DATE
    if not page.is_capitalised(at):
        return lead in dates.LEADS_A_DATE
    person = page.is_capitalised(at + 1) and page.is_word(at + 1)
    return lead in dates.LEADS_A_DATE or not person or page.is_title(at)
