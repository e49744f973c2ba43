"""How fast is a recheck, and how does it grow? See bench/README.md.

python bench/recheck.py [--claims 10000] [--evidence 5]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date

from scratch import scratch_database  # first: it sets Django up

from django.db import connection  # isort: skip

from claims.models import Claim  # isort: skip
from claims.recheck import recheck_claims  # isort: skip
from load import load_claims  # isort: skip

AT = date(2024, 2, 1)
GROWTH = ((5, 200), (50, 40), (500, 8), (5_000, 2))
"""(evidence rows a claim, claims) of the growth table; about as many rows in each."""

_FLOOR = """
    SELECT c.*, e.*, p.*, d.*, b.*
    FROM claims_claim c
    JOIN claims_evidence e ON e.claim_id = c.id
    JOIN sources_passage p ON p.id = e.passage_id
    JOIN sources_snapshot s ON s.id = p.snapshot_id
    JOIN sources_document d ON d.id = s.document_id
    JOIN sources_publisher b ON b.id = d.publisher_id
"""
"""The same rows, only fetched: nothing that rechecks can be faster than this."""


def seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def fetch_all() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_FLOOR)
        while cursor.fetchmany(5_000):
            pass


def throughput(claims: int, evidence: int) -> None:
    with scratch_database():
        loading = seconds(lambda: load_claims([evidence] * claims))
        rows = claims * evidence
        print(f"{claims:,} claims × {evidence} evidence rows, loaded by COPY in {loading:.1f} s\n")
        floor = seconds(fetch_all)
        first = seconds(lambda: recheck_claims(Claim.objects.all(), at=AT))
        second = seconds(lambda: recheck_claims(Claim.objects.all(), at=AT))
    print(f"{'':34}{'seconds':>9}{'claims/s':>10}{'rows/s':>10}{'× floor':>9}")
    for name, taken in (
        ("floor: fetch the same rows", floor),
        ("first recheck: all is written", first),
        ("second recheck: nothing is new", second),
    ):
        print(
            f"{name:34}{taken:>9.2f}{claims / taken:>10,.0f}{rows / taken:>10,.0f}"
            f"{taken / floor:>9.1f}"
        )


def growth() -> None:
    print(f"\n{'rows a claim':>12}{'ms a claim':>12}{'µs a row':>10}{'× ten times fewer':>19}")
    before = None
    for rows, claims in GROWTH:
        with scratch_database():
            load_claims([rows] * claims)
            taken = seconds(lambda: recheck_claims(Claim.objects.all(), at=AT)) / claims
        ratio = "" if before is None else f"{taken / before:.1f}"
        print(f"{rows:>12,}{taken * 1e3:>12.1f}{taken / rows * 1e6:>10.0f}{ratio:>19}")
        before = taken
    print("\nLinear growth is at most 10 × in the last column; pairwise growth would near 100 ×.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--evidence", type=int, default=5)
    given = parser.parse_args()
    throughput(given.claims, given.evidence)
    growth()


if __name__ == "__main__":
    main()
