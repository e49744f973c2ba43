"""The small readers of JSON that all others are made of: typed fields, numbers, dates, names.

Every reader raises LineError with the field and the reason. Numbers may be JSON numbers (exact,
never floats) or decimal strings; dates are ISO.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

MAX_DIGITS = 24
"""More digits than this, before or after the point, are refused: sums would no longer be exact."""


class LineError(ValueError):
    """A line that cannot be answered. The message names the field and the reason."""


def loads(line: str) -> dict[str, Any]:
    """One JSON object; its numbers are exact, its text is well-formed, no name stands twice."""
    try:
        line.encode("utf-8")
        data = json.loads(
            line.removeprefix("\ufeff"),
            parse_float=Decimal,
            parse_constant=_no_constant,
            object_pairs_hook=_no_name_twice,
        )
        if "\\u" in line:  # an escape may name half a character, which no answer could repeat
            json.dumps(data, ensure_ascii=False, default=str).encode("utf-8")
    except json.JSONDecodeError as error:
        raise LineError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except UnicodeEncodeError:
        raise LineError("not UTF-8: the line has characters that cannot be decoded") from None
    except RecursionError:
        raise LineError("not a line of this command: too many brackets inside each other") from None
    if not isinstance(data, dict):
        raise LineError("a line is one JSON object")
    return data


def _no_constant(name: str) -> None:
    raise LineError(f"{name} is not a number")


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise LineError(f"{twice}: stands twice in one object")
    return found


def named(name: str, read: Any, *args: Any, **kwargs: Any) -> Any:
    """`read(*args)`, its complaint put under the name of the field."""
    try:
        return read(*args, **kwargs)
    except (ValueError, TypeError) as error:
        raise LineError(f"{name}: {error}") from None


def typed(data: Mapping[str, Any], field: str, kind: type) -> Any:
    value = data.get(field)
    if value is None or isinstance(value, kind):
        return value
    names = {str: "text", bool: "true or false"}
    raise LineError(f"{field}: {names[kind]} is expected, not {value!r}")


def required(data: Mapping[str, Any], field: str) -> str:
    value = typed(data, field, str)
    if value is None:
        raise LineError(f"{field}: is missing")
    return value


def object_at(line: Mapping[str, Any], field: str) -> Mapping[str, Any]:
    value = line.get(field)
    if not isinstance(value, Mapping):
        raise LineError(f"{field}: an object is expected")
    return value


def number(data: Mapping[str, Any], field: str) -> Decimal | None:
    value = data.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, str, Decimal)):
        raise LineError(f"{field}: a number or a decimal string is expected")
    if isinstance(value, int) and value.bit_length() > 4 * MAX_DIGITS:
        raise LineError(f"{field}: has more than {MAX_DIGITS} digits")
    try:
        found = Decimal(value)
    except InvalidOperation:
        raise LineError(f"{field}: ‘{value}’ is not a number") from None
    if not found.is_finite():
        raise LineError(f"{field}: ‘{value}’ is not a finite number; leave it out or null")
    _, digits, exponent = found.as_tuple()
    if len(digits) > MAX_DIGITS or abs(int(exponent)) > MAX_DIGITS or found.adjusted() > MAX_DIGITS:
        raise LineError(f"{field}: has more than {MAX_DIGITS} digits")
    return found


def iso_date(value: Any, field: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise LineError(f"{field}: ‘{value}’ is not an ISO date such as 2020-07-15") from None


def is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def refuse_misspelt(
    data: Mapping[str, Any], known: frozenset[str], *, within: str | None = None
) -> None:
    """Unknown fields are the caller's own, unless they look like a known one misspelt."""
    for field in data:
        meant = None if field in known else _meant(field, known)
        if meant is not None and meant not in data:
            place = f"{within}.{field}" if within else field
            raise LineError(f"{place}: unknown field; did you mean ‘{meant}’?")


@lru_cache(maxsize=1024)
def _meant(field: str, known: frozenset[str]) -> str | None:
    close = difflib.get_close_matches(field, sorted(known), n=1, cutoff=0.8)
    return close[0] if close else None
