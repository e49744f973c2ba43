"""Fields of answers: exact numbers as strings, and links."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse
from rest_framework.utils.urls import replace_query_param


@extend_schema_field(
    {"type": "string", "format": "decimal", "pattern": r"^-?\d+(\.\d+)?$", "example": "5000"}
)
class ExactNumber(serializers.Field):
    """A Decimal as a string of digits with at most one point: no exponent, no rounding."""

    def __init__(self, **options: Any):
        super().__init__(read_only=True, **options)

    def to_representation(self, value) -> str:
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


@extend_schema_field({"type": "string", "format": "uri"})
class Link(serializers.Field):
    """The absolute address of a view of the API.

    view   its name in the URL map, without the namespace
    given  what fills its path: {"name": "figure.slug"} takes the attribute of an attribute
    query  likewise for its query parameters
    """

    NAMESPACE: ClassVar[str] = "api"

    def __init__(
        self,
        view: str,
        given: dict[str, str] | None = None,
        *,
        query: dict[str, str] | None = None,
        **options: Any,
    ):
        super().__init__(source="*", read_only=True, **options)
        self.view, self.given, self.query = view, given or {}, query or {}

    def to_representation(self, row) -> str | None:
        path = {name: _attribute(row, source) for name, source in self.given.items()}
        if None in path.values():
            return None
        url = reverse(f"{self.NAMESPACE}:{self.view}", kwargs=path, request=self.context["request"])
        for name, source in self.query.items():
            url = replace_query_param(url, name, _attribute(row, source))
        return url


def _attribute(row, source: str):
    for name in source.split("."):
        row = getattr(row, name) if row is not None else None
    return row
