"""Between columns and pure values: PostgreSQL ranges ⇄ intervals, periods and quantities.

The engine never sees a row, and the tables never see an engine object; both sides meet here.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange

from claims.consistency import Interval, Period, Quantity

ONE_DAY = timedelta(days=1)


def interval_of(column: NumericRange | None) -> Interval | None:
    """A numrange as an Interval; None stays None."""
    if column is None:
        return None
    return Interval(column.lower, column.upper, column.lower_inc, column.upper_inc)


def range_of(interval: Interval | None) -> NumericRange | None:
    """An Interval as a numrange; None stays None."""
    if interval is None:
        return None
    bounds = ("[" if interval.low_closed else "(") + ("]" if interval.high_closed else ")")
    return NumericRange(interval.low, interval.high, bounds)


def period_of(column: DateRange | None, mode: str, basis: str) -> Period | None:
    """A daterange as a Period, whose ends are days included; None (unknown) stays None."""
    if column is None:
        return None
    earliest, latest = column.lower, column.upper
    if earliest is not None and not column.lower_inc:
        earliest += ONE_DAY
    if latest is not None and not column.upper_inc:
        latest -= ONE_DAY
    return Period(earliest, latest, mode, basis)


def daterange_of(period: Period | None) -> DateRange | None:
    """A Period as PostgreSQL writes it: first day included, last day excluded; unknown as None."""
    if period is None or period.is_unknown:
        return None
    if period.latest is None:
        return DateRange(period.earliest, None, "[)")
    if period.latest == date.max:  # there is no next day; the table refuses it with its reason
        return DateRange(period.earliest, period.latest, "[]")
    return DateRange(period.earliest, period.latest + ONE_DAY, "[)")


def quantity_columns(quantity: Quantity | None) -> dict[str, Any]:
    """A quantity as the columns of `Reported`; None empties them all."""
    if quantity is None:
        return {
            "wording": "",
            "hedge": "",
            "amount": None,
            "unit": "",
            "discrete": False,
            "reading": None,
            "accept": None,
        }
    return {
        "wording": quantity.wording,
        "hedge": quantity.hedge,
        "amount": quantity.amount,
        "unit": quantity.unit or "",
        "discrete": quantity.discrete,
        "reading": range_of(quantity.reading),
        "accept": range_of(quantity.accept),
    }


def period_columns(period: Period | None) -> dict[str, Any]:
    """A period as the columns of `Reported`; None is an unknown date."""
    if period is None:
        return {"period": None, "period_mode": "instant", "period_basis": "stated"}
    return {
        "period": daterange_of(period),
        "period_mode": period.mode,
        "period_basis": period.basis,
    }
