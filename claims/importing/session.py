"""One file's import while it runs: where its problems, its counts and its failures are kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from claims.models.choices import EvidenceState

from .nodes import Node
from .problems import Problem, refused_at
from .row import Row

NEW, CHANGED, UNCHANGED, LEFT = "new", "changed", "unchanged", "left as it is"

_NAMED = {"wording": "quantity", "scope": "geography", "passage": "quote", "period_mode": "mode"}
"""The verbs' names for fields that the file calls otherwise."""


@dataclass
class Session:
    """What the loaders of one file share.

    at             the day for which currency is judged
    keep_existing  rows that are in the database already are left as they are
    by             who brings the rows, where that is known
    state          of new evidence whose row does not give one
    failed         (kind, name) of rows that have a problem; rows that refer to them are not
                   blamed a second time
    counts         (kind, outcome) → rows
    evidence       keys of the evidence that the rows made or found
    """

    at: date
    keep_existing: bool
    by: Any = None
    state: str = EvidenceState.ACCEPTED
    problems: list[Problem] = field(default_factory=list)
    failed: set[tuple[str, str]] = field(default_factory=set)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    evidence: list[str] = field(default_factory=list)
    _lines: dict[tuple[str, str], int] = field(default_factory=dict)

    def row(self, node: Node, name: str, known: set[str]) -> Row:
        return Row(node, name, known, self.problems)

    def count(self, kind: str, outcome: str) -> None:
        self.counts[kind, outcome] += 1

    def first_of(self, kind: str, name: str, row: Row, field: str) -> bool:
        """Note that a row of this name stands here; False (and a problem) for the second one."""
        before = self._lines.setdefault((kind, name), row.line)
        if before == row.line:
            return True
        row.refuse(field, f"“{name}” stands in line {before} already; keep one of them")
        return False

    def fail(self, kind: str, *names: str) -> None:
        """Note that a row has a problem, by all the names that others may call it."""
        self.failed.update((kind, name) for name in names)

    @contextmanager
    def writing(self, kind: str, *names: str, row: Row) -> Iterator[None]:
        """Turn what a verb refuses into problems of this row."""
        before = len(self.problems)
        with refused_at(self.problems, row.line, row.name, named=_NAMED):
            yield
        if len(self.problems) > before:
            self.fail(kind, *names)
