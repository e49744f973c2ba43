"""What does the history cost a bulk write? See bench/README.md.

python bench/history.py [--claims 5000] [--evidence 5] [--rounds 3]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date

from scratch import scratch_database, settings  # first: it sets Django up

from django.db import connection, transaction  # isort: skip

from claims.importing import READERS, import_file  # isort: skip
from claims.models import Claim  # isort: skip
from claims.recheck import recheck_claims  # isort: skip
from factcheck.history.changes import histories  # isort: skip
from load import load_claims  # isort: skip
from sources.ingest import ingest_file  # isort: skip

AT = date(2024, 2, 1)
FIXTURES = settings.BASE_DIR / "fixtures"


def import_fixtures() -> None:
    """What an import does in earnest: read files, validate, write row by row, recheck."""
    for path in sorted((FIXTURES / "digests").glob("*.txt")):
        ingest_file(path=path)
    for path in sorted((FIXTURES / "claims").iterdir()):
        if path.suffix in READERS:
            import_file(path, at=AT)


def switch_off() -> None:
    """Disable the triggers that write history, in this transaction."""
    with connection.cursor() as cursor:
        for model in histories():
            cursor.execute(
                "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass "
                "AND tgname LIKE 'pgtrigger_history_%%'",
                [model._meta.db_table],
            )
            for (name,) in cursor.fetchall():
                cursor.execute(f'ALTER TABLE "{model._meta.db_table}" DISABLE TRIGGER {name}')


def seconds(action: Callable[[], object], *, recorded: bool, prepare=lambda: None) -> float:
    """How long it takes, with or without its history; nothing of it stays."""
    with transaction.atomic():
        if not recorded:
            switch_off()
        prepare()
        started = time.perf_counter()
        action()
        taken = time.perf_counter() - started
        transaction.set_rollback(True)
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=5_000)
    parser.add_argument("--evidence", type=int, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()

    def copy() -> None:
        load_claims([given.evidence] * given.claims)

    def recheck() -> None:
        recheck_claims(Claim.objects.all(), at=AT)

    works = (
        ("import of the fixtures", import_fixtures, lambda: None),
        (f"COPY of {given.claims:,} claims × {given.evidence} evidence", copy, lambda: None),
        ("recheck of those, which tells nothing", recheck, copy),
    )
    print(f"{'the best of ' + str(given.rounds):42}{'without':>10}{'with':>8}{'ratio':>8}")
    with scratch_database():
        for name, action, prepare in works:
            taken = {
                recorded: min(
                    seconds(action, recorded=recorded, prepare=prepare) for _ in range(given.rounds)
                )
                for recorded in (False, True)
            }
            ratio = taken[True] / taken[False]
            print(f"{name:42}{taken[False]:>8.2f} s{taken[True]:>6.2f} s{ratio:>8.2f}")


if __name__ == "__main__":
    main()
