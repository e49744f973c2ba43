"""From what a date says to an interval of days: stated, inferred, or relative.

What is stated means what the engine's `read_period` says. What is relative needs the publication
date; without one its bounds are unknown (None), never a guess.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from claims.consistency import Period, PeriodError, read_period
from claims.consistency.lexicon import PARTS_OF_MONTH, PARTS_OF_YEAR

UNKNOWN = Period(None, None, "instant", "relative")
Days = tuple[date, date]
_MONTHS_OF_PART = {
    **PARTS_OF_YEAR,
    "first half": (1, 6),
    "second half": (7, 12),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
}
_DAY = timedelta(days=1)


@lru_cache(maxsize=1024)
def stated(words: str) -> Period | None:
    """The period of a date in words that `read_period` knows, None of one that cannot be."""
    try:
        return read_period(words)
    except PeriodError:
        return None


def day(year: int, month: int, number: int) -> Period | None:
    try:
        that = date(year, month, number)
    except ValueError:
        return None
    return Period(that, that)


def of_days(first: date, last: date, basis: str = "stated") -> Period:
    return Period(first, last, "instant", basis)


def part_of_year(year: int, part: str | None) -> Days:
    first, last = _MONTHS_OF_PART[part] if part else (1, 12)
    return date(year, first, 1), _month_end(year, last)


def part_of_month(year: int, month: int, part: str | None) -> Days:
    last = _month_end(year, month)
    if part in PARTS_OF_MONTH:
        begin, end = PARTS_OF_MONTH[part]
        return date(year, month, begin), date(year, month, min(end, last.day))
    if part in {"first half", "second half"}:
        middle = date(year, month, 15)
        return (date(year, month, 1), middle) if part == "first half" else (middle + _DAY, last)
    return date(year, month, 1), last


def months(year: int, first: int, last: int) -> Days:
    """Whole months; first > last runs into the next year (a winter)."""
    return date(year, first, 1), _month_end(year + (first > last), last)


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def nearest_month(
    published: Period | None, month: int, part: str | None, number: int | None, which: str
) -> Period:
    """A month or day without its year, by the publication date.

    which  past: the last one that had begun; future: the next one not over; last, this, next
    """
    if published is None or published.latest is None or published.earliest is None:
        return UNKNOWN
    today = published.latest
    year = today.year
    try:
        while True:
            days = _days_in(year, month, part, number)
            if which == "future" and days[1] < published.earliest:
                year += 1
            elif which != "future" and days[0] > today:
                year -= 1
            else:
                break
        if which == "last" and days[1] >= published.earliest:
            days = _days_in(year - 1, month, part, number)
        if which == "next" and days[0] <= today:
            days = _days_in(year + 1, month, part, number)
    except ValueError:
        return UNKNOWN
    return of_days(*days, "relative")


def _days_in(year: int, month: int, part: str | None, number: int | None) -> Days:
    if number is not None:
        return date(year, month, number), date(year, month, number)
    return part_of_month(year, month, part)


def inferred_day(year: int, month: int, part: str | None, number: int | None) -> Period | None:
    """A month or day whose year stands elsewhere in its sentence."""
    try:
        return of_days(*_days_in(year, month, part, number), "inferred")
    except ValueError:
        return None


def shifted_days(published: Period | None, by: int) -> Period:
    """today, yesterday, tomorrow."""
    if not _known(published):
        return UNKNOWN
    step = timedelta(days=by)
    return of_days(published.earliest + step, published.latest + step, "relative")


def weekday(published: Period | None, number: int, which: str) -> Period:
    """The nearest such day up to the publication (past) or after it (next)."""
    if not _known(published):
        return UNKNOWN
    if which in {"next", "future"}:
        first = published.earliest + timedelta((number - published.earliest.weekday()) % 7 or 7)
        last = published.latest + timedelta((number - published.latest.weekday()) % 7 or 7)
    else:
        back = 7 if which == "last" else 0
        first = published.earliest - timedelta((published.earliest.weekday() - number) % 7 or back)
        last = published.latest - timedelta((published.latest.weekday() - number) % 7 or back)
    return of_days(first, last, "relative")


def unit_shifted(published: Period | None, unit: str, by: int, part: str | None = None) -> Period:
    """last week (−1), this month (0), next year (+1); part: early, mid, late, before, after."""
    if not _known(published):
        return UNKNOWN
    try:
        first = _unit_days(published.earliest, unit, by, part)
        last = _unit_days(published.latest, unit, by, part)
    except (ValueError, OverflowError):
        return UNKNOWN
    days = [first[0], last[1]]
    if part == "before":
        days[1] = max(days[0], min(days[1], published.latest))
    elif part == "after":
        days[0] = min(days[1], max(days[0], published.earliest))
    return of_days(days[0], days[1], "relative")


def _unit_days(today: date, unit: str, by: int, part: str | None) -> Days:
    plain = None if part in {"before", "after"} else part
    if unit == "day":
        that = today + by * _DAY
        return that, that
    if unit == "week":
        monday = today - timedelta(today.weekday()) + timedelta(weeks=by)
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        saturday = today - timedelta(today.weekday()) + timedelta(weeks=by, days=5)
        return saturday, saturday + _DAY
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + by, 12)
        return part_of_month(year, month + 1, plain)
    if unit == "quarter":
        year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + by, 4)
        return months(year, 3 * quarter + 1, 3 * quarter + 3)
    if unit == "decade":
        first = (today.year // 10 + by) * 10
        return date(first, 1, 1), date(first + 9, 12, 31)
    return part_of_year(today.year + by, plain)


def season(published: Period | None, span: tuple[int, int], by: int) -> Period:
    """last fall: the latest that is over; this and next: by the publication date."""
    if not _known(published):
        return UNKNOWN
    today = published.latest
    year = today.year
    days = months(year, *span)
    if by < 0:
        while days[1] >= published.earliest:
            year -= 1
            days = months(year, *span)
    elif by > 0:
        while days[0] <= today:
            year += 1
            days = months(year, *span)
    return of_days(*days, "relative")


_STEPS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def distance(published: Period | None, amount: int, unit: str, sign: int) -> Period:
    """ "two years ago" (−1), "three weeks from now" (+1): to within its unit.

    Days are exact; weeks within a half either way; months and years in their calendar unit.
    """
    if not _known(published):
        return UNKNOWN
    try:
        ends = [_moved(d, amount, unit, sign) for d in (published.earliest, published.latest)]
    except (ValueError, OverflowError):
        return UNKNOWN
    slack = {"week": 3, "fortnight": 7}.get(unit, 0)
    first, last = ends[0] - slack * _DAY, ends[1] + slack * _DAY
    if unit == "month":
        first, last = (
            part_of_month(first.year, first.month, None)[0],
            _month_end(last.year, last.month),
        )
    elif unit in {"year", "decade", "century"}:
        first, last = date(first.year, 1, 1), date(last.year, 12, 31)
    return of_days(first, last, "relative")


def _moved(day_: date, amount: int, unit: str, sign: int) -> date:
    if unit in _STEPS:
        return day_ + timedelta(days=sign * amount * _STEPS[unit])
    if unit not in _MONTHS:
        return day_
    year, month = divmod(day_.year * 12 + day_.month - 1 + sign * amount * _MONTHS[unit], 12)
    return date(year, month + 1, min(day_.day, monthrange(year, month + 1)[1]))


def _known(published: Period | None) -> bool:
    return bool(published and published.earliest and published.latest)


def since(period: Period, published: Period | None) -> Period:
    latest = published.latest if published else None
    if latest and period.earliest and latest < period.earliest:
        latest = None
    return Period(period.earliest, latest, "since", period.basis)


def with_mode(period: Period, mode: str) -> Period:
    return replace(period, mode=mode)
