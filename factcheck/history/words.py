"""Values of columns as people read them. Pure."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

NOTHING = "nothing"


def value_in_words(value: Any) -> str:
    """“nothing”, “yes”, “1,500”, “3 July 2020 to 5 July 2020”, “Kazimi, al-Kazimi”."""
    if value is None or value == "":
        return NOTHING
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | Decimal):
        return _number(value)
    if isinstance(value, datetime):
        return f"{value.day} {value:%B %Y, %H:%M}"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, list | tuple):
        return ", ".join(value_in_words(part) for part in value) or NOTHING
    if hasattr(value, "lower_inc"):
        return _range(value)
    return str(value)


def _number(value: int | Decimal) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    whole = value.to_integral_value()
    return f"{whole:,f}" if value == whole else f"{value.normalize():,f}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _range(span: Any) -> str:
    """A range of PostgreSQL: days with both ends included, numbers with their open ends told."""
    if span.isempty:
        return NOTHING
    if isinstance(span.lower, date) or isinstance(span.upper, date):
        return _days(span)
    low = _end(span.lower, span.lower_inc, "more than ")
    high = _end(span.upper, span.upper_inc, "less than ")
    if low is None or high is None:
        return " and ".join(end for end in (low and f"from {low}", high and f"to {high}") if end)
    return low if low == high else f"{low} to {high}"


def _end(number: Any, is_in: bool, outside: str) -> str | None:
    if number is None:
        return None
    return value_in_words(number) if is_in else f"{outside}{value_in_words(number)}"


def _days(span: Any) -> str:
    first, last = span.lower, span.upper
    if first is not None and not span.lower_inc:
        first += timedelta(days=1)
    if last is not None and not span.upper_inc:
        last -= timedelta(days=1)
    if first is None or last is None:
        return f"until {_day(last)}" if first is None else f"since {_day(first)}"
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"
