"""JSON that a client sent, read strictly: nothing that is lost or cannot be stored. Pure."""

from __future__ import annotations

import json
from typing import Any, NoReturn

DEEPEST = 20
"""Levels of objects and lists within one another; nothing here has more than five."""


class BadJson(ValueError):
    """What is wrong with it, in a sentence."""


def read_object(text: bytes) -> dict[str, Any]:
    """One object. Fractions come as the text they were written as, so that none is rounded.

    Raises BadJson: for what is not JSON in UTF-8 or not an object, a name that stands twice, NaN
    and Infinity, and text that no database stores (NUL, half a character).
    """
    try:
        value = json.loads(
            text.decode("utf-8-sig"),
            parse_float=str,
            parse_constant=_no_number,
            object_pairs_hook=_once_each,
        )
    except UnicodeDecodeError as error:
        raise BadJson(f"This is not UTF-8, at byte {error.start:,}.") from error
    except json.JSONDecodeError as error:
        raise BadJson(
            f"This is not JSON: {error.msg}, in line {error.lineno}, column {error.colno}."
        ) from error
    except RecursionError as error:
        raise BadJson("This is nested too deeply.") from error
    except BadJson:
        raise
    except ValueError as error:
        raise BadJson("This has a number with too many digits.") from error
    if not isinstance(value, dict):
        raise BadJson("This must be an object, such as {“key”: …}.")
    _check(value)
    return value


def _check(value: dict[str, Any]) -> None:
    """Refuse what lies too deep, and text that cannot be stored, names included."""
    ahead: list[tuple[Any, int]] = [(value, 1)]
    while ahead:
        part, depth = ahead.pop()
        if depth > DEEPEST:
            raise BadJson("This is nested too deeply.")
        if isinstance(part, dict):
            ahead += [(inner, depth + 1) for pair in part.items() for inner in pair]
        elif isinstance(part, list):
            ahead += [(inner, depth + 1) for inner in part]
        elif isinstance(part, str) and not _storable(part):
            raise BadJson("There is a NUL character or half a character in a text; remove it.")


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name, value in pairs:
        if name in fields:
            raise BadJson(f"“{name}” stands twice in one object; keep one of them.")
        fields[name] = value
    return fields


def _storable(text: str) -> bool:
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def _no_number(name: str) -> NoReturn:
    raise BadJson(f"{name} is not a number of JSON.")
