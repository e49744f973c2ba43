"""A verdict and a change as JSON that PostgreSQL builds: expressions for an annotation `text`."""

from __future__ import annotations

from django.db.models import Case, F, Func, TextField, Value, When
from django.db.models.functions import Cast, JSONObject


class Moment(Func):
    """A time as the ledger writes it: 2024-02-01T12:00:00.000000Z."""

    template = """to_char(%(expressions)s AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
    output_field = TextField()


def _verdict(prefix: str = "") -> JSONObject:
    names = ("content", "content_hash", "previous_hash", "hash")
    return JSONObject(**{name: F(f"{prefix}{name}") for name in names})


def _status_change(prefix: str = "") -> JSONObject:
    names = ("from_status", "to_status", "why", "engine_version")
    return JSONObject(**{name: F(f"{prefix}{name}") for name in names}, at=Moment(F(f"{prefix}at")))


VERDICT = Cast(_verdict(), TextField())
"""Of a Verdict: the row as it stands in the ledger, which anyone can check."""

CHANGE = Cast(
    JSONObject(
        position="position",
        kind="kind",
        at=Moment("at"),
        claim="claim__key",
        verdict=Case(When(verdict__isnull=False, then=_verdict("verdict__")), default=Value(None)),
        status_change=Case(
            When(status_change__isnull=False, then=_status_change("status_change__")),
            default=Value(None),
        ),
    ),
    TextField(),
)
"""Of a Change: its place, and in it the verdict or the change of status, whole."""
