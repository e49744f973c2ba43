"""Verdicts as rows: what is published of a claim, and how the next one follows the last."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from claims.models import Claim, Verdict
from claims.models.choices import VerdictKind
from claims.saving import save_valid


def publish(verdict: Verdict) -> None:
    """Save a verdict; PostgreSQL gives it its place in the ledger, and its time.

    From here to the end of the transaction nobody else publishes: lock what else is wanted first.
    """
    save_valid(verdict)
    verdict.refresh_from_db(fields=["at", "nature"])


def latest_verdict(claim: Claim) -> Verdict | None:
    """The last verdict on a claim, be it a withdrawal; None before the first."""
    return Verdict.objects.latest_of_each().filter(claim=claim).first()


def published_by(
    claim: Claim,
    *,
    kind: str,
    rating: str,
    submitted_by: Any,
    by: Any,
    reason: str,
    now: datetime,
    supersedes: Verdict | None,
) -> Verdict:
    """A verdict, not saved, on the claim as it stands: its value, words and evidence."""
    reading = claim.reading
    return Verdict(
        claim=claim,
        kind=kind,
        figure=claim.figure,
        statement=claim.statement,
        wording=claim.wording,
        hedge=claim.hedge,
        low=None if reading is None else reading.lower,
        best=claim.amount,
        high=None if reading is None else reading.upper,
        low_closed=reading is not None and reading.lower_inc,
        high_closed=reading is not None and reading.upper_inc,
        unit=claim.unit,
        period=claim.period,
        period_mode=claim.period_mode,
        period_basis=claim.period_basis,
        modality=claim.modality,
        rating=rating,
        computed=claim.status,
        fingerprint=claim.fingerprint,
        submitted_by=submitted_by,
        approved_by=by,
        reason=reason,
        at=now,
        supersedes=supersedes,
    )


_TAKEN_OVER = (
    "figure",
    "statement",
    "wording",
    "hedge",
    "low",
    "best",
    "high",
    "low_closed",
    "high_closed",
    "unit",
    "period",
    "period_mode",
    "period_basis",
    "modality",
    "rating",
)
"""What a withdrawal repeats of the verdict that it takes down."""


def withdrawal_of(
    verdict: Verdict, claim: Claim, *, asked_by: Any, by: Any, reason: str, now: datetime
) -> Verdict:
    """The row, not saved, that takes a verdict down; it repeats what is taken down."""
    return Verdict(
        claim=claim,
        kind=VerdictKind.WITHDRAWAL,
        computed=claim.status,
        fingerprint=claim.fingerprint,
        submitted_by=asked_by,
        approved_by=by,
        reason=reason,
        at=now,
        supersedes=verdict,
        **{name: getattr(verdict, name) for name in _TAKEN_OVER},
    )
