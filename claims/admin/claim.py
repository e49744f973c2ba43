"""Claims: how each stands and why, and the form that changes what it asserts."""

from __future__ import annotations

from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator

from claims.drafting import change_claim, create_claim, delete_claim
from claims.models import Claim
from claims.models.choices import Currency
from claims.queues.assignments import ASSIGN

from . import bulk
from .badges import currency_badge, example_badge, review_badge, status_badge
from .cells import lines, value_and_time
from .claim_desk import ClaimDeskAdmin
from .filters import FigureFilter, PublisherFilter, ReviewReasonFilter
from .forms import ClaimForm
from .standing import standing_of
from .status_news import StatusNews
from .words import quantity_in_words

COMPUTED = ("read_as", "fingerprint", "versions", "checked_at")


@admin.register(Claim)
class ClaimAdmin(ClaimDeskAdmin):
    form = ClaimForm
    list_display = ("told", "status_shown", "value", "review_shown")
    list_filter = (
        "status",
        "needs_review",
        ReviewReasonFilter,
        "currency",
        FigureFilter,
        PublisherFilter,
        "modality",
        "example",
    )
    search_fields = (
        "key",
        "statement",
        "claimant",
        "wording",
        "figure__slug",
        "figure__subject__names__folded",
    )
    search_help_text = "Words of the statement, who says it, the number, the subject or an alias."
    ordering = ("key",)
    date_hierarchy = "checked_at"
    autocomplete_fields = ("figure",)
    prepopulated_fields = {"key": ("statement",)}
    readonly_fields = COMPUTED
    actions = ("submit", "assign", "recheck")
    fieldsets = (
        ("What is claimed", {"fields": ("statement", "claimant", "made_on", "example")}),
        ("The number", {"fields": ("figure", "wording")}),
        (
            "The time",
            {"fields": ("period", "period_mode", "period_basis", "modality", "about_now")},
        ),
        ("Our own", {"fields": ("key", "note")}),
    )
    seen_fieldset = (None, {"fields": ("seen_version",), "classes": ("unseen",)})
    computed_fieldset = ("Computed", {"fields": COMPUTED, "classes": ("collapse",)})

    def get_fieldsets(self, request, obj=None):
        if obj is None:
            return self.fieldsets
        if self.has_change_permission(request, obj):
            return (*self.fieldsets, self.seen_fieldset, self.computed_fieldset)
        return (self.computed_fieldset,)  # all else is told above, in better words

    def get_queryset(self, request):
        return super().get_queryset(request).with_figure().without_results()

    def create(self, request, values):
        return create_claim(at=timezone.localdate(), **values)

    def change(self, request, row, form):
        with StatusNews(request, Claim.objects.filter(pk=row.pk)):
            change_claim(
                claim=row,
                at=timezone.localdate(),
                by=request.user,
                seen_version=form.cleaned_data["seen_version"],
                **form.changes,
            )

    def delete_model(self, request, obj):
        delete_claim(claim=obj)

    def get_deleted_objects(self, objs, request):
        """A claim with evidence or a history stays; the page says so instead of a button."""
        keeps = []
        for claim in objs:
            if held := claim.evidence.count():
                keeps.append(
                    f"Evidence on it ({held}): withdraw that instead, and it stops counting"
                )
            if held := claim.status_changes.count():
                keeps.append(f"The history of its status ({held}), which is never deleted")
        return [str(claim) for claim in objs], {"claims": len(objs)}, set(), keeps

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj is not None:
            context["standing"] = standing_of(obj, request.user)
            context["badges"] = _badges(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    @admin.action(description="Submit the selected claims for review", permissions=["submit"])
    def submit(self, request, queryset):
        return self.bulk_action(request, queryset, bulk.Submit)

    @admin.action(description="Assign the selected claims", permissions=["assign"])
    def assign(self, request, queryset):
        return self.bulk_action(request, queryset, bulk.Assign)

    @admin.action(description="Recheck the selected claims", permissions=["change"])
    def recheck(self, request, queryset):
        return self.bulk_action(request, queryset, bulk.Recheck)

    def has_submit_permission(self, request) -> bool:
        return request.user.has_perm("claims.submit_claim")

    def has_assign_permission(self, request) -> bool:
        return request.user.has_perm(ASSIGN)

    def while_doing(self, request, bulk, rows):
        return StatusNews(request, Claim.objects.filter(pk__in=[row.pk for row in rows]))

    @admin.display(description="Claim", ordering="statement")
    def told(self, claim):
        statement = Truncator(claim.statement).chars(160)
        return format_html("{} {}", statement, example_badge()) if claim.example else statement

    @admin.display(description="Status", ordering="status")
    def status_shown(self, claim):
        told = [status_badge(claim.status)]
        if claim.currency != Currency.CURRENT:
            told.append(currency_badge(claim.currency))
        if claim.supports or claim.conflicts or claim.mixed:
            told.append(format_html('<span class="quiet">{}</span>', _counts(claim)))
        return lines(told)

    @admin.display(description="Number and time", ordering="amount")
    def value(self, claim):
        return value_and_time(claim)

    @admin.display(description="Review", ordering="needs_review")
    def review_shown(self, claim):
        return lines([review_badge(), *claim.review_reasons]) if claim.needs_review else "–"

    @admin.display(description="The number is read as")
    def read_as(self, claim):
        return quantity_in_words(claim.quantity)

    @admin.display(description="Engine and config")
    def versions(self, claim):
        return f"engine {claim.engine_version}, config {claim.config_version}"


def _counts(claim: Claim) -> str:
    """“2 for, 1 against, 1 both”: how many origins."""
    told = f"{claim.supports:,} for, {claim.conflicts:,} against"
    return f"{told}, {claim.mixed:,} both" if claim.mixed else told


def _badges(claim: Claim) -> list:
    shown = [status_badge(claim.status), currency_badge(claim.currency)]
    if claim.needs_review:
        shown.append(review_badge())
    if claim.example:
        shown.append(example_badge())
    return shown
