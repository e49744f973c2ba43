"""The jobs of the workers (`manage.py procrastinate worker`).

The outbox says what is to be sent; a job is only the call to look at one of its rows. So a job
that is lost, or done twice, harms nothing.
"""

from __future__ import annotations

from datetime import timedelta

from asgiref.sync import sync_to_async
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app

from .sending import attempt

QUEUE = "webhooks"
KEPT = timedelta(days=30)
"""For so long one can look up what was delivered."""

# What is due, and has no job that will look at it: it was lost with a worker, or with the queue.
_FORGOTTEN = """
    SELECT webhooks_defer(due.id, NULL, due.next_at) FROM webhooks_delivery AS due
    WHERE due.state = 'waiting' AND due.next_at < statement_timestamp() - '1 minute'::interval
    AND NOT EXISTS (
        SELECT 1 FROM procrastinate_jobs AS job
        WHERE job.status IN ('todo', 'doing') AND job.queue_name = 'webhooks'
        AND (job.args ->> 'delivery')::bigint = due.id
    )
    LIMIT 1000
"""


@app.task(name="webhooks.deliver", queue=QUEUE)
def deliver(delivery: int) -> None:
    """Try one delivery, if it is due. Deferred by PostgreSQL: `webhooks_defer`, migrations/0002."""
    attempt(delivery)


@app.periodic(cron="* * * * *")
@app.task(name="webhooks.tidy", queue=QUEUE, queueing_lock="webhooks.tidy", pass_context=True)
async def tidy(context, timestamp: int) -> None:
    """Each minute: take up what dead workers left, and remove what was done long ago."""
    jobs = context.app.job_manager
    for stalled in await jobs.get_stalled_jobs(queue=QUEUE):
        await jobs.retry_job(stalled)
    await sync_to_async(take_up_and_clear)()


def take_up_and_clear() -> None:
    """Put forgotten deliveries into the queue again; remove old jobs and deliveries."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGOTTEN)
        cursor.execute(
            "DELETE FROM webhooks_delivery WHERE state = 'delivered' AND last_at < %s",
            [timezone.now() - KEPT],
        )
        cursor.execute(
            "DELETE FROM procrastinate_jobs WHERE queue_name = %s AND status = 'succeeded'", [QUEUE]
        )
