"""What the columns of a verdict say, as its content has it. Pure.

PostgreSQL builds the same with `claims_ledger_said` when a verdict is written. This is written
apart from it, so that each finds a mistake in, or a change of, the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

FORMAT = 1
"""The version of the content's form; a later one would be another number."""

AS_THEY_ARE = (
    "number",
    "kind",
    "statement",
    "nature",
    "modality",
    "rating",
    "computed",
    "fingerprint",
    "reason",
)
"""Columns that the content has under the same name, as they are."""


def said(row: Mapping[str, Any]) -> dict[str, Any]:
    """A verdict's columns as the part of its content that follows from them.

    row  the columns as Django reads them, with the references by their public keys: claim (its
         key), figure (its slug), supersedes (its number), submitted_by and approved_by (the
         signatory's reference), each None where there is none
    """
    return {
        **{name: row[name] for name in AS_THEY_ARE},
        "format": FORMAT,
        "at": utc(row["at"]),
        "supersedes": row["supersedes"],
        "claim": row["claim"],
        "figure": row["figure"],
        "value": {
            **{name: row[name] for name in ("wording", "hedge", "unit")},
            **{name: plain(row[name]) for name in ("low", "best", "high")},
            **{name: row[name] for name in ("low_closed", "high_closed")},
        },
        "period": {
            **days(row["period"]),
            "mode": row["period_mode"],
            "basis": row["period_basis"],
        },
        "submitted_by": reference(row["submitted_by"]),
        "approved_by": reference(row["approved_by"]),
    }


def utc(moment: datetime) -> str:
    """2024-02-01T12:00:00.000000Z: always in UTC, always with microseconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").zfill(27)


def plain(number: Decimal | None) -> str | None:
    """A number in digits, without an exponent and without idle zeros behind the point."""
    if number is None:
        return None
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def days(span: Any) -> dict[str, str | None]:
    """A date range (`lower` included, `upper` excluded) as its first and last day."""
    first, after = (None, None) if span is None else (span.lower, span.upper)
    return {
        "earliest": _iso(first),
        "latest": _iso(None if after is None else after - timedelta(days=1)),
    }


def reference(value: Any) -> str | None:
    return None if value is None else str(value)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
