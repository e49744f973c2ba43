"""The claims that a claim may repeat, or that may repeat it: found by PostgreSQL, then scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, Func, Q, TextField

from claims.models import Claim

from .likeness import Described, Likeness, likeness

LOOKED_AT = 50
"""How many claims are compared closely, those with the most words in common first."""

SHOWN = 5
ALIKE = 0.6
"""From this score on a claim is proposed."""


class Lexemes(Func):
    """The stems of a text search vector, as a list."""

    function = "tsvector_to_array"
    output_field = ArrayField(TextField())


@dataclass(frozen=True)
class Similar:
    """A claim, and how like it is."""

    claim: Claim
    likeness: Likeness


def similar_to(claim: Claim) -> list[Similar]:
    """The claims most like this one, the most alike first; two queries."""
    words = Claim.objects.annotate(words=Lexemes("search")).values_list("words", flat=True)
    own = words.get(pk=claim.pk)
    asked = _any_of(own)
    found = (
        Claim.objects.filter(_agrees(claim) | _says_the_same(claim, asked))
        .filter(merged_into=None, modality=claim.modality, example=claim.example)
        .exclude(pk=claim.pk)
        .with_figure()
        .defer("search", "explanation")
        .annotate(words=Lexemes("search"), rank=SearchRank(F("search"), asked))
        .order_by("-rank", "key")[:LOOKED_AT]
    )
    described = _described(claim, own)
    scored = [(row, likeness(described, _described(row, row.words))) for row in found]
    alike = [Similar(row, how) for row, how in scored if how and how.score >= ALIKE]
    return sorted(alike, key=lambda one: (-one.likeness.score, one.claim.key))[:SHOWN]


def _any_of(stems: list[str]) -> SearchQuery:
    """A query for texts with any of these stems."""
    quoted = (stem.replace("\\", "\\\\").replace("'", "''") for stem in stems)
    # "simple": these are stems already.
    return SearchQuery(
        " | ".join(f"'{stem}'" for stem in quoted), config="simple", search_type="raw"
    )


def _agrees(claim: Claim) -> Q:
    """The same figure, a value and a time that do not speak against it."""
    if claim.figure_id is None:
        return Q(pk__in=[])
    agrees = Q(figure=claim.figure_id)
    for name in ("accept", "period"):
        if (held := getattr(claim, name)) is not None:
            agrees &= Q(**{f"{name}__overlap": held}) | Q(**{f"{name}__isnull": True})
    return agrees


def _says_the_same(claim: Claim, asked: SearchQuery) -> Q:
    """Words in common, where one of the two has no figure to compare by."""
    words: dict[str, Any] = {"search": asked}
    return Q(**words) if claim.figure_id is None else Q(**words, figure=None)


def _described(claim: Claim, words: list[str]) -> Described:
    quantity = claim.quantity
    return Described(
        words=frozenset(words),
        figure=claim.figure and claim.figure.slug,
        reading=quantity and quantity.reading,
        accept=quantity and quantity.accept,
        period=claim.reported_period,
    )
