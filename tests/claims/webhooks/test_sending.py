"""Tries to deliver, to a real receiver, and what each outcome leads to."""

from __future__ import annotations

import json
from base64 import b64decode
from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import F
from django.utils import timezone

from claims.webhooks.backoff import TRIES, delay_after
from claims.webhooks.models import Delivery, Subscription
from claims.webhooks.sending import attempt
from claims.webhooks.signing import signed_headers
from claims.webhooks.subscriptions import send_again, send_test
from claims.webhooks.tasks import take_up_and_clear
from tests.claims.ledger.rows import people, verdict

from .receiver import subscribed
from .test_outbox import commit, jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(receiver) -> Delivery:
    """A test message that is due."""
    return send_test(subscription=subscribed(receiver.url)[0])


def tried(delivery: Delivery) -> Delivery:
    """The delivery after one more try, made as if it were due now."""
    Delivery.objects.filter(pk=delivery.pk, state="waiting").update(next_at=timezone.now())
    attempt(delivery.pk)
    return Delivery.objects.get(pk=delivery.pk)


def test_a_verdict_is_sent_signed_and_as_the_api_has_it(receiver, client):
    _, secret = subscribed(receiver.url)
    verdict(signed=people()).save()
    commit()
    (delivery,) = Delivery.objects.all()
    assert attempt(delivery.pk) is True
    ((headers, body),) = receiver.got
    message = json.loads(body)
    (row,) = client.get("/api/v1/changes/").json()["results"]
    assert message == {"type": "verdict", "timestamp": row["at"], "data": row}
    assert row["verdict"]["content"]["number"] == 1
    assert headers["content-type"] == "application/json"
    expected = signed_headers(
        secret=b64decode(secret.removeprefix("whsec_")),
        message=f"msg_{delivery.message.hex}",
        timestamp=int(headers["webhook-timestamp"]),
        body=body,
    )
    assert {name: headers[name] for name in expected} == expected
    delivery.refresh_from_db()
    assert (delivery.state, delivery.attempts, delivery.last_code) == ("delivered", 1, 200)
    assert delivery.last_took > timedelta(0)
    assert attempt(delivery.pk) is None, "what is delivered is not sent again"


def test_a_failure_is_tried_again_with_the_same_id_and_bytes(receiver, waiting):
    receiver.codes = [500, 302]
    first = tried(waiting)
    assert (first.state, first.last_code) == ("waiting", 500)
    assert attempt(waiting.pk) is None, "it is not due yet"
    wait = delay_after(1, chance=0.5)
    assert wait * 0.7 < first.next_at - first.last_at < wait * 1.4
    assert jobs()[-1] == ("webhooks.deliver", None, waiting.pk, first.next_at)
    assert tried(waiting).last_code == 302
    assert tried(waiting).state == "delivered"
    assert len({(headers["webhook-id"], body) for headers, body in receiver.got}) == 1
    assert len(receiver.got) == 3


def test_after_ten_tries_it_is_dead_until_somebody_sends_it_again(receiver, waiting):
    receiver.codes = [503]
    Delivery.objects.update(attempts=TRIES - 1)
    dead = tried(waiting)
    assert (dead.state, dead.attempts, dead.next_at) == ("dead", TRIES, None)
    assert send_again(delivery=dead) is True
    assert send_again(delivery=dead) is False, "it waits already"
    assert tried(waiting).state == "delivered"


def test_a_receiver_that_is_gone_is_told_nothing_more(receiver, waiting):
    receiver.codes = [410]
    later = send_test(subscription=waiting.subscription)
    assert tried(waiting).state == "dead"
    assert not Subscription.objects.get().active
    assert (tried(later).last_error, len(receiver.got)) == ("the subscription was stopped", 1)


def test_a_receiver_that_is_not_there(waiting):
    Subscription.objects.update(url="http://no-such-host.invalid/")
    failed = tried(waiting)
    assert (failed.state, failed.last_code) == ("waiting", None)
    assert "gaierror" in failed.last_error


def test_nothing_is_signed_with_another_key_than_the_owner_was_shown(receiver, waiting, settings):
    old = settings.SECRET_KEY
    settings.SECRET_KEY = "another key"
    lost = tried(waiting)
    assert (lost.state, receiver.got) == ("dead", [])
    assert "SECRET_KEY_FALLBACKS" in lost.last_error
    settings.SECRET_KEY_FALLBACKS = [old]
    send_again(delivery=lost)
    assert tried(waiting).state == "delivered"


def test_a_copy_of_the_database_does_not_have_the_secret(receiver):
    made, secret = subscribed(receiver.url)
    raw = b64decode(secret.removeprefix("whsec_"))
    assert len(raw) == 32
    assert raw not in (bytes(made.salt), bytes(made.check_value))


def test_what_a_dead_worker_left_is_taken_up(waiting):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    take_up_and_clear()
    assert jobs() == [], "it is due only now: its job may still come"
    Delivery.objects.update(next_at=F("next_at") - timedelta(minutes=2))
    take_up_and_clear()
    take_up_and_clear()
    assert [delivery for _, _, delivery, _ in jobs()] == [waiting.pk]


def test_what_was_delivered_long_ago_is_removed_and_nothing_else(waiting):
    delivered = tried(waiting)
    dead = send_test(subscription=waiting.subscription)
    Delivery.objects.filter(pk=dead.pk).update(state="dead", next_at=None)
    Delivery.objects.update(last_at=timezone.now() - timedelta(days=31))
    take_up_and_clear()
    assert list(Delivery.objects.all()) == [dead] != [delivered]
