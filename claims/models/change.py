"""The order of changes: every verdict and every change of status, as they were committed."""

from django.db import models
from django.db.models import Q

from ..querysets.changes import ChangeQuerySet
from . import checks, guards_ledger, guards_workflow
from .choices import ChangeKind
from .claim import Claim
from .status_change import StatusChange
from .verdict import Verdict


class Change(models.Model):
    """The place of one verdict or status change; written by a trigger when it commits.

    position  1, 2, 3 … without gaps, in the order of the commits: who has read up to a position
              has missed nothing before it
    at        the time that the verdict or status change has itself
    """

    position = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=20, choices=ChangeKind)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="changes")
    verdict = models.OneToOneField(
        Verdict, models.PROTECT, null=True, blank=True, related_name="change"
    )
    status_change = models.OneToOneField(
        StatusChange, models.PROTECT, null=True, blank=True, related_name="change"
    )
    at = models.DateTimeField()

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=ChangeKind.VERDICT, verdict__isnull=False, status_change=None)
                | Q(kind=ChangeKind.STATUS_CHANGE, verdict=None, status_change__isnull=False),
                name="change_is_of_its_kind",
                violation_error_message="A change is of one verdict or of one status change.",
            ),
            checks.positive("position", name="change_position_counts_from_one"),
        ]
        triggers = [
            guards_ledger.placed_by_trigger("by_trigger_only"),
            guards_workflow.record_is_kept("append_only", "the order of changes", key="position"),
            guards_workflow.record_is_not_emptied("not_emptied", "the order of changes"),
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.kind} on {self.claim_id}"
