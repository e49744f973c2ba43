"""Rows of evidence in one line, for the tests of section 5."""

from __future__ import annotations

from typing import Any

from claims.consistency import Evidence, Report, ScopeOrder, assess
from claims.consistency.evidence import Quote

from .shown import report

JULY = "2020-07-01/2020-07-31"
ORDER = ScopeOrder({"Iraq": ["Iraq and Syria"]})
CLAIM = report("approximately 5,000", JULY, id="claim", scope="Iraq")
SUPPORTING, CONFLICTING = "5,200", "2,500"


def row(
    id: str,
    wording: str | None = SUPPORTING,
    period: str | None = JULY,
    *,
    stance: str | None = None,
    document: str | None = None,
    origins: tuple[str, ...] = (),
    reliability: str = "B",
    state: str = "accepted",
    quote: Quote | None = None,
    marks: dict[str, bool] | None = None,
    **fields: Any,
) -> Evidence:
    """Accepted evidence of a B source for `CLAIM`; a document of its own unless one is named."""
    fields.setdefault("scope", "Iraq")
    return Evidence(
        report=report(wording, period, id=id, **fields),
        stance=stance,
        document=document,
        origins=origins,
        reliability=reliability,
        state=state,
        quote=quote,
        **(marks or {}),
    )


def stance(id: str, judged: str | None, **fields: Any) -> Evidence:
    """Evidence for a claim without a number: only the reviewer's stance speaks."""
    return row(id, None, None, stance=judged, **fields)


def weigh(*rows: Evidence, claim: Report = CLAIM, **options: Any):
    """How the claim stands with these rows."""
    return assess(claim, list(rows), order=ORDER, **options)


WITHOUT_NUMBER = report(None, JULY, id="claim", nature=None)


def counts(found: Any) -> tuple[int, int, int]:
    return found.supports, found.conflicts, found.mixed
