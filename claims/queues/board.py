"""The board: every queue with its count and age, for the admin's first page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Func
from django.urls import reverse

from claims.admin.words import REVIEW_REASONS
from claims.models import Claim
from claims.querysets.queues import counted

from .assignments import HELD_FOR
from .table import QUEUES, Queue


@dataclass(frozen=True)
class Reason:
    """One reason for review: how many claims have it, and where they are."""

    name: str
    meaning: str
    count: int
    url: str


@dataclass(frozen=True)
class Line:
    """One queue as the person who asks finds it.

    count    the claims in it; `held` of them are in someone's hands, and not for too long
    oldest   since when the first of them waits; None for an empty queue
    lets     whether this person may take from it
    reasons  for the queue of those that need review: the claims by reason
    """

    queue: Queue
    count: int
    held: int
    oldest: datetime | None
    url: str
    lets: bool
    reasons: tuple[Reason, ...] = ()

    @property
    def count_shown(self) -> str:
        return f"{self.count:,}"

    @property
    def offers_next(self) -> bool:
        return self.lets and self.count > self.held


def board(person: Any, *, now: datetime, held_for: timedelta = HELD_FOR) -> list[Line]:
    """One query a queue and one for the reasons, however many claims."""
    return [_line(queue, person, now - held_for) for queue in QUEUES.values()]


def _line(queue: Queue, person: Any, held_after: datetime) -> Line:
    waiting = queue.waiting(Claim.objects.all(), person)
    count, held, oldest = counted(waiting, held_after=held_after)
    return Line(
        queue=queue,
        count=count,
        held=held,
        oldest=oldest,
        url=reverse("queues:queue", args=[queue.name]),
        lets=queue.lets(person),
        reasons=tuple(_reasons(queue, person)) if queue.name == "needs-review" else (),
    )


def _reasons(queue: Queue, person: Any) -> list[Reason]:
    rows = queue.waiting(Claim.objects.all(), person).order_by()
    found = dict(
        rows.values(reason=Func(F("review_reasons"), function="unnest"))
        .annotate(claims=Count("pk"))
        .values_list("reason", "claims")
    )
    url = reverse("queues:queue", args=[queue.name])
    return [
        Reason(reason, meaning, found[reason], f"{url}?{urlencode({'reason': reason})}")
        for reason, meaning in REVIEW_REASONS.items()
        if reason in found
    ]
