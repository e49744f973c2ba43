"""Verdicts: what people decided and published, append-only."""

from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from ..querysets.verdicts import VerdictQuerySet
from . import checks, guards_workflow
from .choices import Status, VerdictKind
from .claim import Claim
from .figure import Figure
from .numeric import NumericField


class Verdict(models.Model):
    """One decision on a claim. A withdrawal or correction is a new row that supersedes the old.

    low, best, high  the decided value (UCDP): bounds of what the wording says, and its number
    rating           the reviewers' status; `computed` is what the engine said at that moment
    fingerprint      of the evidence that was approved
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="verdicts")
    kind = models.CharField(max_length=20, choices=VerdictKind, default=VerdictKind.VERDICT)
    figure = models.ForeignKey(
        Figure, models.PROTECT, null=True, blank=True, related_name="verdicts"
    )
    statement = models.TextField()
    wording = models.CharField(max_length=300, blank=True)
    low = NumericField(null=True, blank=True)
    best = NumericField(null=True, blank=True)
    high = NumericField(null=True, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    period = DateRangeField(null=True, blank=True)
    rating = models.CharField(max_length=20, choices=Status)
    computed = models.CharField(max_length=20, choices=Status)
    fingerprint = models.CharField(max_length=64)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()
    supersedes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "at", "id"]
        constraints = [
            checks.one_of("kind", VerdictKind, name="verdict_kind_known"),
            checks.one_of("rating", Status, name="verdict_rating_known"),
            checks.one_of("computed", Status, name="verdict_computed_known"),
            checks.not_blank("reason", name="verdict_says_why"),
            checks.sane_dates("period", name="verdict_period_sane"),
            models.CheckConstraint(
                condition=~Q(submitted_by=F("approved_by")),
                name="verdict_four_eyes",
                violation_error_message="The one who submits cannot approve.",
            ),
            models.CheckConstraint(
                condition=Q(kind=VerdictKind.VERDICT) | Q(supersedes__isnull=False),
                name="verdict_withdraws_something",
                violation_error_message="A withdrawal or correction names the verdict it replaces.",
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(supersedes__isnull=True),
                name="verdict_one_first",
                violation_error_message="A later verdict on a claim supersedes the one before.",
            ),
        ]
        triggers = [
            guards_workflow.supersedes_within_the_claim("same_claim"),
            guards_workflow.record_is_kept("append_only", "the record of verdicts"),
            guards_workflow.record_is_not_emptied("not_emptied", "the record of verdicts"),
        ]
        permissions = [("withdraw_verdict", "Can withdraw a published verdict")]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.rating}"
