"""Reads of verdicts."""

from __future__ import annotations

from django.db import models


class VerdictQuerySet(models.QuerySet):
    def latest_of_each(self) -> VerdictQuerySet:
        """The verdict of each claim that nothing has superseded, withdrawals included."""
        return self.filter(superseded_by=None)

    def live(self) -> VerdictQuerySet:
        """What is published: neither superseded nor withdrawn. At most one of each claim."""
        return self.latest_of_each().exclude(kind="withdrawal")

    def with_people(self) -> VerdictQuerySet:
        """With who submitted and who approved, in one query."""
        return self.select_related("submitted_by", "approved_by")
