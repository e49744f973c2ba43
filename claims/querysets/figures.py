"""Reads of figures."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import OuterRef, Subquery


class FigureQuerySet(models.QuerySet):
    def with_value(
        self, *, as_of: date | None = None, known_at: datetime | None = None
    ) -> FigureQuerySet:
        """Annotate `value_number`: the ledger number of the verdict that gives the figure's
        value at these times (`VerdictQuerySet.values_at`); None where there is none."""
        verdicts = self.model._meta.get_field("verdicts").related_model
        values = verdicts.objects.filter(figure=OuterRef("pk")).values_at(
            as_of=as_of, known_at=known_at
        )
        return self.annotate(value_number=Subquery(values.newest_first().values("number")[:1]))
