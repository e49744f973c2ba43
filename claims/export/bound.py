"""Up to where in the record an export goes, however long it takes to read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Max

from claims.ledger import Head, head
from claims.models import Change


@dataclass(frozen=True, slots=True)
class Bound:
    """head      the ledger's last row that counts
    position  the last change that counts
    known_at  the moment up to which verdicts count; None: all up to the head
    figure    the slug of the only figure that counts; None: all of them
    """

    head: Head
    position: int
    known_at: datetime | None = None
    figure: str | None = None

    @classmethod
    def now(cls, *, known_at: datetime | None = None, figure: str | None = None) -> Bound:
        """Up to what is committed; two queries."""
        # The changes first: then every verdict among them is within the head.
        position = Change.objects.aggregate(last=Max("position"))["last"] or 0
        return cls(head(), position, known_at, figure)

    def of_figure(self, slug: str) -> Bound:
        return replace(self, figure=slug)

    @property
    def parameters(self) -> dict[str, object]:
        """What the SQL of the datasets takes."""
        return {
            "head": self.head.number,
            "position": self.position,
            "known_at": self.known_at or "infinity",
            "figure": self.figure,
        }
