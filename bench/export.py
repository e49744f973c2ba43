"""How fast is an export, and how much memory does it take? See bench/README.md.

python bench/export.py [--claims 20000] [--evidence 2]
"""

from __future__ import annotations

import argparse
import statistics
import time
import tracemalloc
from collections.abc import Callable, Iterable

from scratch import scratch_database  # first: it sets Django up

from django.conf import settings  # isort: skip
from django.contrib.auth.models import User  # isort: skip
from django.db import connection  # isort: skip
from django.test import Client  # isort: skip
from load import load_claims  # isort: skip

PLAIN = (
    "COPY (SELECT number, content_hash, previous_hash, hash, content FROM claims_verdict "
    "ORDER BY number) TO STDOUT"
)
"""The floor: the same columns of the same rows, read by the same driver and thrown away."""

_PUBLISH = """
    INSERT INTO claims_verdict (
        claim_id, kind, figure_id, statement, wording, hedge, low, best, high, low_closed,
        high_closed, unit, period, period_mode, period_basis, modality, rating, computed,
        fingerprint, submitted_by_id, approved_by_id, reason, at
    )
    SELECT id, 'verdict', figure_id, statement, wording, hedge, lower(reading), amount,
        upper(reading), lower_inc(reading), upper_inc(reading), unit, period, period_mode,
        period_basis, modality, 'corroborated', 'corroborated', repeat('f', 64), %s, %s, 'Read.',
        '2024-02-01'
    FROM claims_claim ORDER BY id
"""


def publish_all() -> None:
    """A verdict on every claim."""
    people = [User.objects.create(username=name) for name in ("one", "other")]
    with connection.cursor() as cursor:
        cursor.execute(_PUBLISH, [person.pk for person in people])
        cursor.execute("ANALYZE")


def copied() -> int:
    with connection.cursor() as cursor, cursor.copy(PLAIN) as rows:
        return sum(len(row) for row in rows)


def exported(path: str) -> Callable[[], int]:
    """Read the whole answer as a server does, piece by piece."""
    client = Client()

    def read() -> int:
        answer = client.get(f"/api/v1/export/{path}")
        assert answer.status_code == 200, answer.content
        pieces: Iterable[bytes] = answer.streaming_content
        return sum(len(piece) for piece in pieces)

    return read


def seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def peak(action: Callable[[], object]) -> int:
    """The most that Python held at a time while it ran, in bytes, beyond what it held before."""
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    action()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--evidence", type=int, default=2)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    settings.ALLOWED_HOSTS = ["testserver"]
    actions = {"plain COPY": copied} | {
        path: exported(path)
        for path in ("verdicts.ndjson", "claims.ndjson", "verdicts.csv", "verdicts.parquet")
    }
    with scratch_database():
        load_claims([given.evidence] * given.claims)
        publish_all()
        for action in actions.values():
            action()
        # In turn, so that what else the machine does falls on all of them alike.
        runs = [
            {name: seconds(action) for name, action in actions.items()} for _ in range(given.runs)
        ]
        print(f"{given.claims:,} verdicts, {given.evidence} pieces of evidence each\n")
        print(f"{'':20}{'seconds':>9}{'rows/s':>11}{'of COPY':>9}{'MB':>8}{'peak MB':>9}")
        floor = statistics.median(run["plain COPY"] for run in runs)
        for name, action in actions.items():
            taken = statistics.median(run[name] for run in runs)
            print(
                f"{name:20}{taken:>9.2f}{given.claims / taken:>11,.0f}{floor / taken:>9.0%}"
                f"{action() / 1e6:>8.1f}{peak(action) / 1e6:>9.2f}"
            )


if __name__ == "__main__":
    main()
