"""Reads of the order of changes."""

from __future__ import annotations

from django.db import models


class ChangeQuerySet(models.QuerySet):
    def after(self, position: int) -> ChangeQuerySet:
        """What was committed after this position, in order; 0 for all there is.

        Whoever goes on from the last position that they have seen misses nothing and sees nothing
        twice, however many are writing.
        """
        return self.filter(position__gt=position).order_by("position")

    def with_objects(self) -> ChangeQuerySet:
        """With claim, verdict and status change, in one query; without a claim's long columns."""
        return self.select_related("claim", "verdict", "status_change").defer(
            "claim__search", "claim__explanation"
        )
