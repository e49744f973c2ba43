"""Who acts, and why: what every event of history is told.

django-pghistory sends it along with each statement that writes, as settings of the transaction
that the triggers read. The keys of an event's context:

user, name  the account that acted: its key, and what it was called then
account     of the operating system, for a command without `--as`
command     the command of manage.py
reason      why, where a reason was given
database_user  of a statement that came from elsewhere, such as psql (set by the trigger)
"""

from __future__ import annotations

import os
import pwd
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import pghistory

P = ParamSpec("P")
R = TypeVar("R")


@contextmanager
def told(**parts: Any) -> Iterator[None]:
    """Let what is written inside tell these parts, on top of what is told around it.

    Where nothing is told around it, the parts hold until the end of the transaction.
    """
    with pghistory.context() as context:
        around = dict(context.metadata)
        context.metadata.update(parts)
        try:
            yield
        finally:
            context.metadata.clear()
            context.metadata.update(around)


@contextmanager
def because(reason: str) -> Iterator[None]:
    """Give the reason for what is written inside; an empty one leaves that around it."""
    reason = reason.strip()
    with told(**({"reason": reason} if reason else {})):
        yield


def in_history(verb: Callable[P, R]) -> Callable[P, R]:
    """Decorate a verb: what it writes tells its `by` and its `reason`, as far as it has them."""

    @wraps(verb)
    def telling(*args: P.args, **given: P.kwargs) -> R:
        with told(**person(given.get("by"))), because(given.get("reason") or ""):
            return verb(*args, **given)

    return telling


def person(user: Any) -> dict[str, Any]:
    """The parts that name an account; none for someone who is not signed in."""
    if user is None or not user.is_authenticated:
        return {}
    return {"user": user.pk, "name": user.get_username()}


def os_account() -> str:
    """The name of the account that this process runs under, whatever its environment says."""
    uid = os.geteuid()
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:  # a container may run under a number without a name
        return str(uid)
