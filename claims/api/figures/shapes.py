"""The answers of figures, for the schema: PostgreSQL builds what they describe."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from claims.models.choices import Currency, Nature, Stance, Status, SubjectKind
from factcheck.api.fields import ExactNumber

from ..ledger.shapes import DecidedValueSerializer, FrozenPeriodSerializer
from ..values import ScopeSerializer
from . import examples


class FigureValueLinks(serializers.Serializer):
    verdict = serializers.URLField(help_text="The permalink.")
    claim = serializers.URLField()


class FigureValueSerializer(DecidedValueSerializer):
    """What a verdict gives as the value of its figure."""

    value = ExactNumber(
        allow_null=True,
        help_text="The number to use: `best`. null for a range, and for the date of an event, "
        "whose period is its value.",
    )
    period = FrozenPeriodSerializer()
    status = serializers.ChoiceField(Status.choices, help_text="The verdict's rating.")
    currency = serializers.ChoiceField(
        Currency.choices,
        help_text="`outdated`: the figure's value is of a later day; `undated`: of no known day.",
    )
    origins = serializers.ListField(
        child=serializers.CharField(),
        help_text="Whom the supporting evidence goes back to; the publisher where nobody is named.",
    )
    at = serializers.DateTimeField(help_text="When it entered the ledger.")
    verdict = serializers.IntegerField(help_text="Its number in the ledger.")
    claim = serializers.CharField(help_text="The claim's key.")
    links = FigureValueLinks()


class FigureQuoteSerializer(serializers.Serializer):
    """A passage that the verdict rests on, or was brought against it."""

    evidence = serializers.CharField(help_text="The evidence's key.")
    stance = serializers.ChoiceField(Stance.choices)
    exact = serializers.CharField(help_text="Letter by letter.")
    title = serializers.CharField(help_text="Of the document.")
    publisher = serializers.CharField()
    url = serializers.CharField(allow_blank=True, help_text="Where it was published; or empty.")
    document = serializers.URLField(help_text="The document at this API.")


class SeriesValueSerializer(FigureValueSerializer):
    quotes = FigureQuoteSerializer(many=True)


class FigureLinks(serializers.Serializer):
    self = serializers.URLField()
    claims = serializers.URLField()


class FigureSerializer(serializers.Serializer):
    """A series of values that claims and sources report."""

    slug = serializers.CharField(help_text="Our stable name.")
    subject = serializers.CharField()
    measure = serializers.CharField()
    scope = ScopeSerializer()
    unit = serializers.CharField(allow_blank=True, help_text="Empty if it has none.")
    nature = serializers.ChoiceField(Nature.choices, help_text="Decides the rule of time.")
    status = serializers.ChoiceField(
        Status.choices,
        allow_null=True,
        help_text="Of the value or, without one, of the newest verdict in force; null: none is.",
    )
    value = FigureValueSerializer(allow_null=True, help_text="null: there is no verified value.")
    links = FigureLinks()


class TotalSerializer(serializers.Serializer):
    figures = serializers.IntegerField()
    exact = serializers.BooleanField(help_text="false: there are more.")


class FacetValueSerializer(serializers.Serializer):
    value = serializers.CharField(allow_blank=True)
    figures = serializers.IntegerField()


class FacetsSerializer(serializers.Serializer):
    """Of each facet that was asked for its values, those with the most figures first, 100 at most.
    A place counts what lies within it too. Where the total is not exact, these count the first
    1,000 figures."""

    subject = FacetValueSerializer(many=True, required=False)
    unit = FacetValueSerializer(many=True, required=False)
    nature = FacetValueSerializer(many=True, required=False)
    status = FacetValueSerializer(many=True, required=False)
    place = FacetValueSerializer(many=True, required=False)


@extend_schema_serializer(examples=[OpenApiExample("A page", value=examples.FIGURES)])
class FiguresSerializer(serializers.Serializer):
    next = serializers.URLField(allow_null=True, help_text="The page after; null on the last.")
    previous = serializers.URLField(allow_null=True, help_text="The page before this.")
    total = TotalSerializer(allow_null=True, help_text="null unless asked for.")
    facets = FacetsSerializer(allow_null=True, help_text="null unless asked for.")
    results = FigureSerializer(many=True)


class AboutSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(SubjectKind.choices, help_text="Of the subject.")
    aliases = serializers.ListField(child=serializers.CharField(), help_text="Of the subject.")
    additive = serializers.BooleanField(help_text="Whether parts add up to the whole.")
    window_days = serializers.IntegerField(
        allow_null=True,
        help_text="How far apart two values may be and still be about one moment; null: the "
        "engine's default for the nature.",
    )


@extend_schema_serializer(examples=[OpenApiExample("A figure", value=examples.FIGURE)])
class FigureDetailSerializer(FigureSerializer):
    """A figure, its value, and every verdict on it that is in force."""

    series = SeriesValueSerializer(many=True)
    about = AboutSerializer(
        allow_null=True, help_text="What may change; null with `known_at`, whose answers do not."
    )
