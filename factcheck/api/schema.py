"""How the OpenAPI description is made from the views."""

from __future__ import annotations

from typing import ClassVar

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    OpenApiResponse,
    OpenApiTypes,
    extend_schema_serializer,
)
from rest_framework import serializers

OUTCOMES = ["new", "unchanged", "new-version"]
ERROR_TYPES = ["validation_error", "client_error", "server_error"]


class ErrorDetail(serializers.Serializer):
    code = serializers.CharField(help_text="For programs: does not change with the wording.")
    detail = serializers.CharField(help_text="For people: what was wrong, and what to do.")
    attr = serializers.CharField(
        allow_null=True, help_text="The query parameter that it is about; null if none."
    )


@extend_schema_serializer(
    component_name="Error",
    examples=[
        OpenApiExample(
            "A status that is none",
            value={
                "type": "validation_error",
                "errors": [
                    {
                        "code": "invalid_choice",
                        "detail": "“proven” is not one of: unsupported, single-source, "
                        "corroborated, challenged, refuted, contested.",
                        "attr": "status",
                    }
                ],
            },
        )
    ],
)
class ErrorSerializer(serializers.Serializer):
    """Every error, of every address."""

    type = serializers.ChoiceField(ERROR_TYPES)
    errors = ErrorDetail(many=True)


NDJSON = "application/x-ndjson"


class TakenSerializer(serializers.Serializer):
    """What became of a row. Of many rows each has its `line`, and one that was refused the
    `outcome` refused and its `errors`."""

    outcome = serializers.ChoiceField(OUTCOMES)
    key = serializers.CharField(help_text="Our stable name for it.")
    url = serializers.CharField(allow_null=True, help_text="Where it is; null if nowhere alone.")
    notes = serializers.ListField(
        child=serializers.CharField(), help_text="What a person should know of it."
    )


TAKEN = {
    (200, "application/json"): TakenSerializer,
    (201, "application/json"): TakenSerializer,
    (200, NDJSON): OpenApiTypes.STR,
}
"""The good answers of an address that takes rows in (see `writing`)."""


def taking(row: type[serializers.Serializer]) -> dict:
    """What such an address is sent: one row, or a row in each line."""
    return {"application/json": row, NDJSON: OpenApiTypes.STR}


class KeyScheme(OpenApiAuthenticationExtension):
    """How a caller says who they are: a key, in a header."""

    target_class = "factcheck.access.permissions.ByGate"
    name = "key"

    def get_security_definition(self, auto_schema) -> dict:
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A key made in the admin. Reading what is public needs none.",
        }


class ApiSchema(AutoSchema):
    """Takes parameters from the view's `parameters`, and adds the errors that each address has."""

    ERRORS: ClassVar = {
        "400": "A parameter is wrong: unknown, repeated, or not what it may be.",
        "401": "The key is not one of ours, or no longer good.",
        "403": "The key is good for something else.",
        "406": "None of the formats in the Accept header is offered.",
        "429": "More requests than the rate lets through; Retry-After says when to go on.",
    }
    WRITING: ClassVar = {
        "409": "It is there already and says otherwise, or the same request is still at work.",
        "413": "The body has too many bytes, or too many lines.",
        "415": "The body is neither JSON nor NDJSON.",
        "422": "The Idempotency-Key was used for another request.",
    }
    PATH: ClassVar = {
        "name": (str, "Its key, or its id in digits; of a figure, its slug."),
        "id": (int, "Its id."),
        "number": (int, "Its number in the ledger."),
        "dataset": (str, "Which rows."),
        "what": (str, "`verdicts` or `corrections`."),
    }
    NOT_FOUND: ClassVar = {"404": "There is no such row."}

    def _get_format_parameters(self) -> list:
        return []  # formats go by Accept or a suffix; `format` is no parameter of ours

    def get_auth(self) -> list[dict]:
        return [{KeyScheme.name: []}, *([{}] if self.method == "GET" else [])]

    def get_override_parameters(self) -> list:
        parameters = self.view.parameters
        described = [parameters] if self.method == "GET" and parameters().fields else []
        if self.method == "POST":
            described.append(
                OpenApiParameter(
                    "Idempotency-Key",
                    {"type": "string", "pattern": "^[ -~]{1,255}$"},
                    OpenApiParameter.HEADER,
                    description="Sent again with the same key, the same request gets the same "
                    "answer and is not done twice. Kept for a day.",
                )
            )
        for variable in self._variables():
            type_, description = self.PATH[variable]
            described.append(
                OpenApiParameter(variable, type_, OpenApiParameter.PATH, description=description)
            )
        return described

    def _variables(self) -> list[str]:
        return [part[1:-1] for part in self.path.split("/") if part.startswith("{")]

    def _get_response_bodies(self, direction: str = "response") -> dict:
        bodies = super()._get_response_bodies(direction)
        errors = {
            **self.ERRORS,
            **(self.NOT_FOUND if self._variables() else {}),
            **(self.WRITING if self.method == "POST" else {}),
        }
        for code, description in errors.items():
            described = OpenApiResponse(ErrorSerializer, description=description)
            bodies[code] = self._get_response_for_code(
                described, code, media_types=["application/json"], direction=direction
            )
        if self.method == "GET":
            bodies["304"] = {"description": "The answer is the one whose ETag or date was sent."}
        return bodies
