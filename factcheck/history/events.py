"""The tables of history, and the triggers that write them.

django-pghistory makes a table of events beside each model. Two things are ours: the triggers hold
for every writer (its own step aside when a session sets `pgtrigger.ignore`), and who acted is
stored in the event itself, so that it cannot be changed afterwards either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pghistory
import pgtrigger
from django.db import models
from pghistory.models import Event
from pghistory.trigger import Event as EventTrigger

from factcheck.postgresql.guards import Guard, record_is_kept, record_is_not_emptied

BEGIN, INSERT, UPDATE, DELETE = "begin", "insert", "update", "delete"
"""What an event tells of; "begin": how a row stood when its history began."""

_CONTEXT = (
    "COALESCE(NULLIF(current_setting('pghistory.context_metadata', TRUE), '')::jsonb, "
    "jsonb_build_object('database_user', session_user))"
)


class History(Event):
    """One event: the row as it was after it, or before its deletion.

    pgh_label       begin, insert, update or delete
    pgh_created_at  when it was written, to the microsecond: the order across tables
    pgh_context     who and why: see `factcheck.history.who`
    pgh_obj         the row, which may be gone
    """

    pgh_id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True


class _Writes(Guard, EventTrigger):
    """Copies all rows that one statement wrote, at once."""

    def get_func(self, model: type[models.Model]) -> pgtrigger.Func:
        rows = "old_values" if self.row == "OLD" else "new_values"
        copied = [f.column for f in self.event_model._meta.fields if _is_copied(f)]
        values = {f'"{column}"': f'{rows}."{column}"' for column in copied} | {
            "pgh_created_at": "clock_timestamp()",
            "pgh_label": f"'{self.label}'",
            "pgh_obj_id": f'{rows}."{model._meta.pk.column}"',
            "pgh_context": _CONTEXT,
        }
        return pgtrigger.Func(
            f'INSERT INTO "{self.event_model._meta.db_table}" ({", ".join(values)}) '
            f"SELECT {', '.join(values.values())} FROM {{cond_{rows}}}; RETURN NULL;"
        )


def _is_copied(column: models.Field) -> bool:
    return not column.name.startswith("pgh_")


class _Written:
    """A tracker of pghistory whose trigger is one of ours."""

    level = pgtrigger.Statement

    def add_event_trigger(self, event_model: type[models.Model]) -> None:
        trigger = _Writes(
            event_model=event_model,
            label=self.label,
            name=f"history_{self.label}",
            row=self.row,
            operation=self.operation,
            condition=self.condition,
            level=self.level,
        )
        pgtrigger.register(trigger)(event_model.pgh_tracked_model)


class _Insert(_Written, pghistory.InsertEvent):
    pass


class _Update(_Written, pghistory.UpdateEvent):
    """An update that changes no recorded column is no event."""


class _Delete(_Written, pghistory.DeleteEvent):
    pass


def recorded(
    *, without: Iterable[str] = (), app_label: str | None = None
) -> Callable[[type[models.Model]], type[models.Model]]:
    """Decorate a model whose history is kept, in a table `<model>history`.

    without    fields that are not recorded: what is computed, bulky, or secret
    app_label  the app that keeps the table; the model's own where not given
    """

    def decorate(model: type[models.Model]) -> type[models.Model]:
        what = f"the history of {model._meta.verbose_name_plural}"
        track = pghistory.track(
            _Insert(),
            _Update(),
            _Delete(),
            exclude=[model._meta.pk.name, *without],
            obj_field=pghistory.ObjForeignKey(related_name="+", db_index=True),
            context_field=pghistory.ContextJSONField(),
            context_id_field=None,
            base_model=History,
            app_label=app_label,
            meta={
                "default_permissions": (),
                "triggers": [
                    record_is_kept("append_only", what, key="pgh_id"),
                    record_is_not_emptied("not_emptied", what),
                ],
            },
        )
        return track(model)

    return decorate
