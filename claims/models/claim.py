"""Claims: what someone asserts, and how the engine finds that it stands."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from pgtrigger import Delete, Insert, UpdateOf

from claims import rows
from claims.consistency import Report, Verdict
from claims.consistency.verdicts import Standing, standing
from factcheck.history.events import recorded

from ..querysets.claims import SEARCH_CONFIG, ClaimQuerySet
from . import (
    checks,
    guards,
    guards_computed,
    guards_ledger,
    guards_merge,
    guards_workflow,
)
from .choices import Currency, Stage, Status
from .figure import Figure
from .reported import Reported

COMPUTED = [
    "status",
    "currency",
    "needs_review",
    "review_reasons",
    "supports",
    "conflicts",
    "mixed",
    "fingerprint",
    "explanation",
    "engine_version",
    "config_version",
    "checked_at",
]
"""The columns that `claims.recheck` alone writes; a trigger refuses everyone else."""

ASSERTED = [
    "key",
    "statement",
    "claimant",
    "made_on",
    "figure",
    "wording",
    "hedge",
    "amount",
    "unit",
    "discrete",
    "reading",
    "accept",
    "period",
    "period_mode",
    "period_basis",
    "modality",
    "about_now",
    "example",
    "note",
]
"""What people write of a claim: `version` counts its changes, a verified claim keeps it."""

_UNSET = (
    "NEW.status = 'unsupported' AND NEW.currency = 'undated' AND NOT NEW.needs_review "
    "AND NEW.review_reasons = '{}' AND NEW.supports = 0 AND NEW.conflicts = 0 "
    "AND NEW.mixed = 0 AND NEW.fingerprint = '' AND NEW.explanation = '{}'::jsonb "
    "AND NEW.engine_version = '' AND NEW.config_version = '' AND NEW.checked_at IS NULL"
)


@recorded(without=[*COMPUTED, "version", "changed_by", "search"])
class Claim(Reported):
    """One assertion, with its number and period where it has them.

    key        our stable name, used by imports and links
    made_on    when it was said, as days
    figure     what it counts; none for a claim without a number
    about_now  a claim in the present tense, which a later value can make outdated
    example    a false statement of our own, made to show a status
    stage      where it is on its way through review; moved by `claims.workflow` alone
    version    counts the changes to what it asserts
    changed_by  who made the last of these changes, where it is known
    blind      its evidence is read twice, by people who do not see each other's reading
    merged_into  the claim that it turned out to repeat; links lead there

    The computed columns (`COMPUTED`) cache the engine's answer; `checked_at` is when that answer
    was last found to be another than before (or first computed).
    """

    key = models.CharField(max_length=200, unique=True)
    statement = models.TextField()
    claimant = models.CharField(max_length=300, blank=True)
    made_on = DateRangeField(null=True, blank=True)
    figure = models.ForeignKey(Figure, models.PROTECT, null=True, blank=True, related_name="claims")
    about_now = models.BooleanField(default=False)
    example = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    stage = models.CharField(
        max_length=20, choices=Stage, default=Stage.DRAFT, db_default=Stage.DRAFT, editable=False
    )
    version = models.PositiveIntegerField(default=1, db_default=1, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    blind = models.BooleanField(default=False, db_default=False)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, editable=False, related_name="merged_from"
    )

    status = models.CharField(
        max_length=20,
        choices=Status,
        default=Status.UNSUPPORTED,
        db_default=Status.UNSUPPORTED,
        editable=False,
    )
    currency = models.CharField(
        max_length=20,
        choices=Currency,
        default=Currency.UNDATED,
        db_default=Currency.UNDATED,
        editable=False,
    )
    needs_review = models.BooleanField(default=False, db_default=False, editable=False)
    review_reasons = ArrayField(
        models.CharField(max_length=60), default=list, db_default=[], editable=False
    )
    supports = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    conflicts = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    mixed = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    fingerprint = models.CharField(max_length=64, default="", db_default="", editable=False)
    explanation = models.JSONField(default=dict, db_default={}, editable=False)
    engine_version = models.CharField(max_length=20, default="", db_default="", editable=False)
    config_version = models.CharField(max_length=20, default="", db_default="", editable=False)
    checked_at = models.DateTimeField(null=True, editable=False)

    search = models.GeneratedField(
        expression=SearchVector("statement", "claimant", config=SEARCH_CONFIG),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = ClaimQuerySet.as_manager()

    class Meta(Reported.Meta):
        ordering = ["key"]
        indexes = [
            GinIndex(fields=["search"], name="claim_search"),
            models.Index(fields=["status", "id"], name="claim_by_status"),
            models.Index(fields=["stage", "id"], name="claim_by_stage"),
            models.Index(
                fields=["id"], condition=Q(needs_review=True), name="claim_needing_review"
            ),
        ]
        constraints = [
            *Reported.Meta.constraints,
            checks.sane_key("key", name="claim_key_sane"),
            checks.not_blank("statement", name="claim_has_a_statement"),
            checks.sane_dates("made_on", name="claim_made_on_sane"),
            models.CheckConstraint(
                condition=Q(figure__isnull=False) | Q(hedge=""),
                name="claim_number_needs_figure",
                violation_error_message="A claim with a number needs the figure it counts.",
            ),
            checks.one_of("stage", Stage, name="claim_stage_known"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=models.F("id")),
                name="claim_not_merged_into_itself",
                violation_error_message="A claim is not merged into itself.",
            ),
            checks.one_of("status", Status, name="claim_status_known"),
            checks.one_of("currency", Currency, name="claim_currency_known"),
            models.CheckConstraint(
                condition=Q(needs_review=False, review_reasons=[])
                | (Q(needs_review=True) & ~Q(review_reasons=[])),
                name="claim_review_with_reasons",
                violation_error_message="A claim needs review for a reason, or not at all.",
            ),
            models.CheckConstraint(
                condition=Q(fingerprint__regex=r"^([0-9a-f]{64})?$"),
                name="claim_fingerprint_sane",
                violation_error_message="A fingerprint is 64 hexadecimal digits.",
            ),
        ]
        triggers = [
            guards.claim_of_event_holds_no_number(
                "no_number_of_event", Insert | UpdateOf("figure_id", "reading")
            ),
            guards_computed.computed_columns_follow_recheck("computed_by_recheck", COMPUTED),
            guards_computed.computed_columns_start_unset("computed_unset", _UNSET),
            guards_workflow.stage_follows_workflow("stage_by_workflow"),
            guards_workflow.stage_starts_as_draft("stage_starts_as_draft"),
            guards_workflow.verified_claim_stays("verified_stays", ASSERTED),
            guards_workflow.version_counts_changes("version_counts", ASSERTED),
            guards_workflow.earlier_claim_is_kept("earlier_kept", ASSERTED),
            guards_workflow.earlier_claims_go_with_it("earlier_go", Delete),
            guards_merge.merged_claims_lead_on("merged_lead_on"),
            guards_ledger.published_name_stays(
                "published_key_stays", column="key", reference="claim_id", what="claim"
            ),
        ]
        permissions = [
            ("submit_claim", "Can submit a claim for review"),
            ("approve_claim", "Can approve or reject a claim that someone else submitted"),
            ("reopen_claim", "Can reopen a verified or rejected claim"),
            ("assign_claim", "Can put a claim into someone else's hands"),
            ("mark_blind", "Can mark a claim for blind second reading"),
            ("merge_claim", "Can merge a claim into the one that it repeats"),
        ]

    def __str__(self) -> str:
        return self.statement

    @property
    def standing(self) -> Standing:
        """Computed, reviewer, effective, disagrees; without a query when `with_standing()`."""
        if "reviewer_saw" in self.__dict__:
            live = [(self.reviewer, self.reviewer_saw)] if self.reviewer else []
        else:
            live = self.verdicts.live().values_list("rating", "fingerprint")
        verdicts = [Verdict(rating, "", order, seen) for order, (rating, seen) in enumerate(live)]
        return standing(self.status, self.fingerprint, verdicts)

    @property
    def report(self) -> Report:
        """The claim as the engine takes it; load it `with_figure()`."""
        figure = self.figure
        return Report(
            id=self.key,
            figure=figure and figure.engine_key,
            nature=figure and figure.nature,
            quantity=self.quantity,
            period=self.period_for_engine,
            scope=figure and figure.scope.value,
            modality=self.modality,
            origin=self.claimant or None,
            additive=figure.additive if figure else True,
            window_days=figure and figure.window_days,
            made=rows.period_of(self.made_on, "instant", "stated"),
        )
