"""Reads of evidence."""

from __future__ import annotations

from django.db import models
from django.db.models import Prefetch

from sources.models import Document, Snapshot


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
        """With all that `Evidence.report` and its source need, in a fixed number of queries.

        Shared rows (documents, publishers, origins, scopes) are fetched once, not once a row.
        """
        return self.prefetch_related(
            "corrects",
            "origin",
            "scope__geography",
            "scope__population",
            "scope__role",
            "passage",
            Prefetch("passage__snapshot", Snapshot.objects.without_bulk()),
            Prefetch("passage__snapshot__document", Document.objects.defer("search")),
            "passage__snapshot__document__publisher",
            "passage__snapshot__document__origins",
        )

    def citing_document(self, document) -> EvidenceQuerySet:
        """Evidence whose passage stands in any snapshot of the document."""
        return self.filter(passage__snapshot__document=document)
