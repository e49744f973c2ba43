"""Verdicts as rows, written past the workflow: what the ledger makes of whatever reaches it."""

from __future__ import annotations

from datetime import UTC, datetime

from claims.models import Claim, Verdict
from tests.claims import make
from tests.claims.people import person

NOON = datetime(2024, 2, 1, 12, 0, tzinfo=UTC)


def people() -> dict:
    """Who submits and who approves."""
    return {"submitted_by": person(None), "approved_by": person(None)}


def verdict(claim: Claim | None = None, *, signed: dict, **columns) -> Verdict:
    """A verdict on a claim (on one of its own making), as the claim stands; unsaved."""
    claim = claim or make.claim()
    plain = {
        "figure": claim.figure,
        "statement": claim.statement,
        "wording": claim.wording,
        "hedge": claim.hedge,
        "low": claim.reading and claim.reading.lower,
        "best": claim.amount,
        "high": claim.reading and claim.reading.upper,
        "unit": claim.unit,
        "period": claim.period,
        "rating": "corroborated",
        "computed": "corroborated",
        "fingerprint": "f" * 64,
        "reason": "Read.",
        "at": NOON,
    }
    return Verdict(claim=claim, **plain | signed | columns)


def ledger(rows: int, **columns) -> list[Verdict]:
    """A ledger of so many verdicts, each on a claim of its own."""
    signed = people()
    figure = make.figure()
    made = [verdict(make.claim(figure=figure), signed=signed, **columns) for _ in range(rows)]
    return list(Verdict.objects.bulk_create(made))
