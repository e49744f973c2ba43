"""Reads of claims."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.search import SearchQuery
from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import BooleanField, Case, Exists, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from .names import FoldName
from .queues import QueueQuerySet

SEARCH_CONFIG = "english"
"""How PostgreSQL splits and stems the words of a statement."""


class ClaimQuerySet(QueueQuerySet):
    def with_figure(self) -> ClaimQuerySet:
        """With figure, subject and scope, all in one query; without the search vector."""
        return self.select_related(
            "figure__subject",
            "figure__scope__geography",
            "figure__scope__population",
            "figure__scope__role",
        ).defer("search")

    def without_results(self) -> ClaimQuerySet:
        """Without the explanation, which may be long."""
        return self.defer("search", "explanation")

    def with_standing(self) -> ClaimQuerySet:
        """With what is published beside what is computed, for `Claim.standing` without a query.

        Annotates reviewer (the live verdict's rating or None), reviewer_saw (its fingerprint),
        effective (the rating, else the computed status) and disagrees.
        """
        verdicts = self.model._meta.get_field("verdicts").related_model
        live = verdicts.objects.live().filter(claim=OuterRef("pk")).order_by()
        return self.annotate(
            reviewer=Subquery(live.values("rating")[:1]),
            reviewer_saw=Subquery(live.values("fingerprint")[:1]),
            effective=Coalesce("reviewer", "status"),
            disagrees=Case(
                When(Q(reviewer=None) | Q(reviewer=F("status")), then=False),
                default=True,
                output_field=BooleanField(),
            ),
        )

    def published(self) -> ClaimQuerySet:
        """What everyone may know of: claims on which a verdict was published, be it withdrawn."""
        verdicts = self.model._meta.get_field("verdicts").related_model
        return self.filter(Exists(verdicts.objects.filter(claim=OuterRef("pk"))))

    def in_stage(self, *stages: str) -> ClaimQuerySet:
        return self.filter(stage__in=stages)

    def in_status(self, *statuses: str) -> ClaimQuerySet:
        return self.filter(status__in=statuses)

    def needing_review(self, needs: bool = True) -> ClaimQuerySet:
        return self.filter(needs_review=needs)

    def about_subject(self, name: str) -> ClaimQuerySet:
        """Claims whose figure's subject goes by this name or alias."""
        return self.filter(figure__subject__names__folded=FoldName(Value(name)))

    def matching(self, words: str) -> ClaimQuerySet:
        """Claims whose statement or claimant has these words (web search syntax)."""
        if "\0" in words:  # PostgreSQL stores no NUL, so no claim can contain one
            return self.none()
        return self.filter(search=SearchQuery(words, config=SEARCH_CONFIG, search_type="websearch"))

    def about_period(self, earliest: date | None, latest: date | None) -> ClaimQuerySet:
        """Claims whose period has a day in [earliest, latest]; None = no limit on that side."""
        return self.filter(period__overlap=DateRange(earliest, latest, "[]"))

    def clashing_with(self, claim) -> ClaimQuerySet:
        """The claims that cannot be true together with this one."""
        return self.filter(Q(clashes_as_a__b=claim) | Q(clashes_as_b__a=claim)).distinct()

    def citing_documents(self, ids: Iterable[int]) -> ClaimQuerySet:
        """Claims with evidence, in any state, from any version of these documents."""
        return self._by_evidence(passage__snapshot__document__in=ids)

    def citing_publishers(self, ids: Iterable[int]) -> ClaimQuerySet:
        """Claims with evidence, in any state, from documents of these publishers."""
        return self._by_evidence(passage__snapshot__document__publisher__in=ids)

    def citing_passages(self, ids: Iterable[int]) -> ClaimQuerySet:
        """Claims with any of these passages as evidence, in any state."""
        return self._by_evidence(passage__in=ids)

    def citing_origins(self, ids: Iterable[int]) -> ClaimQuerySet:
        """Claims with evidence that these origins said first: by itself or as its document's."""
        return self._by_evidence(
            Q(origin__in=ids) | Q(origin=None, passage__snapshot__document__origins__in=ids)
        )

    def in_terms(self, term_ids: Iterable[int]) -> ClaimQuerySet:
        """Claims that are compared in any of these scope terms.

        That is: the scope of a figure of the claim's subject and measure, or of its evidence,
        uses one of them.
        """
        uses = (
            Q(scope__geography__in=term_ids)
            | Q(scope__population__in=term_ids)
            | Q(scope__role__in=term_ids)
        )
        evidence = self.model._meta.get_field("evidence").related_model
        figure = self.model._meta.get_field("figure").related_model
        same_group = figure.objects.filter(
            uses, subject=OuterRef("figure__subject"), measure=OuterRef("figure__measure")
        )
        return self.filter(
            Exists(same_group) | Q(pk__in=evidence.objects.filter(uses).values("claim_id"))
        )

    def _by_evidence(self, *conditions, **filters) -> ClaimQuerySet:
        evidence = self.model._meta.get_field("evidence").related_model
        return self.filter(
            pk__in=evidence.objects.filter(*conditions, **filters).values("claim_id")
        )
