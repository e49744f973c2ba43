"""Merges: the record of claims that turned out to repeat another one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from . import checks, guards_workflow
from .claim import Claim


class Merge(models.Model):
    """One claim merged into another: who, when and why. `Claim.merged_into` is where links lead.

    moved, kept  how many pieces of evidence went over, and how many stayed with the merged claim
                 because the other one has the same already
    """

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="merge")
    into = models.ForeignKey(Claim, models.PROTECT, related_name="merges")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.TextField()
    moved = models.PositiveIntegerField()
    kept = models.PositiveIntegerField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            checks.not_blank("reason", name="merge_says_why"),
            models.CheckConstraint(
                condition=~Q(claim=F("into")),
                name="merge_of_two",
                violation_error_message="A claim is not merged into itself.",
            ),
        ]
        triggers = [
            guards_workflow.record_is_kept("append_only", "the record of merges"),
            guards_workflow.record_is_not_emptied("not_emptied", "the record of merges"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} into {self.into_id}"
