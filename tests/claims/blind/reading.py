"""Claims marked for blind reading, and people who read their passages."""

from __future__ import annotations

from datetime import UTC, datetime

from claims.blind.readings import hand_in, mark_blind, read_blind
from claims.consistency import read_period
from claims.models import BlindReading, Claim
from sources.models import Passage
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person

NOW = datetime(2024, 2, 1, 12, 0, tzinfo=UTC)
JULY = read_period("July 2020")

Item = tuple[Claim, Passage]
"""What is read: a passage for a claim."""


def marked(**fields) -> Item:
    """A claim that is marked, and a passage to read."""
    return mark_blind(claim=make.claim(**fields), by=person()), make.passage()


def read(
    item: Item, reader=None, stance="supports", wording="5,000", *, handed_in=True, **fields
) -> BlindReading:
    claim, passage = item
    reader = reader or person("annotator")
    fields = {"period": JULY, "now": NOW} | fields
    reading = read_blind(
        claim=claim, passage=passage, reader=reader, stance=stance, wording=wording, **fields
    )
    return hand_in(reading=reading, by=reader, now=NOW, at=TODAY) if handed_in else reading


def differing(item: Item | None = None) -> Item:
    """Readings by two people: supports, 5,000, and conflicts, 9,000; the second is shown first."""
    item = item or marked()
    read(item, stance="supports", wording="5,000")
    read(item, stance="conflicts", wording="9,000")
    return item
