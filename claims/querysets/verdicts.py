"""Reads of verdicts, in two times: when a figure was so, and when we said so (docs/ledger.md)."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

SUPPORTED = ("single-source", "corroborated")
"""The ratings with which a verdict's number is a verified value."""


class VerdictQuerySet(models.QuerySet):
    def latest_of_each(self) -> VerdictQuerySet:
        """The verdict of each claim that nothing has superseded, withdrawals included."""
        return self.filter(superseded_by=None)

    def live(self) -> VerdictQuerySet:
        """What is published: neither superseded nor withdrawn. At most one of each claim."""
        return self.latest_of_each().exclude(kind="withdrawal")

    def known_at(self, moment: datetime | None) -> VerdictQuerySet:
        """What was published at this moment, verdicts of that very microsecond included.

        None: what is published now, which is `live()`. At most one of each claim.
        """
        if moment is None:
            return self.live()
        later = self.model._base_manager.filter(supersedes=OuterRef("pk"), at__lte=moment)
        return self.filter(~Exists(later), at__lte=moment).exclude(kind="withdrawal")

    def as_of(self, day: date | None) -> VerdictQuerySet:
        """Those whose period says something about the day; None: about any day or none.

        A level, a total and an event's date speak from their first day on, a count over a period
        from its first day to its last (`valid_from`, `valid_to`).
        """
        if day is None:
            return self
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def supported(self) -> VerdictQuerySet:
        """The verified values: numbers, or dates of events, that were observed and that the
        evidence supports."""
        has_value = Q(low__isnull=False) | Q(high__isnull=False) | Q(nature="event-date")
        return self.filter(
            has_value, rating__in=SUPPORTED, modality="observation", figure__isnull=False
        )

    def values_at(
        self, *, as_of: date | None = None, known_at: datetime | None = None
    ) -> VerdictQuerySet:
        """Candidates for a figure's verified value; the first of `newest_first()` is the value."""
        return self.known_at(known_at).as_of(as_of).supported()

    def value_of(
        self, figure, *, as_of: date | None = None, known_at: datetime | None = None
    ) -> models.Model | None:
        """The verdict that gives a figure's verified value on a day, as known at a moment.

        as_of     None: the newest value, of whatever day
        known_at  with a time zone; None: as known now
        """
        values = self.filter(figure=figure).values_at(as_of=as_of, known_at=known_at)
        return values.newest_first().first()

    def series_of(self, figure, *, known_at: datetime | None = None) -> VerdictQuerySet:
        """Everything that was published on a figure at a moment, whatever its rating, the newest
        first: a refuted number stands here with its rating, never as a value."""
        return self.filter(figure=figure).known_at(known_at).newest_first()

    def corrections(self) -> VerdictQuerySet:
        """What corrects or withdraws an earlier verdict; not what merely looked again."""
        return self.filter(kind__in=["correction", "withdrawal"])

    def newest_first(self) -> VerdictQuerySet:
        """By the day from which each speaks; of the same day, the last in the ledger first."""
        return self.order_by(F("valid_from").desc(nulls_last=True), "-number")

    def with_people(self) -> VerdictQuerySet:
        """With who submitted and who approved, in one query."""
        return self.select_related("submitted_by", "approved_by")
