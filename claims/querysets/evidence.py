"""Reads of evidence."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q


class EvidenceQuerySet(models.QuerySet):
    def in_state(self, *states: str) -> EvidenceQuerySet:
        """Evidence that reviewers have put in one of these states."""
        return self.filter(state__in=states)

    def awaiting_readers(self) -> EvidenceQuerySet:
        """Proposals that are to be read blind, until two people have handed in what they read."""
        return self.filter(self._awaits_readers())

    def not_awaiting_readers(self) -> EvidenceQuerySet:
        return self.exclude(self._awaits_readers())

    def shown_to(self, person: Any = None) -> EvidenceQuerySet:
        """What a person may see: no proposal that awaits readers, unless it is their own.

        Who is yet to read a passage blind would see in it how someone else reads it. None:
        anyone at all.
        """
        own = Q(created_by=person) if person is not None and person.pk else Q(pk=None)
        return self.filter(own | ~self._awaits_readers())

    def open_to_reader(self, person: Any) -> EvidenceQuerySet:
        """Proposals whose passage a person may read blind: not read or begun by them, nor by two
        others."""
        read = self._readings()
        return self.awaiting_readers().filter(
            ~Exists(read.filter(reader=person)), ~Exists(self._second(read))
        )

    def _awaits_readers(self) -> Q:
        marked = Q(claim__blind=True) | Q(passage__snapshot__document__blind=True)
        handed_in = self._readings().handed_in()
        return marked & Q(state="proposed") & ~Q(Exists(self._second(handed_in)))

    def _readings(self) -> models.QuerySet:
        """Blind readings of the evidence's passage for its claim."""
        claim = self.model._meta.get_field("claim").related_model
        readings = claim._meta.get_field("blind_readings").related_model
        return readings.objects.filter(claim=OuterRef("claim"), passage=OuterRef("passage"))

    @staticmethod
    def _second(readings: models.QuerySet) -> models.QuerySet:
        """Those that are not the last of these readings: there are any when two are there."""
        return readings.filter(Exists(readings.filter(pk__gt=OuterRef("pk"))))

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

    def about_figure(self, figure) -> EvidenceQuerySet:
        """Accepted evidence on claims about the figure, in the figure's own scope. What was left
        on a claim when it was merged is the same elsewhere."""
        scope = Q(scope=None) | Q(scope=figure.scope_id)
        return self.filter(scope, claim__figure=figure, claim__merged_into=None, state="accepted")
