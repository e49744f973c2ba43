"""Several connections to PostgreSQL, one SQL statement at a time, in an order drawn from a seed;
or, with `overlap`, sometimes several statements at once.

Each actor runs in a thread with a connection of its own and stops before every statement until
it is its turn. An actor that waits for another's lock is left waiting, as PostgreSQL reports it,
and goes on by itself when the lock is free. So one seed is one interleaving, and none needs a
sleep.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from threading import Barrier, Condition
from typing import Any

from django.db import connection

LOOK_AGAIN = 0.002
"""Seconds to wait for a statement to end before asking PostgreSQL whether it waits for a lock."""

RUNNING, AT_GATE, LOCKED, DONE = "running", "at its gate", "waiting for a lock", "done"


@dataclass
class _Actor:
    """One thread's part in one interleaving."""

    act: Callable[[], Any]
    state: str = RUNNING
    pid: int = 0
    turns: int = 0
    outcome: Future = field(default_factory=Future)


class Interleaving:
    """A pool of connections on which sets of actors are run, one set after the other.

    overlap  let some go on together: a race can lie within one statement, between what it saw
             when it began and what it locks; then chance has a part beside the seed
    """

    def __init__(self, connections: int, *, overlap: bool = False):
        self._overlap = overlap
        self._pool = ThreadPoolExecutor(connections)
        self._moved = Condition()
        self._connections = connections

    def run(self, acts: Sequence[Callable[[], Any]], *, seed: int) -> list[Any]:
        """What each act returned or raised, in the order of `acts`."""
        assert len(acts) <= self._connections
        chance = Random(seed)
        actors = [_Actor(act) for act in acts]
        threads = [self._pool.submit(self._play, actor) for actor in actors]
        while any(actor.state != DONE for actor in actors):
            self._settle(actors)
            waiting = [actor for actor in actors if actor.state == AT_GATE]
            if waiting:
                at_once = chance.randint(1, len(waiting)) if self._overlap else 1
                for actor in chance.sample(waiting, at_once):
                    self._let_through(actor)
        for thread in threads:
            thread.result()
        return [actor.outcome.exception() or actor.outcome.result() for actor in actors]

    def close(self) -> None:
        """Close every connection, so that the test database can be emptied."""
        all_here = Barrier(self._connections)  # one closing for each thread, none does two

        def close() -> None:
            all_here.wait()
            connection.close()

        for _ in range(self._connections):
            self._pool.submit(close)
        self._pool.shutdown()

    def _play(self, actor: _Actor) -> None:
        connection.ensure_connection()
        actor.pid = connection.connection.info.backend_pid
        try:
            with connection.execute_wrapper(self._gate_of(actor)):
                actor.outcome.set_result(actor.act())
        except Exception as error:
            actor.outcome.set_exception(error)
        self._become(actor, DONE)

    def _gate_of(self, actor: _Actor):
        def gate(execute, sql, params, many, context):
            if "SAVEPOINT" in sql[:20]:  # one's own affair
                return execute(sql, params, many, context)
            with self._moved:
                actor.state = AT_GATE
                self._moved.notify_all()
                self._moved.wait_for(lambda: actor.turns > 0)
                actor.turns -= 1
            return execute(sql, params, many, context)

        return gate

    def _let_through(self, actor: _Actor) -> None:
        with self._moved:
            actor.turns += 1
            actor.state = RUNNING
            self._moved.notify_all()

    def _become(self, actor: _Actor, state: str) -> None:
        with self._moved:
            actor.state = state
            self._moved.notify_all()

    def _settle(self, actors: list[_Actor]) -> None:
        """Return when every actor is done, at its gate, or waiting for another's lock."""
        for actor in actors:
            if actor.state == LOCKED:
                self._become(actor, RUNNING)  # look anew: the lock may be free by now
        while moving := [actor for actor in actors if actor.state == RUNNING]:
            with self._moved:
                if self._moved.wait_for(
                    lambda actors=moving: all(actor.state != RUNNING for actor in actors),
                    timeout=LOOK_AGAIN,
                ):
                    continue
            for actor in moving:
                if actor.state == RUNNING and _waits_for_a_lock(actor.pid):
                    with self._moved:
                        if actor.state == RUNNING:
                            actor.state = LOCKED


def _waits_for_a_lock(pid: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [pid])
        return cursor.fetchone()[0]


@contextmanager
def interleaving(connections: int, *, overlap: bool = False):
    """An Interleaving that is closed at the end."""
    made = Interleaving(connections, overlap=overlap)
    try:
        yield made
    finally:
        made.close()
