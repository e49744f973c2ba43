"""Which moment a date stands for. Pure."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def end_of_day(day: date) -> datetime:
    """The last microsecond of a day in UTC: "as known on 1 March" is as known when it ended.

    UTC, whoever asks: the same question has the same answer everywhere.
    """
    return datetime.combine(day, time.max, tzinfo=UTC)
