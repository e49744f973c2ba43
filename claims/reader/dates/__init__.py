"""The grammar of dates in a text: what is a date, how far it runs, and when it is.

digits, months, relative   the kinds of dates; parts: "late", "the beginning of" before them
calendar                   from what a date says to an interval of days
"""

from __future__ import annotations

from claims.consistency import Period

from ..counted import counts_a_plural
from ..page import Page
from . import calendar
from .dated import Dated
from .digits import decade, in_digits, year, year_range
from .months import day_month, month
from .relative import a_day, ago, as_of_now, edge, quarter, season, weekday, which

__all__ = ["Dated", "date_at"]


def date_at(page: Page, at: int, floor: int) -> Dated | None:
    """The date whose first core word is tokens[at]; floor: the first token it may take."""
    found = _core(page, at, floor)
    if found is None:
        return None
    found = _to_second(page, found)
    return _with_lead(page, found, floor)


def _core(page: Page, at: int, floor: int) -> Dated | None:
    text = page.text(at)
    dates = page.words.dates
    if page.is_number(at):
        return (
            in_digits(page, at)
            or day_month(page, at)
            or year_range(page, at)
            or decade(page, at)
            or year(page, at, floor)
            or ago(page, at)
        )
    if text in dates.MONTHS:
        return month(page, at, floor)
    if text in dates.WEEKDAYS:
        return weekday(page, at, floor)
    if text in dates.SEASONS:
        return season(page, at, floor)
    if text in dates.WHICH:
        return which(page, at, floor)
    if text in dates.DAYS:
        return a_day(page, at)
    if text in dates.EDGES:
        return edge(page, at)
    if text == "as":
        return as_of_now(page, at)
    if text == "q":
        return quarter(page, at)
    return ago(page, at)


def _to_second(page: Page, found: Dated) -> Dated:
    """ "from June to August 2020", "between 2003 and 2011", "January 2019 - March 2020"."""
    lead, joint = page.text(found.start - 1), page.text(found.end)
    if joint == "and" and lead != "between":
        return found
    if joint not in {"and", "to", "-", "until", "through"}:
        return found
    if joint in {"to", "until", "through"} and lead != "from" and joint != "through":
        return found
    at = found.end + 1
    if joint == "-" and page.attached(found.end) != page.attached(at):
        return found
    while page.text(at) in {"the", "early", "late", "mid"} and at < found.end + 3:
        at += 1
    second = _core(page, at, found.end + 1) if at < len(page.texts) else None
    if second is None or second.period.latest is None:
        return found
    first = found.period
    bare_month = page.is_word(found.end - 1) and first.basis != "stated"
    if bare_month and second.period.basis == "stated" and second.period.earliest:
        month = page.words.dates.MONTHS.get(page.text(found.end - 1))
        if month:
            year = second.period.earliest.year
            year -= month > second.period.earliest.month
            first = calendar.inferred_day(year, month, None, None) or first
    if first.earliest is None or first.earliest > second.period.latest:
        return found
    basis = first.basis if first.basis != "inferred" else "stated"
    whole = Period(first.earliest, second.period.latest, "throughout", basis)
    return Dated(found.start, second.end, whole)


def _with_lead(page: Page, found: Dated, floor: int) -> Dated:
    """ "since …" and "by …" belong to the date: they say which side of it is meant."""
    dates = page.words.dates
    at = found.start - 1
    leads = dates.SINCE | dates.DEADLINE
    if at - 1 >= floor and page.text(at) == "the" and page.text(at - 1) in leads:
        at -= 1
    if at < floor:
        return found
    if page.text(at) in dates.SINCE:
        return Dated(at, found.end, calendar.since(found.period, page.published))
    if page.text(at) in dates.DEADLINE and not counts_a_plural(page, found.end):
        return Dated(at, found.end, calendar.with_mode(found.period, "deadline"))
    return found
