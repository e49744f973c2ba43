"""The shapes of the ledger's rows, for the schema: PostgreSQL builds what they describe."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiExample, extend_schema_field, extend_schema_serializer
from rest_framework import serializers

from claims.models.choices import (
    Basis,
    ChangeKind,
    Hedge,
    Modality,
    Nature,
    PeriodMode,
    Stance,
    Status,
    VerdictKind,
)
from factcheck.api.fields import ExactNumber, Link
from sources.models.publisher import Reliability

from ..values import DaysSerializer, ScopeSerializer
from . import examples


@extend_schema_field({"type": "string", "pattern": "^[0-9a-f]{64}$"})
class Sha256(serializers.Field):
    """64 hexadecimal digits."""

    def to_representation(self, digits: str) -> str:
        return digits


class DecidedValueSerializer(serializers.Serializer):
    """The value that was decided; numbers are null where there are none."""

    wording = serializers.CharField(allow_blank=True)
    hedge = serializers.ChoiceField(Hedge.choices, allow_blank=True)
    low = ExactNumber(allow_null=True)
    best = ExactNumber(allow_null=True)
    high = ExactNumber(allow_null=True)
    low_closed = serializers.BooleanField(help_text="Whether low itself is a value.")
    high_closed = serializers.BooleanField(help_text="Whether high itself is a value.")
    unit = serializers.CharField(allow_blank=True)


class FrozenPeriodSerializer(DaysSerializer):
    """The time that a value is about; without known days both are null."""

    mode = serializers.ChoiceField(PeriodMode.choices)
    basis = serializers.ChoiceField(Basis.choices)


class SeriesSerializer(serializers.Serializer):
    """What the figure counts, in the words of that day."""

    subject = serializers.CharField()
    measure = serializers.CharField()
    unit = serializers.CharField(allow_blank=True)
    scope = ScopeSerializer()


class QuoteSerializer(serializers.Serializer):
    """A passage, letter by letter, and where it begins and ends in the text."""

    exact = serializers.CharField()
    prefix = serializers.CharField(allow_blank=True)
    suffix = serializers.CharField(allow_blank=True)
    start = serializers.IntegerField()
    end = serializers.IntegerField()


class CitedDocumentSerializer(serializers.Serializer):
    key = serializers.CharField()
    title = serializers.CharField()
    url = serializers.CharField(allow_blank=True)
    published = DaysSerializer()
    publisher = serializers.CharField()
    reliability = serializers.ChoiceField(Reliability.choices)


class FrozenEvidenceSerializer(serializers.Serializer):
    """One accepted piece of evidence as it was when the verdict was made."""

    key = serializers.CharField()
    stance = serializers.ChoiceField(Stance.choices)
    stance_reason = serializers.CharField(allow_blank=True)
    wording = serializers.CharField(allow_blank=True)
    period = FrozenPeriodSerializer()
    modality = serializers.ChoiceField(Modality.choices)
    quote = QuoteSerializer()
    text_sha256 = Sha256(help_text="Of the text that the quote stands in.")
    document = CitedDocumentSerializer()
    origins = serializers.ListField(child=serializers.CharField())


class ContentSerializer(serializers.Serializer):
    """All that was decided and seen. It is what is hashed."""

    format = serializers.IntegerField(help_text="The version of this form.")
    number = serializers.IntegerField()
    at = serializers.DateTimeField(help_text="When it entered the ledger.")
    kind = serializers.ChoiceField(VerdictKind.choices)
    supersedes = serializers.IntegerField(allow_null=True, help_text="The row that it replaces.")
    claim = serializers.CharField(help_text="The claim's key.")
    statement = serializers.CharField()
    claimant = serializers.CharField(allow_blank=True)
    made_on = DaysSerializer()
    about_now = serializers.BooleanField()
    example = serializers.BooleanField()
    figure = serializers.CharField(allow_null=True, help_text="The figure's slug.")
    nature = serializers.ChoiceField(Nature.choices, allow_blank=True)
    series = SeriesSerializer(allow_null=True)
    value = DecidedValueSerializer()
    period = FrozenPeriodSerializer()
    modality = serializers.ChoiceField(Modality.choices)
    rating = serializers.ChoiceField(Status.choices, help_text="What the reviewers say.")
    computed = serializers.ChoiceField(Status.choices, help_text="What the engine said then.")
    explanation = serializers.CharField(allow_blank=True)
    fingerprint = serializers.CharField(help_text="Of the evidence that was approved.")
    engine_version = serializers.CharField(allow_blank=True)
    config_version = serializers.CharField(allow_blank=True)
    evidence = FrozenEvidenceSerializer(many=True)
    reason = serializers.CharField()
    submitted_by = serializers.CharField(allow_null=True, help_text="A reference, not a name.")
    approved_by = serializers.CharField(allow_null=True, help_text="A reference, not a name.")


@extend_schema_serializer(examples=[OpenApiExample("A verdict", value=examples.VERDICT)])
class VerdictSerializer(serializers.Serializer):
    """A row of the ledger; docs/ledger.md tells how to check its hashes."""

    content = ContentSerializer()
    content_hash = Sha256(help_text="SHA-256 of the content in its canonical form (RFC 8785).")
    previous_hash = Sha256(help_text="The hash of the row before; zeros for the first.")
    hash = Sha256(help_text="SHA-256 over the two before, written one after the other.")


class SuccessorSerializer(serializers.Serializer):
    """The row that took a verdict's place."""

    number = serializers.IntegerField()
    kind = serializers.ChoiceField(VerdictKind.choices)
    at = serializers.DateTimeField()
    reason = serializers.CharField()
    url = Link("verdict", {"number": "number"})


@extend_schema_serializer(
    examples=[OpenApiExample("A verdict that was corrected", value=examples.AFTER)]
)
class AfterSerializer(serializers.Serializer):
    number = serializers.IntegerField()
    in_force = serializers.BooleanField(help_text="Neither superseded nor a withdrawal.")
    superseded_by = SuccessorSerializer(allow_null=True)
    latest = serializers.IntegerField(help_text="The last verdict on the same claim.")


@extend_schema_serializer(examples=[OpenApiExample("A head", value=examples.HEAD)])
class HeadSerializer(serializers.Serializer):
    number = serializers.IntegerField(help_text="How many rows there are; 0 for none.")
    hash = Sha256(help_text="64 zeros for an empty ledger.")
    at = serializers.DateTimeField(allow_null=True)


class FrozenStatusChangeSerializer(serializers.Serializer):
    """A change of what the engine computes for a claim."""

    from_status = serializers.ChoiceField(Status.choices)
    to_status = serializers.ChoiceField(Status.choices)
    why = serializers.CharField()
    at = serializers.DateTimeField()
    engine_version = serializers.CharField(allow_blank=True)


@extend_schema_serializer(
    examples=[OpenApiExample("A change", value=examples.CHANGES["results"][0])]
)
class ChangeSerializer(serializers.Serializer):
    position = serializers.IntegerField(help_text="1, 2, 3 … in the order of the commits.")
    kind = serializers.ChoiceField(ChangeKind.choices)
    at = serializers.DateTimeField()
    claim = serializers.CharField(help_text="The claim's key.")
    verdict = VerdictSerializer(allow_null=True)
    status_change = FrozenStatusChangeSerializer(allow_null=True)


@extend_schema_serializer(examples=[OpenApiExample("Two changes", value=examples.CHANGES)])
class ChangesSerializer(serializers.Serializer):
    next = serializers.URLField(help_text="Where to go on; always there.")
    last = serializers.IntegerField(help_text="The last position that was looked at.")
    more = serializers.BooleanField(help_text="Whether there is more already.")
    results = ChangeSerializer(many=True)
