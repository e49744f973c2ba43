"""For migrations: tables whose changes are changes of the public record."""

from __future__ import annotations

from django.db.migrations import RunSQL


def note_changes(*tables: str) -> RunSQL:
    """The operation that has every change of these tables noted.

    The migration depends on ("freshness", "0001_change"). Every table of `sources` and `claims`
    is to be among them; a test names one that is missing.
    """
    return RunSQL(
        [
            f"CREATE TRIGGER freshness_note AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE "
            f'ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION freshness_note()'
            for table in tables
        ],
        [f'DROP TRIGGER freshness_note ON "{table}"' for table in tables],
    )
