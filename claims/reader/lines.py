"""A find as a JSON object, for the command line and for interfaces."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from claims.consistency.interval import plain_string

from .find import Find


def find_json(find: Find) -> dict[str, Any]:
    """`{"kind", "start", "end", "text", "hedge", "low", "high", …}`.

    low, high   the reading: decimal strings, for a date ISO dates; None where it has no end,
                or where it is unknown
    amount      the number itself, None for a range, a vague word, a date
    basis       of a date: stated, inferred or relative
    """
    base: dict[str, Any] = {
        "kind": find.kind,
        "start": find.start,
        "end": find.end,
        "text": find.text,
    }
    return (
        base
        | (_date(find) if find.kind == "date" else _quantity(find))
        | {
            "modality": find.modality,
            "speaker": find.speaker,
            "place": find.place,
        }
    )


def _quantity(find: Find) -> dict[str, Any]:
    quantity = find.quantity
    assert quantity is not None
    reading = quantity.reading
    return {
        "hedge": quantity.hedge,
        "low": _number(reading.low) if reading else None,
        "high": _number(reading.high) if reading else None,
        "low_closed": reading.low_closed if reading else False,
        "high_closed": reading.high_closed if reading else False,
        "amount": _number(quantity.amount),
        "unit": quantity.unit,
        "counted": find.counted,
        "role": find.role,
    }


def _date(find: Find) -> dict[str, Any]:
    period = find.period
    assert period is not None
    return {
        "hedge": None,
        "low": _day(period.earliest),
        "high": _day(period.latest),
        "low_closed": period.earliest is not None,
        "high_closed": period.latest is not None,
        "unit": None,
        "counted": None,
        "mode": period.mode,
        "basis": period.basis,
    }


def _number(number: Decimal | None) -> str | None:
    return None if number is None else plain_string(number)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
