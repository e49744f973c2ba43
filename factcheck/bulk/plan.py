"""What an action on many rows would do, as one value: shown, kept, compared. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what it is, and what it would be or why not.

    key      its primary key, as text
    before   what it is, in words
    after    what it would be; the same as `before` where there is nothing to do
    refusal  why it would be left as it is; empty where it would not
    stamp    changes whenever the row does, whether or not the words above tell of it
    """

    key: str
    name: str
    before: str
    after: str
    refusal: str = ""
    stamp: str = ""

    @property
    def is_done(self) -> bool:
        return not self.refusal and self.before != self.after


@dataclass(frozen=True, slots=True)
class Effect:
    """Something else that would become another."""

    name: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Plan:
    rows: tuple[Row, ...]
    effects: tuple[Effect, ...] = ()

    @property
    def done(self) -> list[Row]:
        return [row for row in self.rows if row.is_done]

    @property
    def refused(self) -> list[Row]:
        return [row for row in self.rows if row.refusal]

    @property
    def unchanged(self) -> list[Row]:
        return [row for row in self.rows if not row.refusal and not row.is_done]

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def from_json(told: Mapping[str, Any]) -> Plan:
    """The plan of which this is `as_json`."""
    return Plan(
        tuple(Row(**row) for row in told["rows"]),
        tuple(Effect(**effect) for effect in told["effects"]),
    )


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was previewed."""

    name: str
    before: str
    after: str


def differences(seen: Plan, now: Plan) -> list[Difference]:
    """What is different since someone looked; empty exactly where nothing is."""
    rows = _changed(
        {row.key: (row.name, _outcome(row), row) for row in seen.rows},
        {row.key: (row.name, _outcome(row), row) for row in now.rows},
        gone="no longer there, or not yours to see",
    )
    effects = _changed(_effects(seen.effects), _effects(now.effects), gone="as it is now")
    return [*rows, *effects]


Told = Mapping[Any, tuple[str, str, object]]
"""By key: name, words, and all that must be the same."""


def _changed(seen: Told, now: Told, *, gone: str) -> list[Difference]:
    found = []
    for key in [*seen, *(key for key in now if key not in seen)]:
        before, after = seen.get(key), now.get(key)
        if before is not None and after is not None and before[2] == after[2]:
            continue
        name = (before or after)[0]
        was, becomes = (told[1] if told else gone for told in (before, after))
        if was == becomes:
            becomes = f"{becomes}, yet it was changed meanwhile: look at it again"
        found.append(Difference(name, was, becomes))
    return found


def _effects(effects: Iterable[Effect]) -> Told:
    return {e.name: (e.name, f"{e.was} → {e.becomes}", e) for e in effects}


def _outcome(row: Row) -> str:
    if row.refusal:
        return f"{row.before}, refused: {row.refusal}"
    return f"{row.before} → {row.after}" if row.is_done else f"{row.before}, left as it is"
