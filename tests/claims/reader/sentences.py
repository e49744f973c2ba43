"""Reads the tables of sentences in data/: a sentence, then a line for each find in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from claims.reader import Find

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Expected:
    """One find: its text, its hedge ("date" for a date), its value as written, its unit."""

    text: str
    hedge: str
    value: str = ""
    unit: str | None = None


@dataclass(frozen=True)
class Sentence:
    text: str
    finds: tuple[Expected, ...]


def load(name: str) -> list[Sentence]:
    sentences: list[Sentence] = []
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        if not line.startswith("  "):
            sentences.append(Sentence(line, ()))
            continue
        parts = [part.strip() for part in line.split("|")]
        last = sentences[-1]
        sentences[-1] = Sentence(last.text, (*last.finds, Expected(*parts)))
    return sentences


def seen(find: Find) -> Expected:
    """A find in the notation of the tables."""
    if find.kind == "date":
        period = find.period
        return Expected(find.text, "date", f"{period.earliest}..{period.latest}")
    quantity = find.quantity
    return Expected(find.text, quantity.hedge, _value(quantity), quantity.unit)


def _value(quantity) -> str:
    if quantity.is_unknown:
        return ""
    if quantity.amount is not None and quantity.hedge != "plus-minus":
        return _plain(quantity.amount)
    reading = quantity.reading
    high = "" if reading.high is None else _plain(reading.high)
    return f"{_plain(reading.low)}..{high}"


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def same(expected: Expected, found: Expected) -> bool:
    if expected.value == "*":
        return (expected.text, expected.hedge) == (found.text, found.hedge)
    return (expected.text, expected.hedge, _exact(expected.value), expected.unit) == (
        found.text,
        found.hedge,
        _exact(found.value),
        found.unit,
    )


def _exact(value: str) -> tuple[object, ...]:
    parts = value.split("..")
    try:
        return tuple(Decimal(part) if part else None for part in parts)
    except ArithmeticError:
        return tuple(parts)
