"""Days as a release tells them, as PostgreSQL keeps them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.backends.postgresql.psycopg_any import DateRange


def days(span: dict[str, Any]) -> DateRange | None:
    """First and last day as PostgreSQL keeps them: up to the day after the last."""
    first, last = (span[end] and date.fromisoformat(span[end]) for end in ("earliest", "latest"))
    if first is None and last is None:
        return None
    return DateRange(first, last and last + timedelta(days=1), "[)")
