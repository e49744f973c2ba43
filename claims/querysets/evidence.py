"""Reads of evidence."""

from __future__ import annotations

from django.db import models
from django.db.models import F


class EvidenceQuerySet(models.QuerySet):
    def in_state(self, *states: str) -> EvidenceQuerySet:
        """Evidence that reviewers have put in one of these states."""
        return self.filter(state__in=states)

    def with_passage(self) -> EvidenceQuerySet:
        """With passage, document, publisher, scope and origin, all in one query.

        The document's text and original bytes stay in the database.
        """
        snapshot = "passage__snapshot"
        return self.select_related(
            f"{snapshot}__document__publisher",
            "origin",
            "scope__geography",
            "scope__population",
            "scope__role",
        ).defer(
            *(f"{snapshot}__{bulk}" for bulk in ("text", "original", "sketch", "search")),
            f"{snapshot}__document__search",
        )

    def for_engine(self) -> EvidenceQuerySet:
        """With all that `Evidence.report_in` needs but the claim, in a fixed number of queries.

        Annotates `document_id`, the passage's document: one document serves many rows.
        """
        return (
            self.select_related("passage")
            .prefetch_related(
                "corrects", "origin", "scope__geography", "scope__population", "scope__role"
            )
            .annotate(document_id=F("passage__snapshot__document_id"))
        )

    def citing_document(self, document) -> EvidenceQuerySet:
        """Evidence whose passage stands in any snapshot of the document."""
        return self.filter(passage__snapshot__document=document)
