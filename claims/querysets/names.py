"""Names compared as PostgreSQL folds them: no capitals, no accents, single spaces."""

from __future__ import annotations

from django.db import models
from django.db.models import Func, TextField, Value


class FoldName(Func):
    """A name as `claims_fold_name` folds it; two names that fold alike are one."""

    function = "claims_fold_name"
    output_field = TextField()


class SubjectQuerySet(models.QuerySet):
    def named(self, name: str) -> SubjectQuerySet:
        """The subject that goes by this name or alias, whatever its capitals and accents."""
        return self.filter(names__folded=FoldName(Value(name)))


class ScopeTermQuerySet(models.QuerySet):
    def named(self, name: str) -> ScopeTermQuerySet:
        """The term of this name, whatever its capitals and accents."""
        return self.alias(folded=FoldName("name")).filter(folded=FoldName(Value(name)))
