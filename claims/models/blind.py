"""Blind second reading: two people judge a passage apart; a third settles where they differ."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from pgtrigger import Insert, UpdateOf

from factcheck.history.events import recorded
from sources.models import Passage

from ..querysets.blind import BlindReadingQuerySet
from . import checks, guards_workflow
from .choices import Ruling, Stance
from .claim import Claim
from .reported import Reported


@recorded()
class BlindReading(Reported):
    """What one reader, who sees nobody else's reading, makes of a passage for a claim.

    Once `submitted_at` is set it stands; nobody sees it before the other reader's is in.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="blind_readings")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="blind_readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    stance = models.CharField(max_length=20, choices=Stance)
    note = models.TextField(blank=True)
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)

    objects = BlindReadingQuerySet.as_manager()

    class Meta(Reported.Meta):
        ordering = ["claim", "passage", "started_at"]
        constraints = [
            *Reported.Meta.constraints,
            checks.one_of("stance", Stance, name="blind_reading_stance_known"),
            models.UniqueConstraint(
                fields=["claim", "passage", "reader"], name="blind_reading_one_a_reader"
            ),
        ]
        triggers = [guards_workflow.submitted_reading_stands("submitted_stands")]

    def __str__(self) -> str:
        return f"{self.claim_id}, {self.passage_id}: {self.stance}"


@recorded()
class Adjudication(Reported):
    """A third person's ruling on readings that differ; they see both, unnamed.

    ruling  first or second (in the order shown), or both wrong; stance and number as ruled
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="adjudications")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="adjudications")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ruling = models.CharField(max_length=20, choices=Ruling)
    stance = models.CharField(max_length=20, choices=Stance)
    reason = models.TextField()

    class Meta(Reported.Meta):
        ordering = ["claim", "passage"]
        constraints = [
            *Reported.Meta.constraints,
            checks.one_of("ruling", Ruling, name="adjudication_ruling_known"),
            checks.one_of("stance", Stance, name="adjudication_stance_known"),
            models.CheckConstraint(
                condition=Q(reason__regex=r"\S"),
                name="adjudication_says_why",
                violation_error_message="Say why: an adjudication needs a reason.",
            ),
            models.UniqueConstraint(fields=["claim", "passage"], name="adjudication_once"),
        ]
        triggers = [
            guards_workflow.adjudicator_is_a_third_person(
                "third_person", Insert | UpdateOf("by_id")
            )
        ]
        permissions = [("adjudicate", "Can rule on readings that differ")]

    def __str__(self) -> str:
        return f"{self.claim_id}, {self.passage_id}: {self.ruling}"
