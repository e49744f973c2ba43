"""Passages, shown in their context, and what became of them in newer versions."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html

from factcheck.bulk.admin import BulkAdmin
from factcheck.history.admin import HistoryAdmin
from sources.models import Anchoring, Passage
from sources.passages import QuoteError, accept_proposal, find_quote, passage_at

from .base import SOURCE_CSS, ReadOnlyAdmin, in_context


class PassageForm(forms.ModelForm):
    """A new passage: the words, and where they occur twice the text around them."""

    class Meta:
        model = Passage
        fields = ("snapshot", "exact", "prefix", "suffix")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("exact", "prefix", "suffix"):
            if name in self.fields:
                self.fields[name].strip = False

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("snapshot") and cleaned.get("exact"):
            try:
                self.found = find_quote(
                    text=cleaned["snapshot"].text,
                    exact=cleaned["exact"],
                    prefix=cleaned.get("prefix", ""),
                    suffix=cleaned.get("suffix", ""),
                )
            except QuoteError as error:
                raise ValidationError({"exact": str(error)}) from error
        return cleaned


class LostFilter(admin.SimpleListFilter):
    title = "in the latest version"
    parameter_name = "lost"

    def lookups(self, request, model_admin):
        return [("yes", "lost")]

    def queryset(self, request, queryset):
        return queryset.current_lost() if self.value() == "yes" else queryset


@admin.register(Passage)
class PassageAdmin(BulkAdmin, HistoryAdmin):
    class Media:
        css = SOURCE_CSS

    form = PassageForm
    actions = ("delete_selected",)
    list_display = ("quote", "document", "publisher", "start", "end")
    list_filter = (LostFilter, "snapshot__document__publisher", "snapshot__document__text_basis")
    list_select_related = ("snapshot__document__publisher",)
    search_fields = ("exact", "snapshot__document__key", "snapshot__document__title")
    autocomplete_fields = ("snapshot",)

    def get_queryset(self, request):
        return super().get_queryset(request).with_source()

    def has_change_permission(self, request, obj=None) -> bool:
        return False  # what was said at a place does not change

    def get_fields(self, request, obj=None):
        if obj is None:
            return ("snapshot", "exact", "prefix", "suffix")
        return ("snapshot", "context", "start", "end", "outcomes")

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else self.get_fields(request, obj)

    def save_model(self, request, obj, form, change):
        found = form.found
        passage = passage_at(snapshot=obj.snapshot, start=found.start, end=found.end)
        obj.pk = passage.pk
        obj.refresh_from_db()

    @admin.display(ordering="exact")
    def quote(self, passage) -> str:
        return passage.exact if len(passage.exact) <= 140 else f"{passage.exact[:139]}…"

    @admin.display(ordering="snapshot__document__title")
    def document(self, passage) -> str:
        return passage.snapshot.document.title

    @admin.display(ordering="snapshot__document__publisher__name")
    def publisher(self, passage) -> str:
        return passage.snapshot.document.publisher.name

    @admin.display(description="In its context")
    def context(self, passage):
        return in_context(passage.snapshot.text, passage.start, passage.end)

    @admin.display(description="In newer versions")
    def outcomes(self, passage) -> str:
        rows = passage.anchorings.select_related("snapshot").order_by("snapshot__retrieved_at")
        told = [
            f"{row.snapshot.retrieved_at:%Y-%m-%d}: {row.get_outcome_display()} {row.reason}"
            for row in rows
        ]
        return "; ".join(told) or "none"


class AnchoringForm(forms.ModelForm):
    accept_because = forms.CharField(
        required=False,
        label="Accept the proposal because",
        help_text="Your reason. Empty = nothing is accepted.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    class Meta:
        model = Anchoring
        fields = ()

    def clean_accept_because(self) -> str:
        reason = self.cleaned_data["accept_because"].strip()
        if reason and self.instance.proposal_start is None:
            raise ValidationError("There is no proposal to accept.")
        return reason


@admin.register(Anchoring)
class AnchoringAdmin(ReadOnlyAdmin):
    class Media:
        css = SOURCE_CSS

    form = AnchoringForm
    list_display = ("passage", "document", "outcome", "reason")
    list_filter = ("outcome", "snapshot__document__publisher")
    list_select_related = ("passage", "snapshot__document")
    search_fields = ("passage__exact", "snapshot__document__key", "snapshot__document__title")
    readonly_fields = ("passage", "snapshot", "outcome", "reason", "before", "after")

    def has_change_permission(self, request, obj=None) -> bool:
        # Only to accept a proposal; everything else on the page is read-only.
        if obj is not None and obj.proposal_start is None:
            return False
        return admin.ModelAdmin.has_change_permission(self, request, obj)

    def get_queryset(self, request):
        bulky = ("text", "original", "sketch", "search", "document__search")
        return super().get_queryset(request).defer(*(f"snapshot__{name}" for name in bulky))

    def get_fields(self, request, obj=None):
        acceptable = obj is not None and obj.proposal_start is not None
        return (*self.readonly_fields, *(("accept_because",) if acceptable else ()))

    def save_model(self, request, obj, form, change):
        if reason := form.cleaned_data.get("accept_because"):
            accept_proposal(anchoring=obj, reason=f"{reason} ({request.user})")

    @admin.display(ordering="snapshot__document__title")
    def document(self, anchoring) -> str:
        return anchoring.snapshot.document.title

    @admin.display(description="As quoted")
    def before(self, anchoring):
        passage = anchoring.passage
        return in_context(passage.snapshot.text, passage.start, passage.end)

    @admin.display(description="In the newer version")
    def after(self, anchoring):
        text = anchoring.snapshot.text
        if anchoring.found:
            return in_context(text, anchoring.found.start, anchoring.found.end)
        if anchoring.proposal_start is None:
            return "nothing like it was found"
        proposal = in_context(text, anchoring.proposal_start, anchoring.proposal_end)
        return format_html("proposal: {}", proposal)
