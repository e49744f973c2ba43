"""The history of a claim's computed status."""

from django.db import models
from django.db.models import F, Q
from pgtrigger import Insert

from . import checks, guards_computed, guards_ledger
from .choices import Status
from .claim import Claim


class StatusChange(models.Model):
    """One change of a claim's status; written by `claims.recheck` together with the change.

    why  the explanation's one sentence at that moment
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="status_changes")
    from_status = models.CharField(max_length=20, choices=Status)
    to_status = models.CharField(max_length=20, choices=Status)
    why = models.TextField()
    at = models.DateTimeField()
    engine_version = models.CharField(max_length=20)

    class Meta:
        ordering = ["claim", "at", "id"]
        constraints = [
            checks.one_of("from_status", Status, name="status_change_from_known"),
            checks.one_of("to_status", Status, name="status_change_to_known"),
            checks.not_blank("why", name="status_change_says_why"),
            models.CheckConstraint(
                condition=~Q(from_status=F("to_status")),
                name="status_change_is_a_change",
                violation_error_message="A status change goes from one status to another.",
            ),
        ]
        triggers = [
            guards_computed.written_by_recheck("by_recheck_only", Insert),
            guards_computed.history_is_kept("append_only"),
            guards_computed.history_is_not_emptied("not_emptied"),
            guards_ledger.takes_its_place_at_commit(
                "placed", kind="status-change", reference="status_change_id"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.from_status} → {self.to_status}"
