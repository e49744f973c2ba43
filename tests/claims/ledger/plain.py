"""The bitemporal reads once more, from the public JSON of the verdicts alone, in plain Python.

Written from docs/ledger.md, as an outsider would who holds a copy of the ledger.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

Content = dict


def value_of(
    ledger: Iterable[Content], figure: str, *, as_of: date | None, known_at: datetime | None
) -> int | None:
    """The number of the verdict that gives the figure's verified value; None without one."""
    candidates = [
        verdict
        for verdict in known(ledger, known_at)
        if verdict["figure"] == figure and is_value(verdict) and speaks_of(verdict, as_of)
    ]
    if not candidates:
        return None
    return max(candidates, key=lambda v: (first_day(v) or date.min, v["number"]))["number"]


def known(ledger: Iterable[Content], at: datetime | None) -> list[Content]:
    """What was published at that moment: of each claim the last verdict until then."""
    last: dict[str, Content] = {}
    for verdict in sorted(ledger, key=lambda v: v["number"]):
        if at is None or datetime.fromisoformat(verdict["at"]) <= at:
            last[verdict["claim"]] = verdict
    return [verdict for verdict in last.values() if verdict["kind"] != "withdrawal"]


def is_value(verdict: Content) -> bool:
    """Whether what it gives was observed and found to be supported."""
    value = verdict["value"]
    given = value["low"] is not None or value["high"] is not None
    return (
        verdict["rating"] in ("single-source", "corroborated")
        and verdict["modality"] == "observation"
        and (given or verdict["nature"] == "event-date")
    )


def speaks_of(verdict: Content, day: date | None) -> bool:
    """Whether its period says something about the day."""
    if day is None:
        return True
    first, last = first_day(verdict), day_of(verdict["period"]["latest"])
    if first is None or day < first:
        return False
    return verdict["nature"] != "flow" or last is None or day <= last


def first_day(verdict: Content) -> date | None:
    """The day from which it says something."""
    period = verdict["period"]
    first, last = day_of(period["earliest"]), day_of(period["latest"])
    if verdict["nature"] == "cumulative" and period["mode"] in (
        "cumulative",
        "since",
        "throughout",
    ):
        return last or first
    return first or last


def day_of(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
