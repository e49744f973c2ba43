"""A verbatim span of a snapshot, and what became of it in later snapshots."""

from dataclasses import dataclass

import pgtrigger
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from factcheck.history.events import recorded
from factcheck.postgresql.guards import Guard, refusal

from .snapshot import Snapshot

_VERBATIM = f"""
    -- The lock keeps the snapshot from being deleted and put back while this row is uncommitted.
    SELECT text INTO source FROM sources_snapshot WHERE id = NEW.snapshot_id FOR KEY SHARE;
    IF source IS NULL THEN
        {refusal("passage: there is no snapshot %", "NEW.snapshot_id")}
    END IF;
    found := substr(source, NEW.start + 1, NEW."end" - NEW.start);
    IF NEW."end" > char_length(source) OR found <> NEW.exact COLLATE "C" THEN
        {
    refusal(
        "passage of snapshot %: the text at [%, %) is “%”, not “%”",
        "NEW.snapshot_id",
        "NEW.start",
        'NEW."end"',
        "left(found, 200)",
        "left(NEW.exact, 200)",
    )
}
    END IF;
    IF NEW.prefix <> '' AND (
        char_length(NEW.prefix) > NEW.start OR NEW.prefix COLLATE "C" <> substr(
            source, NEW.start - char_length(NEW.prefix) + 1, char_length(NEW.prefix)
        )
    ) THEN
        {
    refusal(
        "passage of snapshot %: “%” is not the text right before %",
        "NEW.snapshot_id",
        "left(NEW.prefix, 200)",
        "NEW.start",
    )
}
    END IF;
    IF NEW.suffix COLLATE "C" <> substr(source, NEW."end" + 1, char_length(NEW.suffix)) THEN
        {
    refusal(
        "passage of snapshot %: “%” is not the text right after %",
        "NEW.snapshot_id",
        "left(NEW.suffix, 200)",
        'NEW."end"',
    )
}
    END IF;
    RETURN NEW;
"""


@dataclass(frozen=True)
class Selector:
    """A W3C TextQuoteSelector and TextPositionSelector in one; offsets in code points."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


class PassageQuerySet(models.QuerySet):
    def with_source(self) -> "PassageQuerySet":
        """Each with its snapshot, document and publisher, without the bulky columns."""
        return self.select_related("snapshot__document__publisher").defer(
            *(f"snapshot__{name}" for name in ("text", "original", "sketch", "search")),
            "snapshot__document__search",
        )

    def current_lost(self) -> "PassageQuerySet":
        """Passages that could not be found in the latest version of their document."""
        return self.filter(
            anchorings__outcome=Anchoring.Outcome.LOST,
            anchorings__snapshot=F("snapshot__document__latest"),
        )

    def with_current_outcome(self) -> "PassageQuerySet":
        """Annotate ``current_outcome``: kept, moved, lost, or None for a passage of the latest
        version itself."""
        current = Anchoring.objects.filter(
            passage=OuterRef("pk"), snapshot=OuterRef("snapshot__document__latest")
        )
        return self.annotate(current_outcome=Subquery(current.values("outcome")[:1]))


@recorded()
class Passage(models.Model):
    """A quote. PostgreSQL refuses one that is not, letter by letter, its snapshot's text."""

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="passages")
    start = models.IntegerField(help_text="Code points before the quote.")
    end = models.IntegerField(help_text="Code points up to the quote's end.")
    exact = models.TextField()
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)

    objects = PassageQuerySet.as_manager()

    class Meta:
        ordering = ["snapshot", "start", "end"]
        constraints = [
            models.UniqueConstraint(
                fields=["snapshot", "start", "end"],
                name="passage_once",
                violation_error_message="This passage exists already.",
            ),
            models.CheckConstraint(
                condition=Q(start__gte=0),
                name="passage_starts_in_text",
                violation_error_message="A passage cannot start before the text.",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="passage_is_not_empty",
                violation_error_message="A passage ends after its start.",
            ),
        ]
        triggers = [
            Guard(
                name="verbatim",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                declare=[("source", "text"), ("found", "text")],
                func=_VERBATIM,
            )
        ]

    def __str__(self) -> str:
        quote = self.exact if len(self.exact) <= 80 else f"{self.exact[:79]}…"
        return f"“{quote}” [{self.start}, {self.end})"

    @property
    def selector(self) -> Selector:
        """The passage as a pure value."""
        return Selector(self.exact, self.prefix, self.suffix, self.start, self.end)


@recorded()
class Anchoring(models.Model):
    """What became of a passage in another, later ingested version of its document."""

    class Outcome(models.TextChoices):
        KEPT = "kept", "kept: the same words at the same place"
        MOVED = "moved", "moved: found elsewhere, beyond doubt"
        LOST = "lost", "lost: a person must look"

    passage = models.ForeignKey(Passage, on_delete=models.CASCADE, related_name="anchorings")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="anchorings")
    outcome = models.CharField(max_length=5, choices=Outcome.choices)
    found = models.ForeignKey(
        Passage, on_delete=models.PROTECT, null=True, blank=True, related_name="found_by"
    )
    proposal_start = models.IntegerField(null=True, blank=True)
    proposal_end = models.IntegerField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["passage", "snapshot"]
        constraints = [
            models.UniqueConstraint(fields=["passage", "snapshot"], name="anchoring_once"),
            models.CheckConstraint(
                condition=(Q(outcome__in=["kept", "moved"], found__isnull=False))
                | Q(outcome="lost", found__isnull=True),
                name="anchoring_found_unless_lost",
                violation_error_message="A passage is either found or lost.",
            ),
            models.CheckConstraint(
                condition=Q(proposal_start__isnull=True, proposal_end__isnull=True)
                | Q(
                    outcome="lost",
                    proposal_start__isnull=False,
                    proposal_end__isnull=False,
                    proposal_start__gte=0,
                    proposal_end__gt=F("proposal_start"),
                ),
                name="anchoring_proposal_is_a_span_of_the_lost",
                violation_error_message="Only a lost passage has a proposal, with start and end.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome="lost") | ~Q(reason=""),
                name="anchoring_lost_says_why",
                violation_error_message="Say why the passage is lost.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.passage}: {self.outcome}"
