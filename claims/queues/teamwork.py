"""Whose hands a claim is in and what people say on it, for the claim's page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from claims.models import Assignment, Claim, Comment

from .assignments import HELD_FOR
from .reasons import taken_from as in_words
from .table import QUEUES


@dataclass(frozen=True)
class Teamwork:
    """held         the live assignment, or None
    is_forgotten held for so long that anyone may take it
    comments     all of them, the oldest first
    offers_next  whether there is a queue to go on with: the one that it was taken from
    """

    held: Assignment | None
    is_mine: bool
    is_forgotten: bool
    comments: list[Comment]
    offers_next: bool

    @property
    def taken_from(self) -> str:
        return in_words(self.held.queue) if self.held else ""


def teamwork_of(
    claim: Claim, person: Any, *, now: datetime, held_for: timedelta = HELD_FOR
) -> Teamwork:
    """Two queries."""
    held = claim.assignments.filter(released_at=None).select_related("to").first()
    source = QUEUES.get(held.queue) if held else None
    return Teamwork(
        held=held,
        is_mine=held is not None and held.to_id == person.pk,
        is_forgotten=held is not None and held.taken_at < now - held_for,
        comments=list(claim.comments.select_related("by").order_by("pk")),
        offers_next=source is not None and source.lets(person),
    )
