"""One replica: whether it will do for a request, and until when it is left out."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import psycopg
from django.db import DatabaseError, connections

LEFT_OUT = 10.0
"""Seconds until a replica that failed, or lagged too far, is asked again."""

_STATE = """
    SELECT pg_is_in_recovery(),
           COALESCE(pg_last_wal_replay_lsn(), '0/0'::pg_lsn) - '0/0'::pg_lsn,
           (SELECT max(at) FROM freshness_change)
"""

log = logging.getLogger("factcheck.replicas")


@dataclass(frozen=True, slots=True)
class State:
    """What a replica says of itself.

    replayed    how far in the primary's log it is
    changed_at  when the public record last changed, as far as it knows
    """

    replayed: int
    changed_at: datetime | None


class Replica:
    """One replica, as this process knows it; `now` is a steady clock, in seconds.

    It writes a line to the log when it is left out, and one when it is back, not at each attempt.
    """

    now = staticmethod(time.monotonic)

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self._out_until: float | None = None

    def may_be_asked(self) -> bool:
        return self._out_until is None or self.now() >= self._out_until

    def leave_out(self, why: object) -> None:
        if self._out_until is None:
            log.warning("%s is left out, the primary serves: %s", self.alias, _line(why))
        self._out_until = self.now() + LEFT_OUT

    def take_back(self) -> None:
        if self._out_until is not None:
            log.warning("%s serves again", self.alias)
            self._out_until = None

    def ask(self) -> State | None:
        """Its state; None, and it is left out, where it does not answer or is no replica."""
        try:
            in_recovery, replayed, changed_at = self._asked()
        except (DatabaseError, psycopg.Error) as error:
            connections[self.alias].close()
            self.leave_out(error)
            return None
        if not in_recovery:
            self.leave_out("it is no standby any more, it takes writes of its own")
            return None
        return State(int(replayed), changed_at)

    def _asked(self) -> tuple:
        # Below Django's cursors, which would go on with the primary.
        connection = connections[self.alias]
        if connection.connection is not None:
            try:
                return connection.connection.execute(_STATE).fetchone()
            except psycopg.OperationalError:
                connection.close()  # the replica may have started anew since
        connection.ensure_connection()
        return connection.connection.execute(_STATE).fetchone()


def _line(why: object) -> str:
    return " ".join(str(why).split()) or type(why).__name__


@cache
def replica_of(alias: str) -> Replica:
    """What this process knows of the replica with this alias: one object for all who ask."""
    return Replica(alias)
