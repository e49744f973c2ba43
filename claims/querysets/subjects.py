"""Reads of subjects."""

from __future__ import annotations

from django.db import models
from django.db.models import Func, TextField, Value


class FoldName(Func):
    """A name without capitals, accents and stray spaces, as PostgreSQL folds it."""

    function = "claims_fold_name"
    output_field = TextField()


class SubjectQuerySet(models.QuerySet):
    def named(self, name: str) -> SubjectQuerySet:
        """The subject that goes by this name or alias, whatever its capitals and accents."""
        return self.filter(names__folded=FoldName(Value(name)))
