"""Do an action on many rows: to see what it would do, or in earnest."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, ClassVar

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError, QuerySet

from factcheck.history.who import because

from .forms import ReasonForm
from .plan import Difference, Effect, Plan, Row, differences

MOST = 500
"""How many rows one action takes: they are done in one transaction, all or none."""

Statuses = Mapping[Hashable, tuple[str, str]]
"""What else an action may touch: by key its name and what it is, in words."""


class Bulk(ABC):
    """One kind of action.

    action  the name by which a list offers it
    title   what it does, for the head of its page; past: for the sentence when it is done
    asks    the form of its page
    given   what the person filled in there, beside the reason
    """

    do_not_call_in_templates = True  # a template would make one of the class

    action: ClassVar[str]
    title: ClassVar[str]
    past: ClassVar[str]
    asks: ClassVar[type[ReasonForm]] = ReasonForm

    def __init__(self, *, by: Any, given: Mapping[str, Any], reason: str = ""):
        self.by, self.given, self.reason = by, given, reason

    def ordered(self, rows: QuerySet) -> QuerySet:
        """The rows with what is needed of them, in the order in which verbs lock them."""
        return rows.order_by("pk")

    def around(self, rows: Sequence[models.Model]) -> AbstractContextManager:
        """What the verbs run in, within the transaction."""
        return nullcontext()

    @abstractmethod
    def now(self, row: models.Model) -> str:
        """What the row is, in words."""

    def stamp(self, row: models.Model) -> str:
        """Changes whenever the row does."""
        return ""

    def name(self, row: models.Model) -> str:
        return str(row)

    @abstractmethod
    def act(self, row: models.Model) -> str:
        """Do it to one row, by a verb; gives what the row is then, as `now` would tell it."""

    def statuses(self, rows: Sequence[models.Model]) -> Statuses:
        """What else may become another by it."""
        return {}


def preview(bulk: Bulk, rows: QuerySet) -> Plan:
    """What the action would do now: it is done, and undone."""
    with transaction.atomic():
        plan = _done(bulk, rows)
        transaction.set_rollback(True)
    return plan


def carry_out(bulk: Bulk, rows: QuerySet, seen: Plan) -> tuple[Plan, list[Difference]]:
    """Do what was previewed, exactly, or nothing: then the differences say why."""
    with transaction.atomic():
        plan = _done(bulk, rows)
        different = differences(seen, plan)
        if different:
            transaction.set_rollback(True)
    return plan, different


def _done(bulk: Bulk, rows: QuerySet) -> Plan:
    found = list(bulk.ordered(rows))
    before = bulk.statuses(found)
    with because(bulk.reason), bulk.around(found):
        done = tuple(_row(bulk, row) for row in found)
    return Plan(done, tuple(_effects(before, bulk.statuses(found))))


def _row(bulk: Bulk, row: models.Model) -> Row:
    key, name, now, stamp = str(row.pk), bulk.name(row), bulk.now(row), bulk.stamp(row)
    try:
        with transaction.atomic():
            then, refusal = bulk.act(row), ""
    except (ValidationError, PermissionDenied, ProtectedError, IntegrityError) as error:
        then, refusal = now, in_words(error)
    return Row(key, name, now, then, refusal, stamp)


def _effects(before: Statuses, after: Statuses) -> Iterable[Effect]:
    for key, (name, was) in before.items():
        becomes = after[key][1] if key in after else "gone"
        if was != becomes:
            yield Effect(name, was, becomes)


def in_words(error: Exception) -> str:
    """Why a row is left as it is."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, ProtectedError):
        return _kept(error.protected_objects)
    if isinstance(error, IntegrityError):
        diagnosis = getattr(error.__cause__, "diag", None)
        return getattr(diagnosis, "message_primary", None) or str(error)
    return str(error) or "You may not do this."


def _kept(by: Iterable[models.Model]) -> str:
    """“kept by 3 evidence, 1 snapshot”: what points at a row and would lose it."""
    counts: dict[Any, int] = {}
    for row in by:
        counts[row._meta] = counts.get(row._meta, 0) + 1
    told = [
        f"{number} {opts.verbose_name if number == 1 else opts.verbose_name_plural}"
        for opts, number in counts.items()
    ]
    return f"kept by {', '.join(told)}"
