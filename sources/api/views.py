"""/api/v1/documents/ and /api/v1/passages/"""

from __future__ import annotations

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.exceptions import NotFound

from factcheck.api.schema import TAKEN, taking
from factcheck.api.views import DetailView, ListView, row_by_name
from sources.models import Document, Passage

from . import reads
from .intake import DocumentIntakeSerializer, TakesDocuments
from .parameters import DocumentParameters, PassageParameters, span_of
from .serializers import DocumentDetailSerializer, DocumentSerializer, PassageSerializer


@extend_schema_view(
    post=extend_schema(
        summary="Bring a document in",
        description=TakesDocuments.__doc__,
        request=taking(DocumentIntakeSerializer),
        responses=TAKEN,
    )
)
@extend_schema(summary="Documents")
class Documents(TakesDocuments, ListView):
    """Published things, with the latest version of the text that we hold of each."""

    parameters = DocumentParameters
    serializer_class = DocumentSerializer

    def get_queryset(self) -> QuerySet[Document]:
        asked, documents = self.asked, reads.documents()
        if "q" in asked:
            documents = documents.search(asked["q"])
        if "publisher" in asked:
            documents = documents.filter(publisher=asked["publisher"])
        if "text_basis" in asked:
            documents = documents.filter(text_basis__in=asked["text_basis"])
        published = span_of(asked, "published")
        if published.known:
            documents = documents.filter(
                published__overlap=DateRange(published.earliest, published.latest, "[]")
            )
        return documents


@extend_schema(summary="One document")
class DocumentDetail(DetailView):
    """A document with every version of its text, and its near-duplicates."""

    serializer_class = DocumentDetailSerializer

    def get_object(self) -> Document:
        return row_by_name(
            reads.document_with_versions(), self.kwargs["name"], key="key", what="document"
        )


@extend_schema(summary="Passages")
class Passages(ListView):
    """Verbatim quotes in their context. PostgreSQL itself refuses one that is not, letter by
    letter, what its document says."""

    parameters = PassageParameters
    serializer_class = PassageSerializer

    def get_queryset(self) -> QuerySet[Passage]:
        passages = reads.passages()
        if "document" in self.asked:
            passages = passages.filter(snapshot__document=self.asked["document"])
        return passages


@extend_schema(summary="One passage")
class PassageDetail(DetailView):
    """A verbatim quote in its context."""

    serializer_class = PassageSerializer

    def get_object(self) -> Passage:
        passage = reads.passages().filter(pk=self.kwargs["id"]).first()
        if passage is None:
            raise NotFound(f"There is no passage {self.kwargs['id']}.")
        return passage
