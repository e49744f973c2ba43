"""Reads of histories: the events of one row, and those of rows that are gone."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import Exists, F, OuterRef, QuerySet, Value

from .changes import histories, joined
from .events import DELETE

Pair = tuple[models.Model, models.Model | None]
"""An event, and the one before it on the same row."""


def events_of(model: type[models.Model], pk: Any, *, size: int, number: Any) -> tuple[Page, list]:
    """One page of the events of a row, the newest first: (the page, its `Pair`s).

    Those of its many-to-many fields are among them. At most four queries, and one for every
    many-to-many field.
    """
    own = histories()[model]
    tables = [own, *(history for *_, history in joined(model))]
    marked = [_marked(own.objects.filter(pgh_obj=pk), 0)]
    marked += [
        _marked(history.objects.filter(**{column: pk}), index)
        for index, (_, column, _, history) in enumerate(joined(model), start=1)
    ]
    if len(marked) == 1:
        listed = marked[0].order_by("-pgh_id")
    else:
        listed = marked[0].union(*marked[1:], all=True).order_by("-at", "table", "-pgh_id")
    page = Paginator(listed, size).get_page(number)
    ids = [(tables[row["table"]], row["pgh_id"]) for row in page]
    found = _fetched(own, pk, ids)
    before = _predecessors(sorted(key for table, key in found if table is own))
    return page, [
        (found[table, key], found.get((own, before.get(key))) if table is own else None)
        for table, key in ids
    ]


def deleted_of(model: type[models.Model]) -> QuerySet:
    """The events by which rows went that are not there again, the newest first."""
    there = model._base_manager.filter(pk=OuterRef("pgh_obj"))
    events = histories()[model].objects.filter(~Exists(there), pgh_label=DELETE)
    return events.order_by("-pgh_id")


def _marked(events: QuerySet, table: int) -> QuerySet:
    marks = {"at": F("pgh_created_at"), "table": Value(table)}
    return events.order_by().annotate(**marks).values("at", "table", "pgh_id")


def _fetched(own: type[models.Model], pk: Any, ids: list) -> dict:
    """These events, and the one before the first of those of the row itself."""
    found = {}
    for table in {table for table, _ in ids}:
        wanted = [key for other, key in ids if other is table]
        found |= {(table, e.pk): e for e in table.objects.filter(pk__in=wanted)}
        if table is own:
            earlier = own.objects.filter(pgh_obj=pk, pk__lt=min(wanted)).order_by("-pk").first()
            if earlier is not None:
                found[own, earlier.pk] = earlier
    return found


def _predecessors(ids: list[int]) -> dict[int, int]:
    return dict(zip(ids[1:], ids, strict=False))
