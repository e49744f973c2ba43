"""A real worker: from a verdict that commits to the receiver, by way of the queue."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from claims.webhooks.models import Delivery
from claims.webhooks.tasks import tidy
from tests.claims.ledger.rows import ledger

from .receiver import subscribed


def work() -> None:
    """Run a worker, as `manage.py procrastinate worker` does, until the queue is empty."""
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(wait=False, listen_notify=False, install_signal_handlers=False)


@pytest.fixture
def empty_queue(transactional_db):
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_periodic_defers CASCADE")


def test_it_sends_what_was_published_in_its_order(empty_queue, receiver):
    subscribed(receiver.url)
    ledger(3)
    receiver.codes = [200, 500]
    work()
    numbers = [json.loads(body)["data"]["verdict"]["content"]["number"] for _, body in receiver.got]
    assert numbers == [1, 2, 3], "what failed holds nothing up"
    by_position = Delivery.objects.order_by("change_id")
    assert list(by_position.values_list("state", flat=True)) == [
        "delivered",
        "waiting",
        "delivered",
    ]
    Delivery.objects.filter(state="waiting").update(next_at=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")
    work()
    assert set(by_position.values_list("state", flat=True)) == {"delivered"}
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 3
    assert len(receiver.got) == 4


def test_a_job_that_a_killed_worker_held_is_done_by_the_next(empty_queue, receiver):
    subscribed(receiver.url)
    ledger(1)
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH dead AS (INSERT INTO procrastinate_workers (last_heartbeat) "
            "VALUES (now() - '1 hour'::interval) RETURNING id) "
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = dead.id FROM dead"
        )
    tidy.defer(timestamp=0)
    work()
    work()
    assert Delivery.objects.get().state == "delivered"
