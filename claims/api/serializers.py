"""How claims and the history of a status are shown."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from claims.models.choices import Currency, Modality, Nature, Stage, Status
from factcheck.access.caller import caller_of
from factcheck.access.scopes import Scope
from factcheck.api.fields import Link

from . import examples
from .values import DaysSerializer, PeriodSerializer, ScopeSerializer, ValueSerializer, days_of


class ClaimFigureSerializer(serializers.Serializer):
    """The figure of a claim, in short."""

    slug = serializers.CharField()
    subject = serializers.CharField(source="subject.name")
    measure = serializers.CharField()
    nature = serializers.ChoiceField(Nature.choices)


class CountsSerializer(serializers.Serializer):
    """Origins, not documents: what repeats one source counts once."""

    supports = serializers.IntegerField(help_text="S: origins that support the claim.")
    conflicts = serializers.IntegerField(help_text="X: origins that conflict with it.")
    mixed = serializers.IntegerField(help_text="M: origins that do both.")


class ClaimLinks(serializers.Serializer):
    self = Link("claim", {"name": "key"})
    explanation = Link("claim-explanation", {"name": "key"})
    evidence = Link("claim-evidence", {"name": "key"})
    history = Link("claim-history", {"name": "key"})
    figure = Link("figure", {"name": "figure.slug"}, allow_null=True)


@extend_schema_serializer(examples=[OpenApiExample("A claim", value=examples.CLAIM)])
class ClaimSerializer(serializers.Serializer):
    """One assertion, and how the engine finds that it stands."""

    id = serializers.IntegerField()
    key = serializers.CharField(help_text="Our stable name.")
    statement = serializers.CharField()
    claimant = serializers.CharField(help_text="Who asserts it; empty if nobody in particular.")
    made_on = serializers.SerializerMethodField(help_text="When it was said; null if unknown.")
    figure = ClaimFigureSerializer(allow_null=True, help_text="null: a claim without a number.")
    scope = ScopeSerializer(source="figure.scope.value", allow_null=True)
    value = ValueSerializer(
        source="quantity",
        allow_null=True,
        help_text="null for a claim without a number, and for an event, whose period is its value.",
    )
    period = PeriodSerializer(source="reported_period", allow_null=True)
    modality = serializers.ChoiceField(Modality.choices)
    about_now = serializers.BooleanField(
        help_text="In the present tense, so that a later value can make it outdated."
    )
    example = serializers.BooleanField(
        help_text="A false statement of our own, made to show a status."
    )
    note = serializers.CharField()
    stage = serializers.ChoiceField(
        Stage.choices, help_text="Where it is on its way through review."
    )
    status = serializers.ChoiceField(
        Status.choices, help_text="What the engine computes; the same as `computed`."
    )
    computed = serializers.ChoiceField(Status.choices, source="status")
    reviewer = serializers.ChoiceField(
        Status.choices, allow_null=True, help_text="The published verdict; null without one."
    )
    effective = serializers.ChoiceField(
        Status.choices, help_text="The published verdict, else the computed status."
    )
    disagrees = serializers.BooleanField(
        help_text="Whether the published verdict is another than the computed status."
    )
    currency = serializers.ChoiceField(Currency.choices)
    counts = CountsSerializer(source="*")
    needs_review = serializers.BooleanField()
    review_reasons = serializers.ListField(child=serializers.CharField())
    fingerprint = serializers.CharField(
        help_text="Hash of all that the status follows from; empty until it is first computed."
    )
    engine_version = serializers.CharField()
    config_version = serializers.CharField()
    checked_at = serializers.DateTimeField(
        allow_null=True,
        help_text="When the result last changed; null until it is first computed.",
    )
    links = ClaimLinks(source="*")

    def get_made_on(self, claim) -> DaysSerializer(allow_null=True):
        return days_of(claim.made_on)


@extend_schema_serializer(
    examples=[
        OpenApiExample("A claim", value={**examples.CLAIM, "clashes": ["us-troops-iraq-mid-2020"]})
    ]
)
class ClaimDetailSerializer(ClaimSerializer):
    clashes = serializers.SerializerMethodField(
        help_text="Keys of the claims that cannot be true together with this one."
    )

    def get_clashes(self, claim) -> list[str]:
        clashing = type(claim).objects.clashing_with(claim)
        if not caller_of(self.context["request"]).may(Scope.READ_DRAFTS):
            clashing = clashing.published()
        return list(clashing.order_by("key").values_list("key", flat=True))
