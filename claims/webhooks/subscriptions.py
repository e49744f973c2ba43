"""What people do: subscribe, send a test, send again what was given up."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models.functions import Now

from claims.models import Figure, Subject

from .models import Delivery, State, Subscription, What
from .secrets import new_secret


def subscribe(
    *,
    name: str,
    url: str,
    owner: Any,
    kinds: Collection[str],
    by: Any,
    what: str = What.ALL,
    subject: Subject | None = None,
    figure: Figure | None = None,
) -> tuple[Subscription, str]:
    """The new subscription, and its secret: this is the only time that anyone sees it.

    Raises ValidationError where a value is wrong.
    """
    check_url(url)
    salt, check_value, secret = new_secret()
    subscription = Subscription(
        name=name,
        url=url,
        owner=owner,
        what=what,
        subject=subject,
        figure=figure,
        kinds=sorted(set(kinds)),
        salt=salt,
        check_value=check_value,
        created_by=by,
    )
    subscription.full_clean()
    subscription.save(force_insert=True)
    return subscription, secret


def check_url(url: str) -> None:
    """Raise ValidationError where messages would go out for everyone on the way to read."""
    if urlsplit(url).scheme != "https" and not settings.WEBHOOKS_ALLOW_HTTP:
        raise ValidationError({"url": "Write an address that begins with https://."})


def send_test(*, subscription: Subscription) -> Delivery:
    """Put a message that tells nothing into the outbox, to try the receiver."""
    with transaction.atomic():
        delivery = Delivery.objects.create(subscription=subscription)
        defer(delivery.pk)
    return delivery


def send_again(*, delivery: Delivery) -> bool:
    """Give a dead delivery all its tries once more; whether it was dead."""
    with transaction.atomic():
        dead = Delivery.objects.filter(pk=delivery.pk, state=State.DEAD)
        revived = dead.update(state=State.WAITING, attempts=0, next_at=Now())
        if revived:
            defer(delivery.pk)
    return bool(revived)


def defer(delivery_id: int) -> None:
    """Put a delivery into the queue of the workers for when it is due, in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT webhooks_defer(id, NULL, next_at) FROM webhooks_delivery WHERE id = %s",
            [delivery_id],
        )
