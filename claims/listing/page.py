"""The figures that a search finds, a page at a time."""

from __future__ import annotations

from typing import Any

from django.db import connections

from factcheck.replicas.route import reading_from

from .search import Search

Sql = tuple[str, list[Any]]

_TEXT_NOW = "claims_figure_text(f.slug, claims_ledger_series(f.id), f.nature, told)"
_TEXT_THEN = "claims_figure_text_at(e.figure_id, told, %s)"


def page(search: Search, *, size: int, after: int = 0, back: bool = False) -> list[tuple[int, str]]:
    """(id, JSON) of up to `size` figures after this id or, turned back, right before it.

    In the order of their ids, back to front where turned back. One query, whose cost follows
    from `size` and not from where the page lies.
    """
    where = f"figure_id {'<' if back else '>'} %s"
    order = f"ORDER BY figure_id {'DESC' if back else 'ASC'} LIMIT %s"
    sql, values = (_timed if search.timed else _listed)(search, where, after, order, size)
    with connections[reading_from()].cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def count(search: Search, *, most: int) -> int:
    """How many a search finds, counting no further than to `most`."""
    sql, values = (_timed if search.timed else _listed)(
        search, "figure_id > %s", 0, "LIMIT %s", most
    )
    with connections[reading_from()].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM ({sql}) AS found", values)
        return cursor.fetchone()[0]


def found(search: Search) -> Sql:
    """SQL that gives the entries, as `e`, of all that a search finds by its marks."""
    return _entries(search, search.marks, "")


def _listed(search: Search, where: str, bound: int, order: str, size: int) -> Sql:
    groups = search.marks
    if not search.drafts and len(groups) == 1 and len(groups[0]) > 1:
        # Each mark has its figures in order; so a page of all is within a page of each.
        each = [_listed_by((mark,), where, bound, order, size) for mark in groups[0]]
        union = " UNION ".join(f"({sql})" for sql, _ in each)
        values = [value for _, values in each for value in values]
        return f"{union} {order}", [*values, size]
    if not search.drafts and len(groups) == 1:
        return _listed_by(groups[0], where, bound, order, size)
    sql, values = _entries(search, groups, f"e.{where}")
    return (
        f"SELECT e.figure_id, e.text {sql} {order.replace('figure_id', 'e.figure_id')}",
        [*values, bound, size],
    )


def _listed_by(marks: tuple[str, ...], where: str, bound: int, order: str, size: int) -> Sql:
    return (
        "SELECT m.figure_id, e.text FROM claims_figuremark AS m "
        "JOIN claims_figureentry AS e ON e.figure_id = m.figure_id "
        f"WHERE m.mark = %s AND m.{where} {order.replace('figure_id', 'm.figure_id')}",
        [*marks, bound, size],
    )


def _timed(search: Search, where: str, bound: int, order: str, size: int) -> Sql:
    sql, values = _entries(search, search.groups, f"e.{where}", told=True)
    text, before = (_TEXT_NOW, []) if search.known_at is None else (_TEXT_THEN, [search.known_at])
    times = [search.as_of, search.known_at]
    conditions, after = "", [bound]
    if search.known_at is not None:
        conditions += " AND e.first_at <= %s"
        after.append(search.known_at)
    if search.statuses:
        conditions += " AND told.rating = ANY(%s)"
        after.append(list(search.statuses))
    if search.has_value is not None:
        conditions += (
            " AND (told.id IS NOT NULL AND claims_verdict_is_value(told))"
            f" IS {str(search.has_value).upper()}"
        )
    return (
        f"SELECT e.figure_id, {text} AS text {sql}{conditions} "
        f"{order.replace('figure_id', 'e.figure_id')}",
        [*before, *times, *values, *after, size],
    )


def _entries(
    search: Search, groups: tuple[tuple[str, ...], ...], where: str, *, told: bool = False
) -> Sql:
    """FROM and WHERE of the entries with these marks; with the verdict that tells of each, whose
    two times then come first among the values."""
    joins, conditions, values = "", [where] if where else [], []
    if told:
        joins = (
            " JOIN claims_figure AS f ON f.id = e.figure_id"
            " LEFT JOIN LATERAL claims_figure_told(e.figure_id, %s, %s) AS told ON TRUE"
        )
    if search.drafts:
        having = "e.marks && %s::text[]"
    else:
        # By the marks' own index: the lists are walked side by side, and no row is read for it.
        having = (
            "EXISTS (SELECT 1 FROM claims_figuremark AS m"
            " WHERE m.mark = ANY(%s) AND m.figure_id = e.figure_id)"
        )
        conditions.insert(0, "e.published")
    marked = [having] * len(groups)
    values += [list(group) for group in groups]
    every = [*marked, *conditions] or ["TRUE"]
    return f"FROM claims_figureentry AS e{joins} WHERE {' AND '.join(every)}", values
