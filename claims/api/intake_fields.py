"""The fields of a claim and of evidence as they are sent, for the API's description."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from claims.models.choices import Basis, EvidenceState, Modality, PeriodMode, Stance

PERIOD = "A date in ISO or in words: 2020-07-15, July 2020, mid-2018."


class _Reported(serializers.Serializer):
    quantity = serializers.CharField(
        required=False, help_text="The number as it is worded: approximately 5,000."
    )
    period = serializers.CharField(required=False, help_text=PERIOD)
    mode = serializers.ChoiceField(PeriodMode.choices, required=False)
    basis = serializers.ChoiceField(Basis.choices, required=False)
    modality = serializers.ChoiceField(Modality.choices, required=False)
    note = serializers.CharField(required=False)


class EvidenceRowSerializer(_Reported):
    """A quote from a document, and what it says."""

    key = serializers.CharField(required=False, help_text="Our stable name; made if left out.")
    document = serializers.CharField(help_text="The key of the document.")
    quote = serializers.CharField(help_text="Verbatim, from the latest version of its text.")
    prefix = serializers.CharField(required=False, help_text="Text before, to tell it apart.")
    suffix = serializers.CharField(required=False, help_text="Text after, to tell it apart.")
    stance = serializers.ChoiceField(Stance.choices)
    geography = serializers.CharField(required=False)
    population = serializers.CharField(required=False)
    role = serializers.CharField(required=False)
    origin = serializers.CharField(required=False, help_text="Who said it first, by name.")
    state = serializers.ChoiceField(
        EvidenceState.choices, required=False, help_text="Proposed unless given."
    )
    corrects = serializers.CharField(required=False, help_text="The key of other evidence.")


QUOTED = {
    "document": "example-notice",
    "quote": "Approximately 5,000 soldiers remained.",
    "stance": "supports",
    "quantity": "approximately 5,000",
    "period": "July 2020",
}


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A quote", value={"claim": "us-troops-iraq-2020-07", **QUOTED}, request_only=True
        )
    ]
)
class EvidenceIntakeSerializer(EvidenceRowSerializer):
    claim = serializers.CharField(help_text="The key of the claim.")


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A claim with evidence",
            value={
                "key": "us-troops-iraq-2020-07",
                "statement": "About 5,000 US troops were in Iraq in July 2020.",
                "figure": "us-troops-iraq",
                "quantity": "approximately 5,000",
                "period": "July 2020",
                "evidence": [QUOTED],
            },
            request_only=True,
        )
    ]
)
class ClaimIntakeSerializer(_Reported):
    """A claim as an import file has it."""

    key = serializers.CharField(help_text="Our stable name.")
    statement = serializers.CharField()
    claimant = serializers.CharField(required=False)
    made_on = serializers.CharField(required=False, help_text=PERIOD)
    figure = serializers.CharField(required=False, help_text="The slug of the figure it counts.")
    about_now = serializers.BooleanField(required=False)
    example = serializers.BooleanField(required=False)
    evidence = EvidenceRowSerializer(many=True, required=False)
