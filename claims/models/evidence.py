"""Evidence: a passage, what it reports, and how a reviewer says it bears on a claim."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from pgtrigger import Insert, UpdateOf

from claims import rows
from claims.consistency import Report
from factcheck.history.events import recorded
from sources.models import Document, Origin, Passage

from ..querysets.evidence import EvidenceQuerySet
from . import checks, guards
from .choices import EvidenceState, Stance
from .claim import Claim
from .reported import Reported
from .scope import Scope


@recorded(without=["created", "updated"])
class Evidence(Reported):
    """One passage brought to one claim. One passage may report several numbers on a claim, each
    with its own row.

    key       our stable name; the engine sorts the explanation's steps by it
    scope     what the passage counts; empty = the scope of the claim's figure
    origin    who said it first; empty = the origins of the document
    stance_reason  why the stance is right where it differs from the computed relation
    corrects  an earlier report of the same source that this one explicitly corrects
    """

    key = models.CharField(max_length=240, unique=True)
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="evidence")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="evidence")
    stance = models.CharField(max_length=20, choices=Stance)
    state = models.CharField(max_length=20, choices=EvidenceState, default=EvidenceState.PROPOSED)
    scope = models.ForeignKey(Scope, models.PROTECT, null=True, blank=True, related_name="evidence")
    origin = models.ForeignKey(
        Origin, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    corrects = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    stance_reason = models.TextField(
        blank=True, help_text="Why the reviewer knows better, where the stance differs."
    )
    note = models.TextField(blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    created = models.DateTimeField(auto_now_add=True)
    updated = models.DateTimeField(auto_now=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta(Reported.Meta):
        ordering = ["claim", "key"]
        verbose_name_plural = "evidence"
        constraints = [
            *Reported.Meta.constraints,
            checks.sane_key("key", name="evidence_key_sane"),
            checks.one_of("stance", Stance, name="evidence_stance_known"),
            checks.one_of("state", EvidenceState, name="evidence_state_known"),
            models.UniqueConstraint(fields=["claim", "passage", "wording"], name="evidence_unique"),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True) | ~Q(corrects=F("id")),
                name="evidence_not_its_own_correction",
                violation_error_message="Evidence does not correct itself.",
            ),
        ]
        triggers = [
            guards.evidence_fits_its_claim(
                "fits_its_claim", Insert | UpdateOf("claim_id", "reading", "corrects_id")
            )
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def report(self) -> Report:
        """What the passage reports, as the engine takes it."""
        return self.report_in(self.passage.snapshot.document)

    def report_in(self, document: Document) -> Report:
        """`report`, for who holds the passage's document already (see `for_engine`)."""
        figure = self.claim.figure
        scope = self.scope or (figure and figure.scope)
        return Report(
            id=self.key,
            figure=figure and figure.engine_key,
            nature=figure and figure.nature,
            quantity=self.quantity,
            period=self.period_for_engine,
            scope=scope and scope.value,
            modality=self.modality,
            origin=self.origin and self.origin.name,
            additive=figure.additive if figure else True,
            window_days=figure and figure.window_days,
            corrects=self.corrects and self.corrects.key,
            made=rows.period_of(document.published, "instant", document.published_basis),
        )
