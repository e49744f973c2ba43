"""What PostgreSQL puts into the outbox, in the transaction that publishes it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from claims.computed import computed_writes
from claims.models import StatusChange
from claims.webhooks.models import Delivery, Subscription
from tests.claims import make
from tests.claims.ledger.rows import NOON, people, verdict

from .receiver import subscribed

pytestmark = pytest.mark.django_db
URL = "https://mirror.example/hook"


def commit() -> None:
    """What PostgreSQL does at commit, within the test's own transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def change_status(claim) -> None:
    with computed_writes():
        StatusChange.objects.create(
            claim=claim,
            from_status="unsupported",
            to_status="corroborated",
            why="So.",
            at=NOON,
            engine_version="1",
        )


def told() -> list[tuple[str, int, str]]:
    """(subscription, position, kind) of all that is in the outbox, in its order."""
    rows = Delivery.objects.order_by("id").values_list(
        "subscription__name", "change_id", "change__kind", "change__verdict__kind"
    )
    return [(name, position, kind or of) for name, position, of, kind in rows]


def jobs() -> list[tuple]:
    """(task, lock, delivery, when it is due) of all that is in the queue, in its order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT task_name, lock, (args ->> 'delivery')::bigint, scheduled_at "
            "FROM procrastinate_jobs ORDER BY id"
        )
        return cursor.fetchall()


def test_each_subscription_is_told_what_it_asked_for_in_the_order_of_changes():
    figure, other = make.figure(), make.figure("another", subject=make.subject("Another"))
    subscribed(URL, name="all")
    subscribed(URL, name="its subject", what="subject", subject=figure.subject)
    subscribed(URL, name="its figure", what="figure", figure=figure)
    subscribed(URL, name="another", what="figure", figure=other)
    subscribed(URL, name="withdrawals", kinds=["withdrawal"])
    stopped, _ = subscribed(URL, name="stopped")
    Subscription.objects.filter(pk=stopped.pk).update(active=False)
    claim, signed = make.claim(figure=figure), people()
    change_status(claim)  # position 1: before anything of the claim was published
    first = verdict(claim, signed=signed)
    first.save()
    change_status(claim)
    commit()
    verdict(claim, signed=signed, kind="withdrawal", supersedes=first).save()
    commit()
    asked = ("all", "its subject", "its figure")
    assert told() == [
        *((name, 2, "verdict") for name in asked),
        *((name, 3, "status-change") for name in asked),
        *((name, 4, "withdrawal") for name in (*asked, "withdrawals")),
    ]
    made = Delivery.objects.order_by("id")
    assert [(task, lock, of) for task, lock, of, _ in jobs()] == [
        ("webhooks.deliver", f"webhook:{each.subscription_id}", each.pk) for each in made
    ]


def test_what_is_rolled_back_is_told_to_nobody():
    subscribed(URL)
    claim, signed = make.claim(), people()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        verdict(claim, signed=signed).save()
        commit()
        assert len(told()) == len(jobs()) == 1
        raise ZeroDivisionError
    assert told() == jobs() == []


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"url": "https://user:pass@mirror.example/"}, "without an account"),
        ({"url": "https://mirror.example/#part"}, "without an account"),
        ({"what": "figure"}, "Name the subject or the figure"),
        ({"kinds": []}, "cannot be blank"),
        ({"kinds": ["rumour"]}, "not a valid choice"),
    ],
)
def test_what_makes_no_sense_is_refused(given, complaint):
    with pytest.raises(ValidationError, match=complaint):
        subscribed(**{"url": URL} | given)


def test_http_is_refused_unless_it_is_allowed(settings):
    settings.WEBHOOKS_ALLOW_HTTP = False
    with pytest.raises(ValidationError, match="begins with https"):
        subscribed("http://mirror.example/")
