"""Events of one row as entries that people read: who, when, why, from what to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.text import capfirst

from .diff import Part, word_diff
from .events import BEGIN, DELETE, INSERT
from .words import NOTHING, value_in_words

LONG = 60
"""A text with more characters than this is compared word by word."""

DONE = {BEGIN: "as it was when its history began", INSERT: "added", DELETE: "deleted"}

Finder = Callable[[type[models.Model], set[Any]], Mapping[Any, Any]]
"""Gives rows of a model by their keys, as far as they are there and may be seen."""


@dataclass(frozen=True)
class Change:
    """One field of one entry. parts: instead of before and after, where texts are long."""

    name: str
    before: str
    after: str
    parts: list[Part] = field(default_factory=list)


@dataclass(frozen=True)
class Entry:
    """One event in words.

    done     added, changed, deleted …
    values   all that the row said, for an entry that changes nothing; `changes` for one that does
    """

    at: datetime
    who: str
    done: str
    reason: str
    changes: list[Change]
    values: list[Change]


@cache
def histories() -> dict[type[models.Model], type[models.Model]]:
    """The table of events of every model that has one; a proxy stands for what it is one of."""
    return {
        model.pgh_tracked_model._meta.concrete_model: model
        for model in apps.get_models()
        if getattr(model, "pgh_tracked_model", None) is not None
    }


@cache
def joined(model: type[models.Model]) -> list[tuple[str, str, str, type[models.Model]]]:
    """The many-to-many fields with a history: (name, column of this row, column of the other,
    table of events)."""
    return [
        (found.name, found.m2m_column_name(), found.m2m_reverse_name(), histories()[through])
        for found in model._meta.many_to_many
        if (through := found.remote_field.through) in histories()
    ]


def columns_of(history: type[models.Model]) -> list[models.Field]:
    """The fields of an event that tell of the row."""
    return [f for f in history._meta.concrete_fields if not f.name.startswith("pgh_")]


def entries(
    events: Iterable[tuple[models.Model, models.Model | None]], find: Finder
) -> list[Entry]:
    """What events tell, each given with the event before it on the same row.

    One query for each model that the rows point at.
    """
    pairs = list(events)
    names = references((event for pair in pairs for event in pair if event is not None), find)
    return [_entry(event, before, names) for event, before in pairs]


Names = Mapping[tuple[type[models.Model], Any], str]


def references(events: Iterable[models.Model], find: Finder) -> Names:
    """What the rows that events point at are called, by model and key."""
    wanted: defaultdict[type[models.Model], set[Any]] = defaultdict(set)
    for event in events:
        for column in columns_of(type(event)):
            key = getattr(event, column.attname)
            if column.related_model and key is not None:
                wanted[column.related_model].add(key)
    return {
        (model, key): str(row)
        for model, keys in wanted.items()
        for key, row in find(model, keys).items()
    }


def value_of(event: models.Model, column: models.Field, names: Names) -> str:
    """One value of an event in words."""
    value = getattr(event, column.attname)
    if value is None:
        return NOTHING
    if column.related_model:
        return names.get((column.related_model, value), f"no. {value}")
    if column.choices:
        return dict(column.flatchoices).get(value) or value_in_words(value)
    return value_in_words(value)


def who(context: Mapping[str, Any] | None) -> str:
    """Who acted, from an event's context."""
    context = context or {}
    command = f" ({context['command']})" if context.get("command") else ""
    if name := context.get("name"):
        on = f" on the command line{command}" if context.get("account") else ""
        return f"{name}{on}"
    if account := context.get("account"):
        return f"{account} on the command line{command}"
    if user := context.get("database_user"):
        return f"SQL, as {user}"
    return "not known"


def _entry(event: models.Model, before: models.Model | None, names: Names) -> Entry:
    context = event.pgh_context or {}
    link = next((j for j in joined_through(type(event))), None)
    done = DONE.get(event.pgh_label, "changed")
    changes, values = [], []
    if link is not None:
        changes = [_joined(event, *link, names)]
        done = "changed"
    elif before is None or event.pgh_label == DELETE:
        values = [
            Change(_name(column), "", told)
            for column in columns_of(type(event))
            if (told := value_of(event, column, names)) != NOTHING
        ]
    else:
        changes = [
            _change(column, before, event, names)
            for column in columns_of(type(event))
            if getattr(before, column.attname) != getattr(event, column.attname)
        ]
    return Entry(
        at=event.pgh_created_at,
        who=who(context) if event.pgh_label != BEGIN else "",
        done=done,
        reason=context.get("reason", ""),
        changes=changes,
        values=values,
    )


@cache
def joined_through(history: type[models.Model]) -> list[tuple[str, models.Field]]:
    """For the events of a many-to-many table: the field's name, and the column of the other."""
    return [
        (name, history._meta.get_field(other))
        for model in histories()
        for name, _, other, found in joined(model)
        if found is history
    ]


def _joined(event: models.Model, name: str, other: models.Field, names: Names) -> Change:
    told = value_of(event, other, names)
    gone = event.pgh_label == DELETE
    return Change(capfirst(name), told if gone else NOTHING, NOTHING if gone else told)


def _change(
    column: models.Field, before: models.Model, after: models.Model, names: Names
) -> Change:
    old, new = value_of(before, column, names), value_of(after, column, names)
    is_text = isinstance(column, models.CharField | models.TextField) and not column.choices
    compared = is_text and NOTHING not in (old, new) and max(len(old), len(new)) > LONG
    return Change(_name(column), old, new, word_diff(old, new) if compared else [])


def _name(column: models.Field) -> str:
    return capfirst(column.verbose_name)
