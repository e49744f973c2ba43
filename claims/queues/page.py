"""One queue as a list of rows, for its page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.paginator import Page, Paginator
from django.utils.safestring import SafeString

from claims.admin.badges import example_badge, status_badge
from claims.models import Claim

from .assignments import ASSIGN, HELD_FOR
from .filters import QueueFilter
from .reasons import reasons_of
from .table import QUEUES, TAKE, Queue

PER_PAGE = 50

_BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Row:
    """One claim that waits.

    holder   whose hands it is in, by name; None where it is free
    is_mine  whether these are the hands of the person who asks
    is_forgotten  held for so long that anyone may take it
    is_open  whether that person may take it now
    kept_by  why not, where it is free and they may take others: four eyes
    is_done  in their hands, but it waits no longer in the queue that it came from
    """

    claim: Claim
    badges: list[SafeString]
    reasons: list[str]
    since: datetime
    holder: str | None
    is_mine: bool
    is_forgotten: bool
    is_open: bool
    kept_by: str
    is_done: bool


@dataclass(frozen=True)
class QueuePage:
    """total  the claims in the queue; `found` of them pass the filters"""

    queue: Queue
    total: int
    rows: list[Row]
    page: Page
    filters: QueueFilter
    lets: bool
    may_assign: bool

    @property
    def found(self) -> int:
        return self.page.paginator.count


def page_of(
    queue: Queue, person: Any, asked: Any, *, now: datetime, held_for: timedelta = HELD_FOR
) -> QueuePage:
    """A fixed number of queries, however many claims wait; `asked` is the page's query."""
    waiting = queue.waiting(Claim.objects.all(), person)
    filters = QueueFilter(asked, queue=queue, person=person, waiting=waiting)
    found = filters.of(waiting.with_holder()).without_results().oldest_first()
    page = Paginator(found, PER_PAGE).get_page(asked.get("page"))
    claims = list(page.object_list)
    lets, open_to = queue.lets(person), _open_to(queue, person, claims)
    forgotten = {claim.pk for claim in claims if _is_forgotten(claim, now - held_for)}
    done = _done(claims, person) if queue.name == "mine" else set()
    return QueuePage(
        queue=queue,
        total=waiting.count(),
        rows=[_row(queue, claim, person, lets, open_to, done, forgotten) for claim in claims],
        page=page,
        filters=filters,
        lets=lets,
        may_assign=person.has_perm(ASSIGN),
    )


def can_be_given_claims() -> list[Any]:
    """The accounts to which a claim can be assigned, by name; two queries."""
    accounts = get_user_model().objects.with_perm(TAKE, backend=_BACKEND)
    return list(accounts.filter(is_staff=True).order_by("username"))


def _open_to(queue: Queue, person: Any, claims: list[Claim]) -> set[int]:
    shown = Claim.objects.filter(pk__in=[claim.pk for claim in claims])
    rows = queue.open_to(queue.waiting(shown, person), person)
    return set(rows.order_by().values_list("pk", flat=True))


def _done(claims: list[Claim], person: Any) -> set[int]:
    """What waits no longer where it was taken from; a query for each queue it was taken from."""
    done: set[int] = set()
    for name in {claim.held_from for claim in claims} & QUEUES.keys():
        taken = {claim.pk for claim in claims if claim.held_from == name}
        rows = QUEUES[name].waiting(Claim.objects.filter(pk__in=taken), person)
        done |= taken - set(rows.order_by().values_list("pk", flat=True))
    return done


def _is_forgotten(claim: Claim, held_after: datetime) -> bool:
    return claim.held_since is not None and claim.held_since < held_after


def _row(
    queue: Queue,
    claim: Claim,
    person: Any,
    lets: bool,
    open_to: set[int],
    done: set[int],
    forgotten: set[int],
) -> Row:
    is_mine, is_forgotten = claim.holder_id == person.pk, claim.pk in forgotten
    is_free = claim.holder_id is None or (is_forgotten and not is_mine)
    is_own = lets and is_free and claim.pk not in open_to
    badges = [status_badge(claim.status), *([example_badge()] if claim.example else [])]
    return Row(
        claim=claim,
        badges=badges,
        reasons=reasons_of(queue.name, claim),
        since=claim.waits_since,
        holder=claim.holder_name,
        is_mine=is_mine,
        is_forgotten=is_forgotten,
        is_open=lets and is_free and not is_own,
        kept_by="you had a part in it, so someone else must decide (four eyes)" if is_own else "",
        is_done=claim.pk in done,
    )
