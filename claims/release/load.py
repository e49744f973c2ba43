"""Rebuilding the public record of an empty database from a release.

The ledger is loaded row by row, with the numbers, times and hashes that it was recorded with;
PostgreSQL refuses a row that does not follow. Around it stands what the rows name: claims, figures,
subjects, scopes and signatories (`named`). Documents, evidence and drafts are no part of a release.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import IntegrityError, connection, transaction

from claims.ledger.columns import AS_THEY_ARE
from claims.ledger.verify import Finding, verify
from claims.models import Claim, Figure, Verdict

from . import ReleaseError
from .check import checked_manifest, ledger_of
from .manifest import Manifest
from .named import Named, find_named
from .spans import days

AT_ONCE = 500


def load_release(
    *,
    release: Path,
    noted: str | None = None,
    progress: Callable[[int], object] | None = None,
) -> Finding:
    """Load a release into this database: all of it or nothing.

    noted     the SHA-256 of its manifest, as it was noted elsewhere
    progress  called with the number of files checked and rows loaded since the last call
    Returns what a walk over the loaded ledger found. Raises ReleaseError for a database that is not
    empty, and for anything in the release that was altered, by its name.
    """
    manifest = checked_manifest(release, noted=noted, progress=progress)
    with transaction.atomic():
        for model in (Verdict, Claim, Figure):
            if model.objects.exists():
                raise ReleaseError(
                    f"This database has {model._meta.verbose_name_plural}: load a release into an "
                    "empty one."
                )
        named = find_named(row["content"] for row in ledger_of(release, manifest))
        _load_ledger(release, manifest, named, progress or (lambda rows: None))
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # gives each row its place, now
        found = verify(noted_head=manifest.head["hash"])
        if found.bad is not None:
            raise ReleaseError(f"Row {found.bad} is not whole: {'; '.join(found.problems)}.")
        return found


def _load_ledger(
    release: Path, manifest: Manifest, named: Named, progress: Callable[[int], object]
) -> None:
    rows: Iterator[dict[str, Any]] = ledger_of(release, manifest)
    while batch := list(islice(rows, AT_ONCE)):
        first = batch[0]["content"]["number"]
        try:
            Verdict.objects.bulk_create([_verdict(row, named) for row in batch])
        except IntegrityError as error:
            told = str(error).splitlines()[0]
            raise ReleaseError(f"Rows from {first}: PostgreSQL refuses one: {told}") from error
        progress(len(batch))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(pg_get_serial_sequence('claims_verdict', 'id'), max(id)) "
            "FROM claims_verdict"
        )


def _verdict(row: dict[str, Any], named: Named) -> Verdict:
    """The row as it was recorded. Its number is its id too, so that later rows find it."""
    content = row["content"]
    value, period = content["value"], content["period"]
    return Verdict(
        id=content["number"],
        **{name: content[name] for name in AS_THEY_ARE},
        **{name: value[name] for name in ("wording", "hedge", "unit", "low_closed", "high_closed")},
        **{name: _decimal(value[name]) for name in ("low", "best", "high")},
        at=datetime.fromisoformat(content["at"]),
        supersedes_id=content["supersedes"],
        claim_id=named.claims[content["claim"]],
        figure_id=content["figure"] and named.figures[content["figure"]],
        period=days(period),
        period_mode=period["mode"],
        period_basis=period["basis"],
        submitted_by_id=named.people[content["submitted_by"]],
        approved_by_id=named.people[content["approved_by"]],
        content=content,
        content_hash=row["content_hash"],
        previous_hash=row["previous_hash"],
        hash=row["hash"],
    )


def _decimal(digits: str | None) -> Decimal | None:
    return None if digits is None else Decimal(digits)
