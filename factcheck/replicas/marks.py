"""How far a replica must be for a person to find what they wrote."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import connection

# Nothing is noted of an account that the request itself has deleted.
_SET = """
    INSERT INTO replicas_mark (user_id, position)
    SELECT id, pg_current_wal_insert_lsn() - '0/0'::pg_lsn FROM {users} WHERE id = %s
    ON CONFLICT (user_id) DO UPDATE SET position = EXCLUDED.position
"""


def set_mark(user_id: int) -> None:
    """Note that this person wrote, and that it is all committed.

    The mark itself is written to the log after the position that it names: whatever replica has
    replayed past it has replayed what was written.
    """
    users = connection.ops.quote_name(get_user_model()._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(_SET.format(users=users), [user_id])


def mark_of(user_id: int) -> int:
    """The position that a replica must have replayed to serve this person; 0 before they wrote."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT position FROM replicas_mark WHERE user_id = %s", [user_id])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def primary_position() -> int:
    """How far the primary's log is safely written; all that was committed is before it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_flush_lsn() - '0/0'::pg_lsn")
        return int(cursor.fetchone()[0])
