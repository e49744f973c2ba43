"""What there is to read, to go on with, and to rule on: passages for claims, nobody's stance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from claims.models import BlindReading, Claim, Evidence
from sources.models import Passage

SHOWN = 100
"""So many of each kind are listed; the rest is counted."""


@dataclass(frozen=True)
class Item:
    """A passage, for a claim."""

    claim: Claim
    passage: Passage


@dataclass(frozen=True)
class Items:
    """The first of them, and how many there are in all."""

    shown: list[Item]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.shown)


def to_read(person: Any) -> Items:
    """What a person may begin to read: proposals, and what one other person reads or has read."""
    columns = ("claim", "passage")
    proposed = Evidence.objects.open_to_reader(person)
    begun = BlindReading.objects.wanting_another(person)
    open_claims = {"claim__merged_into": None}
    rows = proposed.filter(**open_claims).order_by().values_list(*columns)
    rows = rows.union(begun.filter(**open_claims).order_by().values_list(*columns))
    return _items(rows.order_by(*columns))


def drafts_of(person: Any) -> Items:
    """What a person has begun and not handed in."""
    return _items(BlindReading.objects.drafts_of(person).values_list("claim", "passage"))


def to_rule_on(person: Any) -> Items:
    """What two others read differently."""
    disputed = BlindReading.objects.disputed().not_read_by(person)
    return _items(disputed.order_by("submitted_at", "pk").values_list("claim", "passage"))


def _items(pairs: QuerySet) -> Items:
    """Four queries, however many there are."""
    shown = list(pairs[:SHOWN])
    count = pairs.count() if len(shown) == SHOWN else len(shown)
    claims = Claim.objects.without_results().in_bulk({claim for claim, _ in shown})
    passages = Passage.objects.with_source().in_bulk({passage for _, passage in shown})
    return Items([Item(claims[claim], passages[passage]) for claim, passage in shown], count)
