"""What a release tells, read from the ledger up to its head, a row at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import F

from claims.export import Bound
from claims.models import Verdict

AT_ONCE = 500
"""Rows that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Row:
    """content, hashes  as the ledger has them
    after  the number of the row that took its place; None while it is the last on its claim
    """

    content: dict[str, Any]
    content_hash: str
    previous_hash: str
    hash: str
    after: int | None

    @property
    def number(self) -> int:
        return self.content["number"]

    @property
    def in_force(self) -> bool:
        return self.after is None and self.content["kind"] != "withdrawal"

    @property
    def frozen(self) -> dict[str, Any]:
        """What the permalink shows, which never changes."""
        names = ("content", "content_hash", "previous_hash", "hash")
        return {name: getattr(self, name) for name in names}


def verdicts(bound: Bound) -> Iterator[Row]:
    """Every row in the order of the ledger."""
    return _rows(bound, "number")


def claims(bound: Bound) -> Iterator[tuple[str, list[Row]]]:
    """Every published claim by its key, with its rows in their order."""
    yield from _grouped(_rows(bound, "claim__key", "number"), "claim")


def figures(bound: Bound) -> Iterator[tuple[str, list[Row]]]:
    """Every figure on which something was published, by its slug, with its rows."""
    rows = _rows(bound, "figure__slug", "number", only_of_figures=True)
    yield from _grouped(rows, "figure")


def _grouped(rows: Iterator[Row], name: str) -> Iterator[tuple[str, list[Row]]]:
    for key, group in groupby(rows, key=lambda row: row.content[name]):
        yield key, list(group)


def _rows(bound: Bound, *order: str, only_of_figures: bool = False) -> Iterator[Row]:
    found = Verdict.objects.filter(number__lte=bound.head.number).order_by(*order)
    if only_of_figures:
        found = found.filter(figure__isnull=False)
    names = ("content", "content_hash", "previous_hash", "hash")
    for *row, after in found.values_list(*names, F("superseded_by__number")).iterator(AT_ONCE):
        # What came after the head is not part of this release.
        yield Row(*row, after if after is not None and after <= bound.head.number else None)
