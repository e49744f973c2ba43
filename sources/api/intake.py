"""POST /api/v1/documents/: a file with what is known about it, through the verb `ingest`."""

from __future__ import annotations

import base64
import binascii
from typing import Any, ClassVar

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.reverse import reverse

from factcheck.api.writing import Taken, Takes, refuse_unknown
from sources.ingest import ingest_file
from sources.metadata import Metadata, MetadataError, read_metadata

FIELDS = {"name", "text", "base64", "metadata", "update"}


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A text",
            value={
                "name": "notice.txt",
                "text": "Approximately 5,000 soldiers remained.",
                "metadata": {
                    "key": "example-notice",
                    "title": "A notice",
                    "publisher": "An institute",
                    "published": "2020-07",
                },
            },
            request_only=True,
        )
    ]
)
class DocumentIntakeSerializer(serializers.Serializer):
    """A file: its `text`, or its bytes in `base64`."""

    name = serializers.CharField(help_text="Its name; the ending tells what kind of file it is.")
    text = serializers.CharField(required=False, help_text="A text file, as it is.")
    base64 = serializers.CharField(required=False, help_text="Any file: its bytes in base64.")
    metadata = serializers.DictField(
        required=False,
        help_text="What the file does not say itself, as in the YAML file beside one: key, title, "
        "publisher, url, published … (docs/import.md).",
    )
    update = serializers.BooleanField(
        required=False, help_text="Let the metadata overwrite what is there. Default: false."
    )


class TakesDocuments(Takes):
    """A file is taken whole or refused. The text that a document has already changes nothing;
    another text under its key is its new version."""

    owner_needs: ClassVar = (
        "sources.add_document",
        "sources.change_document",
        "sources.add_publisher",
    )

    def take(self, row: dict[str, Any], line: int) -> Taken:
        refuse_unknown(row, FIELDS)
        name, data, metadata = _text(row, "name"), _bytes(row), _metadata(row)
        update = row.get("update", False)
        if not isinstance(update, bool):
            raise ValidationError({"update": "Write true or false."})
        result = ingest_file(data=data, name=name, metadata=metadata, update=update)
        if result.outcome == "refused":
            code = str(result.reason).replace(" ", "_")
            raise ValidationError([ErrorDetail(f"{_sentence(result.detail)}", code=code)])
        key = result.document.key
        url = reverse("api:document", kwargs={"name": key}, request=self.request)
        return Taken(result.outcome, key, url, tuple(result.notes))


def _text(row: dict[str, Any], field: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value.strip():
        raise ValidationError({field: "This is missing, or is not text."}, code="required")
    return value


def _bytes(row: dict[str, Any]) -> bytes:
    if ("text" in row) == ("base64" in row):
        raise ValidationError({"text": "Give either text or base64."}, code="required")
    if "text" in row:
        return _text(row, "text").encode()
    try:
        return base64.b64decode(_text(row, "base64"), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValidationError({"base64": f"This is not base64: {error}."}) from error


def _metadata(row: dict[str, Any]) -> Metadata:
    values = row.get("metadata") or {}
    if not isinstance(values, dict):
        raise ValidationError({"metadata": "This must be an object."})
    try:
        return read_metadata(values)
    except MetadataError as error:
        raise ValidationError(
            {f"metadata.{n}": why for n, why in error.problems.items()}
        ) from error


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"
