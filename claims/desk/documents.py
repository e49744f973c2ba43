"""The document that a desk is about, for those who may read it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from claims.consistency import Period
from claims.rows import period_of
from sources.models import Document

READ = ("sources.view_document", "claims.view_claim", "claims.view_evidence")
WRITE = (*READ, "claims.add_evidence", "sources.add_passage")
MAKE_CLAIMS = (*WRITE, "claims.add_claim")
ACCEPT = (*READ, "sources.change_anchoring")


def readable() -> QuerySet[Document]:
    """Documents, each with its publisher and the text of its latest version, in one query."""
    bulky = ("original", "sketch", "search")
    rows = Document.objects.select_related("publisher", "latest")
    return rows.defer("search", *(f"latest__{name}" for name in bulky))


def document_of(key: str) -> Document:
    """The document of this key with its latest text; Http404 where there is none."""
    document = get_object_or_404(readable(), key=key)
    if document.latest is None:
        raise Http404(f"Document “{key}” has no text yet: ingest it first.")
    return document


def document_for(request: HttpRequest, key: str) -> Document:
    """The same for a page; PermissionDenied for those who may not read it."""
    if not request.user.has_perms(READ):
        raise PermissionDenied
    return document_of(key)


def published_period(document: Document) -> Period | None:
    """What “now” means in the document."""
    return period_of(document.published, "instant", document.published_basis)
