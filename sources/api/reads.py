"""What the API reads of the sources, in a fixed number of queries."""

from __future__ import annotations

from django.db.models import F, Prefetch, QuerySet, Value
from django.db.models.functions import Greatest, Least, Substr

from sources.models import Document, Passage, Snapshot

CONTEXT = 200
"""How many code points of the text are shown before and after a passage."""


def documents() -> QuerySet[Document]:
    """With publisher, latest snapshot and origins."""
    return Document.objects.with_latest_snapshot().prefetch_related("origins")


def document_with_versions() -> QuerySet[Document]:
    """As `documents`, with every snapshot and the keys of near-duplicates in reach."""
    return documents().prefetch_related(
        Prefetch("snapshots", Snapshot.objects.without_bulk().order_by("retrieved_at", "id"))
    )


def copy_keys(document: Document) -> list[str]:
    """The keys of the documents whose text is nearly that of this one."""
    return list(Document.objects.copies_of(document).order_by("key").values_list("key", flat=True))


def passages() -> QuerySet[Passage]:
    """With their source, what became of them, and `before` and `after`: the text around them.

    The text is cut by PostgreSQL; a whole document never travels.
    """
    return (
        Passage.objects.with_source()
        .with_current_outcome()
        .annotate(
            before=Substr(
                "snapshot__text",
                Greatest(F("start") + 1 - CONTEXT, Value(1)),
                Least(F("start"), Value(CONTEXT)),
            ),
            after=Substr("snapshot__text", F("end") + 1, Value(CONTEXT)),
        )
    )
