"""How documents and passages are shown."""

from __future__ import annotations

from drf_spectacular.utils import OpenApiExample, extend_schema_serializer
from rest_framework import serializers

from factcheck.api.fields import Link
from sources.models import Snapshot
from sources.models.document import PublishedBasis, TextBasis
from sources.models.passage import Anchoring
from sources.models.publisher import OriginKind, Reliability

from .reads import copy_keys


class PublisherSerializer(serializers.Serializer):
    name = serializers.CharField()
    country = serializers.CharField(help_text="ISO 3166-1 alpha-2; empty if unknown.")
    homepage = serializers.CharField(help_text="Empty if unknown.")
    reliability = serializers.ChoiceField(
        Reliability.choices, help_text="The Admiralty scale; D and E are shown, not counted."
    )
    reliability_reason = serializers.CharField()


class OriginSerializer(serializers.Serializer):
    """Who said it first."""

    name = serializers.CharField()
    kind = serializers.ChoiceField(OriginKind.choices)


class SnapshotSerializer(serializers.ModelSerializer):
    """One version of a document's text."""

    class Meta:
        model = Snapshot
        fields = [
            "id",
            "sha256",
            "media_type",
            "encoding",
            "original_sha256",
            "retrieved_at",
            "extractor",
            "extractor_version",
        ]


class PublishedSerializer(serializers.Serializer):
    """When a document was published: on one of these days, both included."""

    earliest = serializers.DateField(source="published_on.earliest", allow_null=True)
    latest = serializers.DateField(source="published_on.latest", allow_null=True)
    basis = serializers.ChoiceField(PublishedBasis.choices, source="published_basis")


class DocumentLinks(serializers.Serializer):
    self = Link("document", {"name": "key"})
    passages = Link("passages", query={"document": "key"})


DOCUMENT = {
    "id": 1,
    "key": "example-notice",
    "title": "A notice",
    "authors": ["A. Writer"],
    "publisher": {
        "name": "An institute",
        "country": "US",
        "homepage": "https://institute.example/",
        "reliability": "B",
        "reliability_reason": "Usually right, and corrects itself in the open.",
    },
    "url": "https://institute.example/notice",
    "language": "en",
    "published": {"earliest": "2020-07-07", "latest": "2020-07-31", "basis": "inferred"},
    "text_basis": "digest",
    "origins": [{"name": "A news agency", "kind": "outlet"}],
    "latest": {
        "id": 1,
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "media_type": "text/plain",
        "encoding": "utf-8",
        "original_sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "retrieved_at": "2024-02-01T09:30:00Z",
        "extractor": "txt",
        "extractor_version": "1",
    },
    "links": {
        "self": "https://facts.example/api/v1/documents/example-notice/",
        "passages": "https://facts.example/api/v1/passages/?document=example-notice",
    },
}


@extend_schema_serializer(examples=[OpenApiExample("A document", value=DOCUMENT)])
class DocumentSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    key = serializers.CharField(help_text="Our stable name.")
    title = serializers.CharField()
    authors = serializers.ListField(child=serializers.CharField())
    publisher = PublisherSerializer()
    url = serializers.CharField(help_text="Where it was published; empty if unknown.")
    language = serializers.CharField(help_text="BCP 47; empty if unknown.")
    published = serializers.SerializerMethodField()
    text_basis = serializers.ChoiceField(
        TextBasis.choices, help_text="Whether the stored text is the document's own."
    )
    origins = OriginSerializer(many=True, help_text="Its named upstreams.")
    latest = SnapshotSerializer(allow_null=True, help_text="The version of the text seen last.")
    links = DocumentLinks(source="*")

    def get_published(self, document) -> PublishedSerializer(allow_null=True):
        if document.published is None:
            return None
        return PublishedSerializer(document).data


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "A document", value={**DOCUMENT, "snapshots": [DOCUMENT["latest"]], "copies": []}
        )
    ]
)
class DocumentDetailSerializer(DocumentSerializer):
    snapshots = SnapshotSerializer(many=True, help_text="Every version, the oldest first.")
    copies = serializers.SerializerMethodField(
        help_text="Keys of documents with nearly the same text: they count as one origin."
    )

    def get_copies(self, document) -> list[str]:
        return copy_keys(document)


class PassageDocumentSerializer(serializers.Serializer):
    """The document of a passage, in short."""

    key = serializers.CharField()
    title = serializers.CharField()
    publisher = serializers.CharField(source="publisher.name")
    reliability = serializers.ChoiceField(Reliability.choices, source="publisher.reliability")
    url = serializers.CharField(help_text="Where it was published; empty if unknown.")


class PassageLinks(serializers.Serializer):
    self = Link("passage", {"id": "pk"})
    document = Link("document", {"name": "snapshot.document.key"})


PASSAGE = {
    "id": 7,
    "exact": "Approximately 5,000 soldiers remained.",
    "prefix": "",
    "suffix": "",
    "start": 120,
    "end": 158,
    "before": "In July the institute counted again. ",
    "after": " A year later it gave another number.",
    "current": None,
    "document": {
        "key": "example-notice",
        "title": "A notice",
        "publisher": "An institute",
        "reliability": "B",
        "url": "https://institute.example/notice",
    },
    "snapshot": {name: DOCUMENT["latest"][name] for name in ("id", "sha256", "retrieved_at")},
    "links": {
        "self": "https://facts.example/api/v1/passages/7/",
        "document": "https://facts.example/api/v1/documents/example-notice/",
    },
}


class PassageSnapshotSerializer(serializers.Serializer):
    """The version of the text that a passage quotes; its offsets count in this text."""

    id = serializers.IntegerField()
    sha256 = serializers.CharField(help_text="Hex, of the text in UTF-8.")
    retrieved_at = serializers.DateTimeField()


@extend_schema_serializer(examples=[OpenApiExample("A passage", value=PASSAGE)])
class PassageSerializer(serializers.Serializer):
    """A verbatim quote: `exact`, `prefix` and `suffix` are those of a W3C TextQuoteSelector,
    `start` and `end` those of a TextPositionSelector, in code points of the snapshot's text."""

    id = serializers.IntegerField()
    exact = serializers.CharField()
    prefix = serializers.CharField(help_text="Text right before, to tell repetitions apart.")
    suffix = serializers.CharField(help_text="Text right after.")
    start = serializers.IntegerField(help_text="Code points before the quote.")
    end = serializers.IntegerField(help_text="Code points up to its end.")
    before = serializers.CharField(help_text="The text before it, to read it in context.")
    after = serializers.CharField(help_text="The text after it.")
    current = serializers.ChoiceField(
        Anchoring.Outcome.choices,
        source="current_outcome",
        allow_null=True,
        help_text="What became of it in the latest version of the document; null if it stands "
        "in that version itself.",
    )
    document = PassageDocumentSerializer(source="snapshot.document")
    snapshot = PassageSnapshotSerializer()
    links = PassageLinks(source="*")
