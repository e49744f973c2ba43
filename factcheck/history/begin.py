"""For migrations: write down how the rows that there are stood when their history began."""

from __future__ import annotations

from typing import Any

from .events import BEGIN


def begin_histories(apps: Any, schema_editor: Any, *, app_label: str) -> None:
    """One "begin" event for every row whose model has a history in the app.

    apps  the app registry of the migration; call it after the operations that make the tables
    """
    for history in apps.get_app_config(app_label).get_models():
        fields = {field.name: field for field in history._meta.fields}
        if "pgh_obj" not in fields:
            continue
        told = fields["pgh_obj"].related_model._meta
        columns = ", ".join(f'"{f.column}"' for f in fields.values() if f.name[:4] != "pgh_")
        schema_editor.execute(
            f'INSERT INTO "{history._meta.db_table}" '
            f"({columns}, pgh_created_at, pgh_label, pgh_obj_id) "
            f"SELECT {columns}, now(), '{BEGIN}', \"{told.pk.column}\" "
            f'FROM "{told.db_table}" ORDER BY "{told.pk.column}"'
        )
