"""Verbs for documents."""

from collections.abc import Iterable

from django.db import transaction

from .changes import SourceChange, announce
from .models import Document, Origin

# What other apps conclude from: who says it, when, from which text, and what it is called.
_TELLING = ("key", "publisher_id", "published", "published_basis", "text_basis", "title")


def save_document(*, document: Document, origins: Iterable[Origin] | None = None) -> Document:
    """Validate and save, with its origins if given. What matters to others is announced.

    Raises ValidationError.
    """
    document.full_clean()
    with transaction.atomic():
        before = (
            Document.objects.select_for_update().filter(pk=document.pk).values(*_TELLING).first()
        )
        document.save()
        document.refresh_from_db(fields=["published"])
        changed = before is not None and any(
            before[name] != getattr(document, name) for name in _TELLING
        )
        if origins is not None:
            wanted = {origin.pk for origin in origins}
            if wanted != set(document.origins.values_list("pk", flat=True)):
                document.origins.set(wanted)
                changed = True
        if changed:
            announce(SourceChange(documents=frozenset({document.pk})))
    return document
