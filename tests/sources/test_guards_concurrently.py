"""A snapshot cannot be swapped under a passage that another transaction is writing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import IntegrityError, connection, transaction

from sources.models import Passage, Snapshot

from .make import ingested


@pytest.mark.django_db(transaction=True)
def test_a_snapshot_waits_for_the_passages_being_written():
    ingested("About 5,000 troops left.")
    snapshot = ingested("About 5,000 troops stayed.").document.snapshots.earliest("pk")

    def delete() -> str:
        try:
            Snapshot.objects.filter(pk=snapshot.pk).delete()
            return "deleted"
        except IntegrityError as error:
            return str(error)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            Passage.objects.create(snapshot=snapshot, start=6, end=11, exact="5,000")
            deletion = threads.submit(delete)
            _until_waiting()
        assert "is quoted" in deletion.result(timeout=30)
    assert Passage.objects.get().snapshot == snapshot


def _until_waiting() -> None:
    """Return when another connection to this database waits for a lock."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
            cursor.execute("SELECT pg_stat_clear_snapshot()")
