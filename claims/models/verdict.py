"""Verdicts: what people decided and published, append-only."""

from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q

from ..querysets.verdicts import VerdictQuerySet
from . import checks, guards_ledger, guards_listing, guards_workflow
from .choices import Basis, Hedge, Modality, Nature, PeriodMode, Status, VerdictKind
from .claim import Claim
from .figure import Figure
from .numeric import NumericField
from .valid_time import VALID_FROM, VALID_TO

_VALUES = ("low", "best", "high")
_HASHES = ("content_hash", "previous_hash", "hash")


class Verdict(models.Model):
    """One decision on a claim. A withdrawal or correction is a new row that supersedes the old.

    low, best, high  the decided value (UCDP): bounds of what the wording says, and its number
    low_closed …     whether the bounds are values themselves (False where there is no bound)
    nature           of the figure, as it was then; filled in by PostgreSQL
    rating           the reviewers' status; `computed` is what the engine said at that moment
    fingerprint      of the evidence that was approved
    at               when it entered the ledger: as given, but no earlier than the row before

    What PostgreSQL gives to every new row (docs/ledger.md):

    number           its place in the ledger: 1, 2, 3 … without gaps, in the order of the commits
    content          everything its permalink shows, frozen; says what the columns say, and more
    content_hash     SHA-256 of `content` in its canonical form, as hexadecimal digits
    previous_hash, hash  the hash of the row before, and SHA-256 over both: the chain
    valid_from, valid_to  the days for which it says something; None in `valid_to`: until a later
                     one does
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="verdicts")
    kind = models.CharField(max_length=20, choices=VerdictKind, default=VerdictKind.VERDICT)
    figure = models.ForeignKey(
        Figure, models.PROTECT, null=True, blank=True, related_name="verdicts"
    )
    nature = models.CharField(
        max_length=20, choices=Nature, blank=True, db_default="", editable=False
    )
    statement = models.TextField()
    wording = models.CharField(max_length=300, blank=True)
    hedge = models.CharField(max_length=20, choices=Hedge, blank=True)
    low = NumericField(null=True, blank=True)
    best = NumericField(null=True, blank=True)
    high = NumericField(null=True, blank=True)
    low_closed = models.BooleanField(default=True)
    high_closed = models.BooleanField(default=True)
    unit = models.CharField(max_length=60, blank=True)
    period = DateRangeField(null=True, blank=True)
    period_mode = models.CharField(max_length=20, choices=PeriodMode, default=PeriodMode.INSTANT)
    period_basis = models.CharField(max_length=20, choices=Basis, default=Basis.STATED)
    modality = models.CharField(max_length=20, choices=Modality, default=Modality.OBSERVATION)
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

    number = models.BigIntegerField(unique=True, db_default=0, editable=False)
    content = models.JSONField(db_default={}, editable=False)
    content_hash = models.CharField(max_length=64, db_default="", editable=False)
    previous_hash = models.CharField(max_length=64, db_default="", editable=False)
    hash = models.CharField(max_length=64, db_default="", editable=False)
    valid_from = models.GeneratedField(
        expression=VALID_FROM, output_field=models.DateField(), db_persist=True
    )
    valid_to = models.GeneratedField(
        expression=VALID_TO, output_field=models.DateField(), db_persist=True
    )

    objects = VerdictQuerySet.as_manager()

    class Meta:
        ordering = ["claim", "number"]
        indexes = [
            models.Index(
                F("figure"),
                F("valid_from").desc(nulls_last=True),
                F("number").desc(),
                name="verdict_by_figure",
            ),
            models.Index(fields=["at"], name="verdict_by_time"),
        ]
        constraints = [
            checks.one_of("kind", VerdictKind, name="verdict_kind_known"),
            checks.one_of("rating", Status, name="verdict_rating_known"),
            checks.one_of("computed", Status, name="verdict_computed_known"),
            checks.one_of("nature", Nature, name="verdict_nature_known", blank=True),
            checks.one_of("hedge", Hedge, name="verdict_hedge_known", blank=True),
            checks.one_of("period_mode", PeriodMode, name="verdict_period_mode_known"),
            checks.one_of("period_basis", Basis, name="verdict_period_basis_known"),
            checks.one_of("modality", Modality, name="verdict_modality_known"),
            *(checks.sane_amount(end, name=f"verdict_{end}_finite") for end in _VALUES),
            checks.positive("number", name="verdict_number_counts_from_one"),
            *(checks.sha256_hex(each, name=f"verdict_{each}_sane") for each in _HASHES),
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
            guards_ledger.chained("chained"),
            guards_ledger.takes_its_place_at_commit(
                "placed", kind="verdict", reference="verdict_id"
            ),
            guards_workflow.supersedes_within_the_claim("same_claim"),
            guards_listing.verdict_is_listed("listed"),
            guards_workflow.record_is_kept("append_only", "the record of verdicts"),
            guards_workflow.record_is_not_emptied("not_emptied", "the record of verdicts"),
        ]
        permissions = [("withdraw_verdict", "Can withdraw a published verdict")]

    def __str__(self) -> str:
        return f"{self.number}: {self.rating}"
