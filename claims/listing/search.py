"""What is asked of the list of figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connections

from factcheck.replicas.route import reading_from


@dataclass(frozen=True, slots=True)
class Search:
    """Which figures, and as of when.

    groups     of each group of marks (`FigureMark`) a figure has at least one; no mark twice
    statuses   its status is one of these; empty: any or none
    has_value  whether it has a verified value; None: no matter
    as_of      the value on this day; None: the newest
    known_at   as known at this moment; None: now
    drafts     figures on which nothing was published too
    """

    groups: tuple[tuple[str, ...], ...] = ()
    statuses: tuple[str, ...] = ()
    has_value: bool | None = None
    as_of: date | None = None
    known_at: datetime | None = None
    drafts: bool = False

    @property
    def timed(self) -> bool:
        """Whether other times than now are asked for: then the ledger is read, not the list."""
        return self.as_of is not None or self.known_at is not None

    @property
    def marks(self) -> tuple[tuple[str, ...], ...]:
        """All that is asked for as groups of marks, where no other times are."""
        status = tuple(f"status:{status}" for status in self.statuses)
        value = () if self.has_value is None else (f"value:{str(self.has_value).lower()}",)
        return (*self.groups, *(group for group in (status, value) if group))


def word_marks(words: str) -> tuple[tuple[str, ...], ...]:
    """The marks of these words as PostgreSQL stems them, each a group: all have to be there.

    Words that say nothing ("the", "of") count for nothing; where there are no others, no figure
    has the mark that is given.
    """
    with connections[reading_from()].cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(to_tsvector('english', %s))", [words])
        (stems,) = cursor.fetchone()
    return tuple((f"word:{stem}",) for stem in stems) or (("word:",),)


def folded(name: str) -> str:
    """The name as PostgreSQL folds names: no capitals, no accents, single spaces."""
    with connections[reading_from()].cursor() as cursor:
        cursor.execute("SELECT claims_fold_name(%s)", [name])
        return cursor.fetchone()[0]
