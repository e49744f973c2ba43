"""What is different since someone looked, in words. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claims.workflow.difference import Change, Difference

_TOLD_BY_ITS_SENTENCE = {"sentence", "rule", "rules", "direction", "review"}


@dataclass(frozen=True)
class Told:
    """One change in words: what, from what, to what."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class ToldStep:
    """One piece of evidence: its quote, what is said of it, and what of that is new."""

    id: str
    quote: str
    source: str
    sentence: str
    changes: tuple[Told, ...] = ()


@dataclass(frozen=True)
class ToldDifference:
    claim: tuple[Told, ...]
    added: tuple[ToldStep, ...]
    removed: tuple[ToldStep, ...]
    changed: tuple[ToldStep, ...]
    result: tuple[Told, ...]


def difference_in_words(found: Difference) -> ToldDifference:
    return ToldDifference(
        claim=_told(found.claim),
        added=tuple(_step(step) for step in found.added),
        removed=tuple(_step(step) for step in found.removed),
        changed=tuple(_step(step.after, step.changes) for step in found.changed),
        result=_told(found.result),
    )


def _step(step: Mapping[str, Any], changes: Iterable[Change] = ()) -> ToldStep:
    quote = step.get("quote") or {}
    return ToldStep(
        id=step["id"],
        quote=quote.get("exact", ""),
        source=quote.get("source", ""),
        sentence=step.get("sentence", ""),
        changes=_told(c for c in changes if c.name not in _TOLD_BY_ITS_SENTENCE),
    )


def _told(changes: Iterable[Change]) -> tuple[Told, ...]:
    return tuple(
        Told(c.name.replace("_", " "), value_in_words(c.before), value_in_words(c.after))
        for c in changes
    )


def value_in_words(value: Any) -> str:
    """A value out of an explanation as people read it."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return _parts(value)
    if isinstance(value, list | tuple):
        return ", ".join(value_in_words(part) for part in value) or "nothing"
    return str(value)


def _parts(value: Mapping[str, Any]) -> str:
    if "exact" in value:
        return f"“{value['exact']}”"
    if "low" in value:
        return _span(value["low"], value["high"])
    if "earliest" in value:
        return _span(value["earliest"], value["latest"])
    return ", ".join(str(part) for part in value.values() if part) or "nothing"


def _span(low: str | None, high: str | None) -> str:
    if low == high:
        return low or "unknown"
    return f"{low or 'no limit'} to {high or 'no limit'}"
