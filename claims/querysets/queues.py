"""Reads of claims that wait for a person: each queue is one method, each says since when.

Every method annotates `waits_since`, the moment of what made the claim wait; `oldest_first` sorts
by it. Subqueries only, no grouping, so that the rows can be locked one by one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Count, Exists, F, IntegerField, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from sources.models import Passage

CLOSED = "rejected"
"""The stage of a claim that was turned down: it waits for nobody until it is reopened."""


class QueueQuerySet(models.QuerySet):
    """The queues, as reads of claims."""

    def oldest_first(self) -> QueueQuerySet:
        """What has waited longest first; those that wait equally long in a fixed order."""
        return self.order_by("waits_since", "pk")

    def with_holder(self) -> QueueQuerySet:
        """Annotates whose hands each claim is in: holder_id, holder_name, held_since, held_from
        (the queue); all None where it is free."""
        live = self._rows("assignments").filter(claim=OuterRef("pk"), released_at=None)
        return self.annotate(
            holder_id=Subquery(live.values("to")[:1]),
            holder_name=Subquery(live.values("to__username")[:1]),
            held_since=Subquery(live.values("taken_at")[:1]),
            held_from=Subquery(live.values("queue")[:1]),
        )

    def in_hands(self) -> QueueQuerySet:
        """Claims that someone holds."""
        return self.filter(self._held())

    def in_no_hands(self) -> QueueQuerySet:
        """Claims that nobody holds."""
        return self.filter(~self._held())

    def held_by(self, person: Any) -> QueueQuerySet:
        """What a person holds, since they took it."""
        mine = self._rows("assignments").filter(claim=OuterRef("pk"), to=person, released_at=None)
        return self._since(mine.values("taken_at"))

    def waiting_for_review(self) -> QueueQuerySet:
        """Claims that need review, since their result was last found to be another one."""
        return self._open().filter(needs_review=True).annotate(waits_since=F("checked_at"))

    def waiting_for_second(self) -> QueueQuerySet:
        """Claims in review, since they were submitted.

        Annotates submitted_by_id, submitted_by_name, submitted_version and submitted_why.
        """
        submitted = (
            self._rows("transitions").filter(claim=OuterRef("pk"), step="submit").order_by("-pk")
        )
        return (
            self.filter(stage="in-review", merged_into=None)
            .annotate(
                submitted_by_id=Subquery(submitted.values("by")[:1]),
                submitted_by_name=Subquery(submitted.values("by__username")[:1]),
                submitted_version=Subquery(submitted.values("version")[:1]),
                submitted_why=Subquery(submitted.values("reason")[:1]),
            )
            ._since(submitted.values("at"))
        )

    def decidable_by(self, person: Any) -> QueueQuerySet:
        """Of those `waiting_for_second`, the ones that a person neither submitted nor changed
        since: four eyes."""
        own_words = ~Q(version=F("submitted_version")) & Q(changed_by=person)
        return self.exclude(submitted_by_id=person.pk).exclude(own_words)

    def contested_unsettled(self) -> QueueQuerySet:
        """Contested claims on whose evidence no verdict is published, since they became so."""
        settled = self._live_verdicts().filter(fingerprint=OuterRef("fingerprint"))
        became = (
            self._rows("status_changes")
            .filter(claim=OuterRef("pk"), to_status="contested")
            .order_by("-pk")
        )
        return (
            self._open()
            .filter(~Exists(settled), status="contested")
            .annotate(waits_since=Coalesce(Subquery(became.values("at")[:1]), "checked_at"))
        )

    def with_disagreement(self) -> QueueQuerySet:
        """Claims with blind readings that differ, since the second of them was handed in.

        Annotates disagreements, how many passages were read differently.
        """
        disputes = self._disputes()
        since = disputes.order_by("submitted_at").values("submitted_at")
        rows = self.filter(merged_into=None).annotate(disagreements=_how_many(disputes))
        return rows._since(since)

    def adjudicable_by(self, person: Any) -> QueueQuerySet:
        """Of those `with_disagreement`, the ones in which a person read neither side."""
        return self.filter(Exists(self._disputes().not_read_by(person)))

    def with_lost_anchor(self) -> QueueQuerySet:
        """Claims with a quote that its document's newest text no longer has, since that came.

        Annotates lost_quotes, how many. Evidence that was rejected or withdrawn loses nothing.
        """
        lost = self._rows("evidence").filter(
            claim=OuterRef("pk"),
            state__in=["proposed", "accepted"],
            passage__in=Passage.objects.current_lost(),
        )
        since = lost.order_by("passage__snapshot__document__latest__retrieved_at")
        return (
            self._open()
            .annotate(lost_quotes=_how_many(lost))
            ._since(since.values("passage__snapshot__document__latest__retrieved_at"))
        )

    def with_stale_verdict(self) -> QueueQuerySet:
        """Claims whose evidence is no longer what the published verdict saw, since it changed.

        Annotates published, the verdict's rating. A claim in review waits there instead.
        """
        stale = self._live_verdicts().exclude(fingerprint=OuterRef("fingerprint"))
        seen = (
            self._rows("earlier")
            .filter(claim=OuterRef("pk"), fingerprint=OuterRef("published_fingerprint"))
            .order_by("-pk")
        )
        return (
            self.filter(Exists(stale), merged_into=None)
            .exclude(stage="in-review")
            .annotate(
                published=Subquery(stale.values("rating")[:1]),
                published_fingerprint=Subquery(stale.values("fingerprint")[:1]),
            )
            .annotate(waits_since=Coalesce(Subquery(seen.values("until")[:1]), "checked_at"))
        )

    def with_proposed_evidence(self) -> QueueQuerySet:
        """Claims with evidence that nobody decided on yet, since the first of it was proposed.

        What two people are to read apart waits for them, not here.
        Annotates proposed, how many pieces.
        """
        evidence = self.model._meta.get_field("evidence").related_model
        rows = evidence.objects.in_state("proposed").not_awaiting_readers()
        proposed = rows.filter(claim=OuterRef("pk"))
        return (
            self._open()
            .annotate(proposed=_how_many(proposed))
            ._since(proposed.order_by("created").values("created"))
        )

    def mentioning(self, person: Any) -> QueueQuerySet:
        """Claims in whose comments a person is named and has not answered, since the first.

        An answer is a comment of their own since then, or to have held the claim since then.
        Annotates mentioned_by, the name of who asked first.
        """
        later = self._rows("comments").filter(claim=OuterRef("claim"), by=person)
        held = self._rows("assignments").filter(claim=OuterRef("claim"), to=person)
        open_mentions = (
            self._rows("comments")
            .filter(
                ~Exists(later.filter(pk__gt=OuterRef("pk"))),
                ~Exists(held.filter(released_at__gte=OuterRef("at"))),
                claim=OuterRef("pk"),
                mentions=person,
            )
            .exclude(by=person)
            .order_by("pk")
        )
        return self.annotate(
            mentioned_by=Subquery(open_mentions.values("by__username")[:1]),
            mentioned_in=Subquery(open_mentions.values("text")[:1]),
        )._since(open_mentions.values("at"))

    # --- What they are made of ---

    def _rows(self, name: str) -> models.QuerySet:
        """All rows of the table at the other end of a relation to claims."""
        return self.model._meta.get_field(name).related_model._base_manager.all()

    def _open(self) -> QueueQuerySet:
        """Neither turned down nor merged into another claim."""
        return self.filter(merged_into=None).exclude(stage=CLOSED)

    def _since(self, moments: models.QuerySet) -> QueueQuerySet:
        """Those for which there is such a moment; the first of them is `waits_since`."""
        return self.annotate(waits_since=Subquery(moments[:1])).filter(waits_since__isnull=False)

    def _held(self) -> Exists:
        return Exists(self._rows("assignments").filter(claim=OuterRef("pk"), released_at=None))

    def _live_verdicts(self) -> models.QuerySet:
        verdicts = self.model._meta.get_field("verdicts").related_model
        return verdicts.objects.live().filter(claim=OuterRef("pk")).order_by()

    def _disputes(self) -> models.QuerySet:
        """The later of every two readings that differ, until someone rules."""
        readings = self.model._meta.get_field("blind_readings").related_model
        return readings.objects.disputed().filter(claim=OuterRef("pk"))


def _how_many(rows: models.QuerySet) -> Coalesce:
    """How many rows a correlated subquery has."""
    counted = rows.order_by().annotate(group=F("claim")).values("group").annotate(n=Count("pk"))
    return Coalesce(Subquery(counted.values("n")), 0, output_field=IntegerField())


def counted(rows: QueueQuerySet, *, held_after: datetime) -> tuple[int, int, datetime | None]:
    """How many claims, how many of them someone took after a moment and holds, and since when the
    first waits; one query."""
    held = Count("holder_id", filter=Q(held_since__gte=held_after))
    found = rows.with_holder().aggregate(all=Count("pk"), held=held, oldest=Min("waits_since"))
    return found["all"], found["held"], found["oldest"]
