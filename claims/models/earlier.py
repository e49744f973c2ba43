"""Claims as they were shown before a change: what someone who looked at one then has seen."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models

from . import guards, guards_workflow
from .claim import Claim
from .figure import Figure
from .reported import Reported


class EarlierClaim(Reported):
    """One claim as it was before a change; a trigger on Claim writes it, nobody else.

    A row is left behind by every change of what a claim asserts (`version`) and, past the draft,
    by every change of its evidence's `fingerprint`. So a person whose page is out of date can be
    told what is different.

    explanation  as it was shown; {} for a draft, which nobody approves
    until        when it stopped being so
    """

    claim = models.ForeignKey(Claim, models.DO_NOTHING, related_name="earlier")
    version = models.PositiveIntegerField()
    key = models.CharField(max_length=200)
    statement = models.TextField()
    claimant = models.CharField(max_length=300, blank=True)
    made_on = DateRangeField(null=True)
    figure = models.ForeignKey(Figure, models.PROTECT, null=True, related_name="+")
    about_now = models.BooleanField()
    example = models.BooleanField()
    note = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    explanation = models.JSONField()
    until = models.DateTimeField()

    class Meta:
        ordering = ["claim", "id"]
        indexes = [models.Index(fields=["claim", "version"], name="earlier_claim_by_version")]
        triggers = [
            guards.only_by_trigger("by_trigger", "a claim"),
            guards_workflow.record_is_not_emptied("not_emptied", "what a claim once said"),
        ]

    def __str__(self) -> str:
        return f"{self.key}, version {self.version}"
