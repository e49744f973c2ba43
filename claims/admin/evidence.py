"""Evidence: the passage in its context, what it reports, and how a reviewer decides on it."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator

from claims.evidence import add_evidence, change_evidence
from claims.models import Claim, Evidence
from claims.models.choices import EvidenceState
from sources.models import Document

from . import bulk
from .badges import example_badge, stance_badge, state_badge, status_badge
from .cells import claim_link, lines, value_and_time
from .context import context_of
from .filters import FigureOfClaimFilter, PublisherOfEvidenceFilter
from .forms import EvidenceForm
from .standing import step_of
from .status_news import StatusNews
from .through_verbs import VerbAdmin
from .words import RELIABILITIES, quantity_in_words

FIXED = ("claim", "key")
"""What is set when evidence is added, and stays."""

COMPUTED = ("read_as", "created_by", "created", "updated")


@admin.register(Evidence)
class EvidenceAdmin(VerbAdmin):
    form = EvidenceForm
    list_display = ("quote", "of_claim", "decided", "reports")
    list_filter = (
        "state",
        "stance",
        PublisherOfEvidenceFilter,
        FigureOfClaimFilter,
        "modality",
        ("claim__status", admin.ChoicesFieldListFilter),
    )
    search_fields = (
        "key",
        "claim__key",
        "claim__statement",
        "passage__exact",
        "passage__snapshot__document__title",
        "passage__snapshot__document__key",
        "origin__name",
    )
    search_help_text = "Words of the quote, the claim, the document or the origin."
    ordering = ("claim__key", "key")
    date_hierarchy = "created"
    autocomplete_fields = ("claim", "passage", "scope", "origin", "corrects")
    readonly_fields = COMPUTED
    actions = ("accept", "reject", "withdraw")
    fieldsets = (
        ("The passage", {"fields": ("claim", "passage", "stance", "stance_reason", "state")}),
        ("What it reports", {"fields": ("wording", "scope", "modality")}),
        ("The time it speaks of", {"fields": ("period", "period_mode", "period_basis")}),
        ("Where it comes from", {"fields": ("origin", "corrects")}),
        ("Our own", {"fields": ("key", "note")}),
    )
    computed_fieldset = ("Computed", {"fields": COMPUTED, "classes": ("collapse",)})

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj is None else (*fieldsets, self.computed_fieldset)

    def get_readonly_fields(self, request, obj=None):
        return COMPUTED if obj is None else (*FIXED, *COMPUTED)

    def get_queryset(self, request):
        rows = super().get_queryset(request).shown_to(request.user).with_passage()
        rows = rows.select_related("claim__figure")
        return rows.defer("claim__explanation", "claim__search", *_DEFERRED)

    def deleted_events(self, request):
        """Without proposals that were to be read blind, but for one's own."""
        marked = Exists(Claim.objects.filter(pk=OuterRef("claim"), blind=True)) | Exists(
            Document.objects.filter(snapshots__passages=OuterRef("passage"), blind=True)
        )
        own = Q(created_by=request.user)
        events = super().deleted_events(request)
        return events.filter(own | ~Q(state=EvidenceState.PROPOSED) | ~Q(marked))

    def has_delete_permission(self, request, obj=None):
        return False  # withdrawn instead, so that it can be seen why it stopped counting

    def create(self, request, values):
        claims = Claim.objects.filter(pk=values["claim"].pk)
        with StatusNews(request, claims):
            return add_evidence(at=timezone.localdate(), by=request.user, **values)

    def change(self, request, row, form):
        with StatusNews(request, Claim.objects.filter(pk=row.claim_id)):
            change_evidence(evidence=row, at=timezone.localdate(), **form.changes)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            document = obj.passage.snapshot.document
            counted_title, counted = step_of(obj, obj.claim) or ("", None)
            context |= {
                "passage_context": context_of(obj.passage),
                "document": document,
                "reliability": RELIABILITIES[document.publisher.reliability],
                "claim_badge": status_badge(obj.claim.status),
                "state_badge": state_badge(obj.state),
                "stance_badge": stance_badge(obj.stance),
                "example_badge": example_badge(),
                "counted_title": counted_title,
                "counted": counted,
            }
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.action(description="Accept the selected evidence", permissions=["change"])
    def accept(self, request, queryset):
        return self.bulk_action(request, queryset, bulk.Accept)

    @admin.action(description="Reject the selected evidence", permissions=["change"])
    def reject(self, request, queryset):
        return self.bulk_action(request, queryset, bulk.Reject)

    @admin.action(description="Withdraw the selected evidence", permissions=["change"])
    def withdraw(self, request, queryset):
        return self.bulk_action(request, queryset, bulk.Withdraw)

    def while_doing(self, request, bulk, rows):
        return StatusNews(request, Claim.objects.filter(evidence__in=list(rows)).distinct())

    @admin.display(description="Quote", ordering="passage__exact")
    def quote(self, evidence):
        publisher = evidence.passage.snapshot.document.publisher
        source = f"{publisher.name} ({publisher.reliability})"
        quote = f"“{Truncator(evidence.passage.exact).chars(140)}”"
        return lines([quote, format_html('<span class="quiet">{}</span>', source)])

    @admin.display(description="Claim", ordering="claim__statement")
    def of_claim(self, evidence):
        return claim_link(evidence.claim, 100)

    @admin.display(description="State and stance", ordering="state")
    def decided(self, evidence):
        return lines([state_badge(evidence.state), stance_badge(evidence.stance)])

    @admin.display(description="Reports", ordering="amount")
    def reports(self, evidence):
        return value_and_time(evidence)

    @admin.display(description="The number is read as")
    def read_as(self, evidence):
        return quantity_in_words(evidence.quantity)


_DEFERRED = (
    *(f"passage__snapshot__{bulk}" for bulk in ("text", "original", "sketch", "search")),
    "passage__snapshot__document__search",
)
