"""How numbers, times and scopes are shown: the parts that claims and evidence share."""

from __future__ import annotations

from rest_framework import serializers

from claims import rows
from claims.models.choices import Basis, Hedge, PeriodMode
from factcheck.api.fields import ExactNumber


class IntervalSerializer(serializers.Serializer):
    """The numbers from low to high. A bound of null is none: the interval has no end there."""

    low = ExactNumber(allow_null=True)
    high = ExactNumber(allow_null=True)
    low_closed = serializers.BooleanField(help_text="Whether low itself belongs to it.")
    high_closed = serializers.BooleanField(help_text="Whether high itself belongs to it.")


class ValueSerializer(serializers.Serializer):
    """A number as it was worded, with what that says and what it tolerates."""

    wording = serializers.CharField()
    hedge = serializers.ChoiceField(
        Hedge.choices, help_text="`unknown`: the text says that the number is not known."
    )
    amount = ExactNumber(allow_null=True, help_text="The number itself; null for a range.")
    unit = serializers.CharField(allow_null=True)
    discrete = serializers.BooleanField(help_text="Whether it is a count.")
    reading = IntervalSerializer(allow_null=True, help_text="What the wording says.")
    accept = IntervalSerializer(
        allow_null=True, help_text="What it tolerates; it always includes the reading."
    )


class DaysSerializer(serializers.Serializer):
    """A time, as the first and the last day that it may be: both are included, null is open."""

    earliest = serializers.DateField(allow_null=True)
    latest = serializers.DateField(allow_null=True)


class PeriodSerializer(DaysSerializer):
    """The time that a value is about: a moment in it, or all of it, by its mode."""

    mode = serializers.ChoiceField(PeriodMode.choices)
    basis = serializers.ChoiceField(Basis.choices, help_text="How the time is known.")


class ScopeSerializer(serializers.Serializer):
    """Where, who and in which role is counted; null is not restricted."""

    geography = serializers.CharField(allow_null=True)
    population = serializers.CharField(allow_null=True)
    role = serializers.CharField(allow_null=True)


def days_of(column) -> dict | None:
    """A daterange as DaysSerializer shows it."""
    period = rows.period_of(column, "instant", "stated")
    return None if period is None else DaysSerializer(period).data
