"""The query parameters of claims and what hangs on a claim."""

from __future__ import annotations

from rest_framework import serializers

from claims.models import Figure, Subject
from claims.models.choices import Currency, EvidenceState, Stance, Status
from factcheck.api.pagination import PageParameters
from factcheck.api.parameters import AnyOf, Day, Flag, Text
from sources.api.parameters import Span, check_span


class SubjectParameter(PageParameters):
    subject = Text(
        required=False,
        max_length=200,
        help_text="Who or what is counted: a name or an alias, whatever its capitals and accents.",
    )

    def validate_subject(self, name: str) -> Subject:
        subject = Subject.objects.named(name).first()
        if subject is None:
            raise serializers.ValidationError(f"No subject goes by the name “{name}”.")
        return subject


class ClaimParameters(SubjectParameter):
    q = Text(
        required=False,
        max_length=300,
        help_text='Words of the statement or claimant; "a phrase", or and -without are understood.',
    )
    status = AnyOf(choices=Status.choices, required=False, help_text="How it stands.")
    currency = AnyOf(choices=Currency.choices, required=False, help_text="Whether it is current.")
    needs_review = Flag(required=False, help_text="Whether a person should look.")
    figure = Text(required=False, max_length=200, help_text="Of this figure, by its slug.")
    period = Span(
        required=False,
        help_text="About any day of this span: 2020-07-01/2020-07-31, 2020-07 or 2020. A claim "
        "without a known date is in no span.",
    )
    period_from = Day(required=False, help_text="The first day, instead of `period`.")
    period_to = Day(required=False, help_text="The last day, instead of `period`.")

    def validate_figure(self, slug: str) -> Figure:
        figure = Figure.objects.filter(slug=slug).first()
        if figure is None:
            raise serializers.ValidationError(f"There is no figure with the slug “{slug}”.")
        return figure

    def validate(self, attrs: dict) -> dict:
        check_span(attrs, "period")
        return attrs


class EvidenceParameters(PageParameters):
    state = AnyOf(
        choices=EvidenceState.choices, required=False, help_text="Only accepted evidence counts."
    )
    stance = AnyOf(
        choices=Stance.choices, required=False, help_text="How a reviewer says it bears."
    )
