"""The claims that a quote may bear on: a short list from PostgreSQL, ranked by the proposals.

Two queries, however many claims there are: the subjects that the text names, and the claims with
the most in common with it: subject, value, time, words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange
from django.db.models import (
    BooleanField,
    Case,
    ExpressionWrapper,
    FloatField,
    Func,
    Q,
    TextField,
    Value,
    When,
)

from claims.models import Claim
from claims.models.subject import SubjectName
from claims.querysets.claims import SEARCH_CONFIG
from claims.querysets.names import FoldName

from .reading import Quoted

SHORT_LIST = 60
"""How many claims are looked at closely."""

MOST_WORDS = 60
FEW = 4
"""A quote with fewer telling words is read with its sentence."""

STEM = 6
"""Letters of a word that are compared: its ending says little."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Clues:
    """What a quote has in common with a claim, as far as PostgreSQL can tell.

    readings, periods  what the quote reports, as ranges
    """

    quote: str
    around: str
    readings: tuple[NumericRange, ...]
    periods: tuple[DateRange, ...]


class _PlainWords(Func):
    """A folded text as words with one space around each: " al kadhimi "."""

    function = "regexp_replace"
    template = "(' ' || btrim(regexp_replace(%(expressions)s, '[^[:alnum:]]+', ' ', 'g')) || ' ')"
    output_field = TextField()


def named_subjects(clues: Clues) -> dict[int, bool]:
    """The subjects that the text around names, by id: True where the quote itself does."""

    def names_it(text: str) -> ExpressionWrapper:
        place = Func(_PlainWords(FoldName(Value(text))), _PlainWords("folded"), function="strpos")
        return ExpressionWrapper(Q(GreaterThanZero(place)), output_field=BooleanField())

    rows = (
        SubjectName.objects.annotate(around=names_it(clues.around), inside=names_it(clues.quote))
        .filter(around=True)
        .order_by("subject_id")
        .values_list("subject_id", "inside")
    )
    found: dict[int, bool] = {}
    for subject, inside in rows:
        found[subject] = found.get(subject, False) or inside
    return found


class GreaterThanZero(Func):
    """True where the number is greater than 0."""

    template = "(%(expressions)s > 0)"
    output_field = BooleanField()


def short_list(
    clues: Clues, *, subjects: Mapping[int, bool], query: str = "", limit: int = SHORT_LIST
) -> list[Claim]:
    """Claims with something in common with the quote, those with the most first.

    query  what was typed: then only claims that have all of it, in their words, key or subject
    """
    words = _any_word(f"{clues.quote} {clues.around}")
    value = _any_overlap("accept", clues.readings)
    when = _any_overlap("period", clues.periods)
    subject = Q(figure__subject__in=list(subjects))
    inside = Q(figure__subject__in=[pk for pk, inside in subjects.items() if inside])
    score = (
        _points(inside, 2.0)
        + _points(subject, 1.0)
        + _points(value, 2.0)
        + _points(when, 1.0)
        + (SearchRank("search", words, normalization=Value(32)) * 10.0 if words else Value(0.0))
    )
    claims = Claim.objects.filter(merged_into=None)
    if query.strip():
        claims = claims.filter(_has_all(query))
    else:
        related = subject | value
        claims = claims.filter(related | Q(search=words) if words else related)
    return list(
        claims.with_figure()
        .defer("search", "explanation")
        .annotate(score=ExpressionWrapper(score, output_field=FloatField()))
        .order_by("-score", "key")[:limit]
    )


def _points(condition: Q, points: float) -> Case:
    return Case(When(condition, then=Value(points)), default=Value(0.0), output_field=FloatField())


def _any_overlap(column: str, ranges: Iterable[object]) -> Q:
    condition = Q(pk__in=[])
    for one in ranges:
        condition |= Q(**{f"{column}__overlap": one})
    return condition


def _any_word(text: str) -> SearchQuery | None:
    words = list(dict.fromkeys(_WORD.findall(text.casefold())))[:MOST_WORDS]
    if not words:
        return None
    told = " or ".join(f'"{word}"' for word in words)
    return SearchQuery(told, config=SEARCH_CONFIG, search_type="websearch")


def _has_all(query: str) -> Q:
    """Every word that was typed, whole or as a beginning, in the claim's words or its names."""
    condition = Q()
    for word in _WORD.findall(query.casefold())[:MOST_WORDS]:
        beginning = SearchQuery(f"'{word}':*", config=SEARCH_CONFIG, search_type="raw")
        condition &= (
            Q(search=beginning)
            | Q(key__icontains=word)
            | Q(wording__icontains=word)
            | Q(figure__slug__icontains=word)
            | Q(figure__subject__name__icontains=word)
        )
    return condition or Q(pk__in=[])


class Likeness:
    """How like a quote the claims of a short list are: by their words, the rarer the more telling.

    A word tells as much as it is rare among the claims; endings are cut off, so that “attacks” is
    “attack”.
    """

    def __init__(self, told: Iterable[str], quoted: Quoted) -> None:
        lists = [_stems(one) for one in told]
        counts = Counter(stem for stems in lists for stem in stems)
        self._weights = {s: math.log((len(lists) + 1) / n) + 0.1 for s, n in counts.items()}
        quote, sentence = _stems(quoted.quote), _stems(quoted.sentence)
        # A quote of a word or two, such as a number, tells nothing apart from its sentence.
        self._rings = (quote if len(quote) >= FEW else sentence, sentence, _stems(quoted.around))

    def of(self, told: str) -> float:
        """0 to 1; the words of the sentence count half of those of the quote, those of the
        text around a quarter."""
        stems = _stems(told)
        whole = sum(self._weights[stem] for stem in stems) or 1.0
        shares = (sum(self._weights[stem] for stem in stems & ring) for ring in self._rings)
        return sum(w * share for w, share in zip((0.5, 0.25, 0.25), shares, strict=True)) / whole


def _stems(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(word[:STEM] for word in words if word not in _COMMON)


_COMMON = frozenset(
    "a an and are as at be been but by for from had has have he her his in is it its not of on or "
    "she that the their them they this to was were which who will with".split()
)
