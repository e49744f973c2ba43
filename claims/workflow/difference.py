"""What is different between two showings of a claim: what it asserts, its evidence, the result.

Pure: two explanations (claims.consistency.explain) and what the claim said beside them, in plain
data, out of which come the steps that are new, gone or changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_RESULT = ("status", "engine", "config")


@dataclass(frozen=True, slots=True)
class Change:
    """One named thing, as it was and as it is."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ChangedStep:
    """One piece of evidence that is told otherwise than before; `changes` say in what."""

    id: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """claim    what it asserts, field by field
    added, removed, changed  steps of the explanation, one for each piece of evidence
    result   the status, and the versions of engine and config
    """

    claim: tuple[Change, ...]
    added: tuple[Mapping[str, Any], ...]
    removed: tuple[Mapping[str, Any], ...]
    changed: tuple[ChangedStep, ...]
    result: tuple[Change, ...]

    def __bool__(self) -> bool:
        return any((self.claim, self.added, self.removed, self.changed, self.result))

    @property
    def summary(self) -> str:
        """“1 piece of evidence added, 2 changed; the claim itself changed”."""
        counts = [
            f"{len(steps)} {word}"
            for steps, word in (
                (self.added, "added"),
                (self.removed, "removed"),
                (self.changed, "changed"),
            )
            if steps
        ]
        parts = [f"evidence: {', '.join(counts)}"] if counts else []
        if self.claim:
            parts.append("the claim itself changed")
        parts += [f"{c.name}: {c.before} → {c.after}" for c in self.result]
        return "; ".join(parts) or "nothing that is shown"


def difference(
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    *,
    said_before: Mapping[str, Any],
    said_after: Mapping[str, Any],
) -> Difference:
    """Compare two explanations of one claim, and what it said beside its number and time."""
    old, new = _by_id(before), _by_id(after)
    return Difference(
        claim=(
            *_changes(said_before, said_after),
            *_changes(before.get("claim", {}), after.get("claim", {})),
        ),
        added=tuple(step for key, step in new.items() if key not in old),
        removed=tuple(step for key, step in old.items() if key not in new),
        changed=tuple(
            ChangedStep(key, old[key], step, _changes(old[key], step))
            for key, step in new.items()
            if key in old and old[key] != step
        ),
        result=_changes(
            {name: before.get(name) for name in _RESULT},
            {name: after.get(name) for name in _RESULT},
        ),
    )


def _by_id(explanation: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {step["id"]: step for step in explanation.get("steps", [])}


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Change, ...]:
    names = [*before, *(name for name in after if name not in before)]
    return tuple(
        Change(name, before.get(name), after.get(name))
        for name in names
        if before.get(name) != after.get(name)
    )
