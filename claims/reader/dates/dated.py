"""What the grammar of dates gives: where a date stands, and when it is."""

from __future__ import annotations

from dataclasses import dataclass

from claims.consistency import Period


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at tokens[start:end]."""

    start: int
    end: int
    period: Period
