"""The database backend of a replica: a statement that it cannot answer is put to the primary.

A replica may go away between the moment at which it was chosen and any statement of the request,
and it may cancel one that stands in the way of what it replays. Reads can be asked again, so they
are: the request goes on without an error, and stays on the primary. Only where rows of a
server-side cursor have been handed on already does the failure come through.
"""

from __future__ import annotations

import psycopg
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper

from factcheck.postgresql import base
from factcheck.replicas.replica import replica_of
from factcheck.replicas.route import stay_on_primary

# Classes of SQLSTATE, and whole ones: the connection is gone, the server ends or has no room, the
# statement stands in the way of the replay, or asks for what a migration made that is not here yet.
FAILURES = ("08", "53", "57P", "40", "42P01", "42703", "42883", "58", "XX")


class _GoesOn:
    """What a cursor needs to go on with the primary."""

    def _execute(self, sql, params, *ignored):
        try:
            return super()._execute(sql, params, *ignored)
        except Error as error:
            if self.db.alias == DEFAULT_DB_ALIAS or not is_the_replicas(error):
                raise
            self._go_on_with_the_primary(error)
        return super()._execute(sql, params, *ignored)

    def _go_on_with_the_primary(self, error: Error) -> None:
        served_by_server = isinstance(self.cursor, psycopg.ServerCursor)
        give_up(self.db, error)
        self.db = connections[DEFAULT_DB_ALIAS]
        opened = self.db.chunked_cursor() if served_by_server else self.db.cursor()
        self.cursor = opened.cursor


class ReplicaCursor(_GoesOn, CursorWrapper):
    pass


class ReplicaDebugCursor(_GoesOn, CursorDebugWrapper):
    pass


class DatabaseWrapper(base.DatabaseWrapper):
    """A replica, and behind it the primary."""

    def _cursor(self, name=None):
        try:
            return super()._cursor(name)
        except Error as error:
            if not is_the_replicas(error):
                raise
            give_up(self, error)
        return connections[DEFAULT_DB_ALIAS]._cursor(name)

    def make_cursor(self, cursor):
        return ReplicaCursor(cursor, self)

    def make_debug_cursor(self, cursor):
        return ReplicaDebugCursor(cursor, self)


def is_the_replicas(error: Error) -> bool:
    """Whether the replica failed, and not the statement. A lost connection has no SQLSTATE."""
    cause = error.__cause__
    if not isinstance(cause, psycopg.Error):
        return False
    if cause.sqlstate is None:
        return isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError)
    return cause.sqlstate.startswith(FAILURES)


def give_up(connection: DatabaseWrapper, error: Error) -> None:
    """Leave the replica out, and read on from the primary."""
    connection.close()
    replica_of(connection.alias).leave_out(error)
    stay_on_primary()
