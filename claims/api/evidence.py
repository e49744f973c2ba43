"""How the evidence on a claim is shown."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from claims.models.choices import EvidenceState, Modality, Stance
from sources.api.serializers import PASSAGE, PassageSerializer

from . import examples
from .values import PeriodSerializer, ScopeSerializer, ValueSerializer


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A piece of evidence",
            value={
                "id": 4,
                "key": "us-troops-iraq-2020-07-1",
                "stance": "supports",
                "state": "accepted",
                "value": examples.CLAIM["value"],
                "period": examples.CLAIM["period"],
                "scope": examples.CLAIM["scope"],
                "scope_stated": False,
                "modality": "observation",
                "origin": None,
                "corrects": None,
                "note": "",
                "passage": PASSAGE,
                "created": "2024-02-01T09:30:00Z",
                "updated": "2024-02-01T09:30:00Z",
            },
        )
    ]
)
class EvidenceSerializer(serializers.Serializer):
    """One passage brought to a claim: what it reports, and how it bears on the claim."""

    id = serializers.IntegerField()
    key = serializers.CharField(help_text="Our stable name; the explanation's steps carry it.")
    stance = serializers.ChoiceField(Stance.choices, help_text="As a reviewer sees it.")
    state = serializers.ChoiceField(
        EvidenceState.choices,
        help_text="Only `accepted` evidence counts; the rest is shown for what it is.",
    )
    value = ValueSerializer(source="quantity", allow_null=True)
    period = PeriodSerializer(source="reported_period", allow_null=True)
    scope = serializers.SerializerMethodField(help_text="What the passage counts.")
    scope_stated = serializers.SerializerMethodField(
        help_text="false: the scope is that of the claim's figure."
    )
    modality = serializers.ChoiceField(Modality.choices)
    origin = serializers.CharField(
        source="origin.name",
        allow_null=True,
        help_text="Who said it first; null: the origins of the document.",
    )
    corrects = serializers.CharField(
        source="corrects.key",
        allow_null=True,
        help_text="The key of an earlier report of the same source that this one corrects.",
    )
    note = serializers.CharField()
    passage = PassageSerializer()
    created = serializers.DateTimeField()
    updated = serializers.DateTimeField()

    def get_scope(self, evidence) -> ScopeSerializer(allow_null=True):
        scope = evidence.scope
        if scope is None and evidence.claim.figure is not None:
            scope = evidence.claim.figure.scope
        return None if scope is None else ScopeSerializer(scope.value).data

    def get_scope_stated(self, evidence) -> bool:
        return evidence.scope is not None
