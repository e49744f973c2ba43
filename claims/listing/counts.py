"""Totals and facets: kept where that can be, else counted up to a bound (docs/figures.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connections
from django.db.models import Sum

from claims.models import FigureCount
from factcheck.replicas.route import reading_from

from .page import count, found
from .search import Search

FACETS = ("subject", "unit", "nature", "status", "place")
"""Kinds of marks that are counted within each other."""

COUNTED_AT_MOST = 1_000
"""How far is counted what is not kept: a bound on the cost, however many figures there are."""

VALUES_AT_MOST = 100
"""How many values a facet tells, those with the most figures first."""


@dataclass(frozen=True, slots=True)
class Total:
    """How many figures there are; where it is not exact, there are more."""

    figures: int
    exact: bool


def total(search: Search) -> Total:
    """How many figures a search finds; one query."""
    kept = _kept(search)
    if kept is None:
        counted = count(search, most=COUNTED_AT_MOST + 1)
        return Total(min(counted, COUNTED_AT_MOST), counted <= COUNTED_AT_MOST)
    within, marks = kept
    rows = FigureCount.objects.filter(within=within, mark__in=marks)
    return Total(rows.aggregate(sum=Sum("figures"))["sum"] or 0, exact=True)


def facets(search: Search, names: Iterable[str]) -> dict[str, list[tuple[str, int]]]:
    """(value, figures) of each facet; counted among the first figures where that is not kept."""
    within = _within(search)
    if within is not None:
        return {name: _kept_values(within, name) for name in names}
    return _counted_values(search, list(names))


def _kept(search: Search) -> tuple[str, tuple[str, ...]] | None:
    """(within, marks) of the rows of FigureCount whose sum is the total; None if it is not kept."""
    if search.drafts or search.timed:
        return None
    match search.marks:
        case ():
            return "all:", ("all:",)
        case (marks,) if len(marks) == 1 or _exclude_each_other(marks):
            return "all:", marks
        case ((one,), marks) | (marks, (one,)) if (
            _kind(one) != "word"
            and _kind(marks[0]) in FACETS
            and (len(marks) == 1 or _exclude_each_other(marks))
        ):
            return one, marks
    return None


def _exclude_each_other(marks: tuple[str, ...]) -> bool:
    """Whether no figure has two of them, so that their counts add up."""
    return {_kind(mark) for mark in marks} in ({"nature"}, {"status"})


def _within(search: Search) -> str | None:
    if search.drafts or search.timed:
        return None
    match search.marks:
        case ():
            return "all:"
        case ((one,),) if _kind(one) != "word":
            return one
    return None


def _kept_values(within: str, facet: str) -> list[tuple[str, int]]:
    rows = FigureCount.objects.filter(within=within, facet=facet).order_by("-figures", "mark")
    return [
        (mark.partition(":")[2], figures)
        for mark, figures in rows.values_list("mark", "figures")[:VALUES_AT_MOST]
    ]


def _counted_values(search: Search, names: list[str]) -> dict[str, list[tuple[str, int]]]:
    sql, values = found(search)
    told: dict[str, list[tuple[str, int]]] = {name: [] for name in names}
    with connections[reading_from()].cursor() as cursor:
        cursor.execute(
            f"""
            SELECT split_part(mark, ':', 1), mark, count(*) AS figures
            FROM (SELECT e.marks {sql} LIMIT %s) AS found, unnest(found.marks) AS mark
            WHERE split_part(mark, ':', 1) = ANY(%s)
            GROUP BY mark ORDER BY figures DESC, mark COLLATE "C"
            """,
            [*values, COUNTED_AT_MOST, names],
        )
        for name, mark, figures in cursor:
            if len(told[name]) < VALUES_AT_MOST:
                told[name].append((mark.partition(":")[2], figures))
    return told


def _kind(mark: str) -> str:
    return mark.partition(":")[0]
