"""The count is exact, and one statement."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factcheck.access import admission
from factcheck.access.admission import count_by_key, count_by_name, sweep
from factcheck.access.models import ApiKey, Bucket
from factcheck.access.quota import WINDOW
from factcheck.access.tokens import digest_of
from factcheck.freshness.models import Change

from .callers import new_key

THREADS = 8


def count(who: str = "x", rate: int = 6):
    return count_by_name(kind="anonymous", who=who, rate=rate)[0]


def pass_time(seconds: float) -> None:
    """As if all that was asked had been asked so much earlier."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE access_bucket SET empty_at = empty_at - %s", [timedelta(seconds=seconds)]
        )


@pytest.mark.django_db
def test_a_minutes_worth_passes_at_once_and_then_one_as_each_comes_back():
    assert [(q.passed, q.remaining) for q in (count() for _ in range(8))] == [
        *((True, left) for left in (5, 4, 3, 2, 1, 0)),
        (False, 0),
        (False, 0),
    ]
    pass_time(WINDOW / 6)
    assert [count().passed for _ in range(2)] == [True, False]
    pass_time(WINDOW)
    assert [count().passed for _ in range(7)] == [True] * 6 + [False]


@pytest.mark.django_db
def test_a_refusal_costs_nothing_and_says_when_to_come_back():
    passed = [count(rate=1) for _ in range(9)]
    assert [q.passed for q in passed] == [True] + [False] * 8
    assert passed[-1].wait == WINDOW
    pass_time(WINDOW - 5)
    assert count(rate=1).wait == 5
    pass_time(5)
    assert count(rate=1).passed


@pytest.mark.django_db
def test_each_caller_has_a_rate_of_their_own_and_none_is_none():
    assert [count(who).passed for who in "abcdefgh"] == [True] * 8
    assert count(rate=0) is None
    assert not Bucket.objects.filter(name="anonymous:x").exists()


@pytest.mark.django_db(transaction=True)
def test_of_eight_at_once_exactly_the_rate_passes():
    rate, each = 100, 20
    together = Barrier(THREADS)

    def call() -> int:
        together.wait()
        try:
            return sum(count(rate=rate).passed for _ in range(each))
        finally:
            connection.close()

    # The time that passes meanwhile gives a little back. So the minute is made a thousand long: one
    # request then comes back in ten minutes.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            admission,
            "_BY_NAME",
            admission._BY_NAME.replace(f"{WINDOW * 1_000_000} /", f"{WINDOW * 10**9} /").replace(
                f"'{WINDOW} seconds'", f"'{WINDOW * 1000} seconds'"
            ),
        )
        with ThreadPoolExecutor(THREADS) as pool:
            passed = [future.result() for future in [pool.submit(call) for _ in range(THREADS)]]
    assert sum(passed) == rate < THREADS * each


@pytest.mark.django_db
def test_a_key_is_found_and_counted_in_one_statement():
    key, header = new_key(rate=2)
    digest = digest_of(header["Authorization"].partition(" ")[2])
    with CaptureQueriesContext(connection) as queries:
        counted = [count_by_key(digest=digest, rate=100) for _ in range(3)]
        assert [found.owner.username for found, *_ in counted] == [key.owner.username] * 3
    assert len(queries) == 3
    assert [quota.passed for _, quota, _ in counted] == [True, True, False]
    assert counted[0][1].limit == 2
    assert count_by_key(digest=bytes(32), rate=100) is None


@pytest.mark.django_db
def test_the_last_use_is_written_once_a_minute():
    key, header = new_key()
    digest = digest_of(header["Authorization"].partition(" ")[2])
    version = "SELECT xmin::text || ctid::text FROM access_apikey"

    def use() -> str:
        count_by_key(digest=digest, rate=100)
        with connection.cursor() as cursor:
            cursor.execute(version)
            return cursor.fetchone()[0]

    first = use()
    key.refresh_from_db()
    assert key.last_used_at is not None and use() == first
    ApiKey.objects.update(last_used_at=key.last_used_at - timedelta(minutes=2))
    assert use() != first
    assert ApiKey.objects.get().last_used_at >= key.last_used_at


@pytest.mark.django_db
def test_the_table_of_counts_is_unlogged():
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'access_bucket'")
        assert cursor.fetchone() == ("u",)


@pytest.mark.django_db
def test_what_is_over_is_swept_and_what_counts_is_kept():
    count("over")
    pass_time(WINDOW + 1)
    count("counts")
    Change.objects.all().delete()
    now = Change(at=count_by_name(kind="a", who="now", rate=0)[1].now)
    old = [Change(at=now.at - timedelta(hours=2)), Change(at=now.at - timedelta(minutes=59)), now]
    Change.objects.bulk_create(old)
    sweep()
    assert [b.name for b in Bucket.objects.all()] == ["anonymous:counts"]
    assert Change.objects.count() == 2
