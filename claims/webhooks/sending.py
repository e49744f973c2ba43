"""One try to deliver a message, and what follows from its outcome."""

from __future__ import annotations

import json
import logging
import random
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from claims.api.ledger import texts
from claims.models import Change

from .backoff import delay_after
from .models import Delivery, State, Subscription
from .secrets import SecretLost, secret_of
from .signing import signed_headers
from .subscriptions import defer
from .transport import Answer, NotSent, post

LEASE = timedelta(minutes=2)
"""A try whose worker has died is made again after this; well beyond what a try may take."""

GONE = 410
"""By this code a receiver says that it wants no more."""

log = logging.getLogger("claims.webhooks")


def attempt(delivery_id: int) -> bool | None:
    """Try to deliver it, if it is due; whether it was delivered, None if it was not tried.

    Two workers that try at the same time do not both send it. One that dies after it was sent and
    before that is written down has it sent twice: at least once, with the same id.
    """
    # By PostgreSQL's clock, which the queue goes by as well. No transaction is open meanwhile.
    due = Delivery.objects.filter(pk=delivery_id, state=State.WAITING, next_at__lte=Now())
    if not due.update(attempts=F("attempts") + 1, last_at=Now(), next_at=Now() + LEASE):
        return None
    delivery = Delivery.objects.select_related("subscription").get(pk=delivery_id)
    if not delivery.subscription.active:
        _record(delivery, None, "the subscription was stopped", final=True)
        return False
    try:
        answer = _send(delivery)
    except (NotSent, SecretLost) as error:
        return _record(delivery, None, str(error), final=isinstance(error, SecretLost))
    if answer.code == GONE:
        Subscription.objects.filter(pk=delivery.subscription_id).update(active=False)
        return _record(
            delivery, answer, "it wants no more: the subscription is stopped", final=True
        )
    wrong = "" if 200 <= answer.code < 300 else "its code is none of success"
    return _record(delivery, answer, wrong)


def body_of(delivery: Delivery) -> bytes:
    """The message: for a change its row as `/api/v1/changes/` has it, to the letter.

    Every try builds it anew, and from rows that never change: so each has the same bytes.
    """
    if delivery.change_id is None:
        of = Delivery.objects.filter(pk=delivery.pk).annotate(moment=texts.Moment("created_at"))
        return _message("test", of.values_list("moment", flat=True).get(), "{}")
    of = Change.objects.filter(pk=delivery.change_id)
    kind, verdict_kind, moment, text = (
        of.annotate(moment=texts.Moment("at"), text=texts.CHANGE)
        .values_list("kind", "verdict__kind", "moment", "text")
        .get()
    )
    return _message(verdict_kind or kind, moment, text)


def _message(kind: str, moment: str, data: str) -> bytes:
    head = json.dumps({"type": kind, "timestamp": moment})
    return f'{head[:-1]}, "data": {data}}}'.encode()


def _send(delivery: Delivery) -> Answer:
    subscription = delivery.subscription
    body = body_of(delivery)
    secret = secret_of(salt=subscription.salt, check=subscription.check_value)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "factcheck-webhooks/1",
        "Connection": "close",
    } | signed_headers(
        secret=secret,
        message=str(delivery),
        timestamp=int(delivery.last_at.timestamp()),
        body=body,
    )
    return post(
        subscription.url,
        headers=headers,
        body=body,
        allow_http=settings.WEBHOOKS_ALLOW_HTTP,
        allow_private=settings.WEBHOOKS_ALLOW_PRIVATE,
    )


def _record(delivery: Delivery, answer: Answer | None, wrong: str, *, final: bool = False) -> bool:
    """Write down how the try went, and have the next one made; whether it was delivered."""
    wait = None if final else delay_after(delivery.attempts, chance=random.random())
    state, next_at = State.DELIVERED, None
    if wrong:
        state, next_at = (State.WAITING, Now() + wait) if wait else (State.DEAD, None)
        log.log(
            logging.INFO if wait else logging.WARNING,
            "webhook %s, %s: try %s failed, %s",
            *(delivery.subscription_id, delivery, delivery.attempts),
            f"{wrong} ({answer.code})" if answer else wrong,
        )
    with transaction.atomic():
        Delivery.objects.filter(pk=delivery.pk, state=State.WAITING).update(
            state=state,
            next_at=next_at,
            last_code=answer and answer.code,
            last_error=wrong[:300],
            last_took=answer and answer.took,
        )
        if next_at is not None:
            defer(delivery.pk)
    return not wrong
