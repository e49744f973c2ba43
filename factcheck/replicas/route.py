"""Which database the request at hand reads from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS, connections


@dataclass(slots=True)
class Route:
    """The database that a request reads from; once on the primary it stays there.

    So what a request reads never goes back in time: what it was told first, such as that an
    answer can no longer change, is true of what it reads after.
    """

    alias: str = DEFAULT_DB_ALIAS

    def stay_on_primary(self) -> None:
        self.alias = DEFAULT_DB_ALIAS


_route: ContextVar[Route | None] = ContextVar("route", default=None)


def reading_from() -> str:
    """The alias of the database to read what is published from; the primary outside a request.

    For SQL that is written by hand: `connections[reading_from()].cursor()`. QuerySets find it by
    the router.
    """
    route = _route.get()
    if route is None:
        return DEFAULT_DB_ALIAS
    if connections[DEFAULT_DB_ALIAS].in_atomic_block:
        route.stay_on_primary()
    return route.alias


def stay_on_primary() -> None:
    """Read all that follows in this request from the primary."""
    if route := _route.get():
        route.stay_on_primary()


@contextmanager
def along(route: Route) -> Iterator[None]:
    """Read along this route."""
    token = _route.set(route)
    try:
        yield
    finally:
        _route.reset(token)


def streamed_along(route: Route, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The parts of a streamed answer, each of them read along this route."""
    while True:
        with along(route):
            try:
                chunk = next(chunks)
            except StopIteration:
                return
        yield chunk
