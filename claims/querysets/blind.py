"""Reads of blind readings."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q


class IsDistinctFrom(Func):
    """a IS DISTINCT FROM b: unlike <>, it takes two NULLs as the same."""

    template = "(%(expressions)s)"
    arg_joiner = " IS DISTINCT FROM "
    arity = 2
    output_field = BooleanField()


HERE = {"claim": OuterRef("claim"), "passage": OuterRef("passage")}


class BlindReadingQuerySet(models.QuerySet):
    def handed_in(self) -> BlindReadingQuerySet:
        """Readings that stand."""
        return self.filter(submitted_at__isnull=False)

    def drafts_of(self, reader: Any) -> BlindReadingQuerySet:
        """What a reader has begun and not handed in, the oldest first."""
        return self.filter(reader=reader, submitted_at=None).order_by("started_at", "pk")

    def wanting_another(self, reader: Any) -> BlindReadingQuerySet:
        """Readings of marked passages that one person has begun or read, and `reader` has not."""
        others = self.model.objects.filter(**HERE).exclude(pk=OuterRef("pk"))
        marked = Q(claim__blind=True) | Q(passage__snapshot__document__blind=True)
        return self.exclude(reader=reader).filter(marked, ~Exists(others))

    def disputed(self) -> BlindReadingQuerySet:
        """Of every two handed-in readings that differ, the later one, until someone rules.

        That two readings differ means here what it means in claims/blind/compare.py.
        """
        differs = Q()
        for name in ("stance", "reading", "unit", "period", "modality"):
            differs |= Q(IsDistinctFrom(F(name), OuterRef(name)))
        earlier = Q(submitted_at__lt=OuterRef("submitted_at")) | Q(
            submitted_at=OuterRef("submitted_at"), pk__lt=OuterRef("pk")
        )
        first = self.model.objects.filter(earlier, differs, **HERE)
        rulings = self.model._meta.get_field("claim").related_model._meta.get_field("adjudications")
        ruled = rulings.related_model.objects.filter(**HERE)
        return self.filter(Exists(first), ~Exists(ruled))

    def not_read_by(self, person: Any) -> BlindReadingQuerySet:
        """Those of passages of which a person read neither side."""
        return self.filter(~Exists(self.model.objects.filter(reader=person, **HERE)))
