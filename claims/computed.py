"""Writing what the engine computes: the switch that the database asks for, and the writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from claims.consistency import CONFIG, ENGINE_VERSION, Assessment

from .models import Claim, StatusChange
from .models.guards_computed import COMPUTED_SWITCH

_COLUMN_TYPES = {
    "status": "text",
    "currency": "text",
    "needs_review": "boolean",
    "review_reasons": "text[]",
    "supports": "integer",
    "conflicts": "integer",
    "mixed": "integer",
    "fingerprint": "text",
    "explanation": "jsonb",
    "engine_version": "text",
    "config_version": "text",
}
"""The computed columns that follow from an assessment, with the types that they travel as."""

_UPDATE = f"""
    UPDATE claims_claim SET checked_at = %s, {", ".join(f"{c} = new.{c}" for c in _COLUMN_TYPES)}
    FROM jsonb_to_recordset(%s::jsonb)
        AS new(id bigint, {", ".join(f"{c} {t}" for c, t in _COLUMN_TYPES.items())})
    WHERE claims_claim.id = new.id
"""


@contextmanager
def computed_writes() -> Iterator[None]:
    """Let this transaction write computed columns, clashes and status changes, inside the block.

    Only `claims.recheck` and the deletion of a claim have business here.
    """
    with transaction.atomic():
        _switch("on")
        yield
        _switch("off")


def _switch(state: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, TRUE)", [COMPUTED_SWITCH, state])


def columns_of(assessment: Assessment) -> dict[str, Any]:
    """An assessment as the computed columns of a claim (all but `checked_at`)."""
    return {
        "status": assessment.status,
        "currency": assessment.currency,
        "needs_review": assessment.needs_review,
        "review_reasons": list(assessment.reasons),
        "supports": assessment.supports,
        "conflicts": assessment.conflicts,
        "mixed": assessment.mixed,
        "fingerprint": assessment.fingerprint,
        "explanation": assessment.explanation,
        "engine_version": ENGINE_VERSION,
        "config_version": CONFIG.version,
    }


def write_results(results: Iterable[tuple[Claim, Assessment]], *, now: datetime) -> list[int]:
    """Store the results that differ from what the claims hold; gives the ids of those claims.

    One UPDATE and one INSERT, however many claims; nothing at all where nothing is new.
    """
    new, changes = [], []
    for claim, assessment in results:
        columns = columns_of(assessment)
        if all(getattr(claim, name) == value for name, value in columns.items()):
            continue
        new.append({"id": claim.pk, **columns})
        if claim.status != assessment.status:
            changes.append(
                StatusChange(
                    claim=claim,
                    from_status=claim.status,
                    to_status=assessment.status,
                    why=assessment.explanation["sentence"],
                    at=now,
                    engine_version=ENGINE_VERSION,
                )
            )
    if new:
        with computed_writes(), connection.cursor() as cursor:
            cursor.execute(_UPDATE, [now, json.dumps(new)])
            StatusChange.objects.bulk_create(changes)
    return [row["id"] for row in new]
