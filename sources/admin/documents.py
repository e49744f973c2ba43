"""Documents, their versions and their near-duplicates."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html

from sources.dates import DateSpan
from sources.documents import save_document
from sources.models import Document, DocumentCopy, Snapshot

from .base import HTTPS_ASSUMED, SOURCE_CSS, ReadOnlyAdmin

TEXT_SHOWN = 20_000


class DocumentForm(forms.ModelForm):
    """The publication date as two days, both included, rather than PostgreSQL's range."""

    earliest = forms.DateField(
        required=False, label="Published, earliest", help_text="YYYY-MM-DD; empty if unknown."
    )
    latest_day = forms.DateField(
        required=False,
        label="Published, latest",
        help_text="The same day, if the date is known exactly.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("earliest", self.instance.published_on.earliest)
        self.initial.setdefault("latest_day", self.instance.published_on.latest)

    def clean(self):
        cleaned = super().clean()
        try:
            span = DateSpan(cleaned.get("earliest"), cleaned.get("latest_day"))
        except ValueError as error:
            raise ValidationError({"latest_day": str(error)}) from error
        self.instance.published_on = span
        return cleaned


class SnapshotInline(admin.TabularInline):
    model = Snapshot
    fields = ("retrieved_at", "media_type", "extractor", "extractor_version", "sha256")
    readonly_fields = fields
    show_change_link = True
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def get_queryset(self, request):
        return super().get_queryset(request).without_bulk().select_related("document")


@admin.register(Document)
class DocumentAdmin(admin.ModelAdmin):
    form = DocumentForm
    formfield_overrides = HTTPS_ASSUMED
    fieldsets = (
        (None, {"fields": ("key", "title", "authors", "publisher", "url", "language")}),
        ("Published", {"fields": ("earliest", "latest_day", "published_basis")}),
        ("Text", {"fields": ("read", "text_basis", "origins", "blind", "created", "updated")}),
    )
    readonly_fields = ("read", "created", "updated")
    autocomplete_fields = ("publisher", "origins")
    list_display = ("title", "read", "key", "publisher", "when_published", "text_basis", "text_of")
    list_filter = ("text_basis", "published_basis", "language", "publisher")
    list_select_related = ("publisher", "latest")
    search_fields = ("key", "title", "url", "publisher__name")
    search_help_text = "Key, title, address, publisher, or words of the text."
    inlines = (SnapshotInline,)

    def get_queryset(self, request):
        return super().get_queryset(request).with_latest_snapshot()

    def get_search_results(self, request, queryset, search_term):
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if search_term:
            by_text = Document.objects.search(search_term).values("pk")
            found = queryset.filter(Q(pk__in=found.values("pk")) | Q(pk__in=by_text))
            duplicates = False
        return found, duplicates

    def save_model(self, request, obj, form, change):
        save_document(document=obj)

    def save_related(self, request, form, formsets, change):
        save_document(document=form.instance, origins=form.cleaned_data["origins"])
        super().save_related(request, form, formsets, change)

    @admin.display(description="Read")
    def read(self, document):
        if document.latest_id is None:
            return "no text yet"
        return format_html(
            '<a href="{}" aria-label="Read {}">Read and quote</a>',
            reverse(settings.SOURCES_READ_AT, args=[document.key]),
            document.title,
        )

    @admin.display(description="Published", ordering="published")
    def when_published(self, document) -> str:
        return str(document.published_on)

    @admin.display(description="Text of", ordering="latest__retrieved_at")
    def text_of(self, document):
        return document.latest and document.latest.retrieved_at


@admin.register(Snapshot)
class SnapshotAdmin(ReadOnlyAdmin):
    class Media:
        css = SOURCE_CSS

    list_display = ("document", "retrieved_at", "media_type", "extractor", "short_hash")
    list_filter = ("media_type", "extractor")
    list_select_related = ("document",)
    search_fields = ("document__key", "document__title", "sha256")
    fields = (
        "document",
        "retrieved_at",
        "media_type",
        "encoding",
        "extractor",
        "extractor_version",
        "sha256",
        "original_sha256",
        "beginning",
    )

    def get_queryset(self, request):
        return super().get_queryset(request).without_bulk().defer("document__search")

    @admin.display(description="SHA-256")
    def short_hash(self, snapshot) -> str:
        return snapshot.sha256[:12]

    @admin.display(description="Text")
    def beginning(self, snapshot):
        text = snapshot.text
        return format_html(
            '<div class="in-context">{}{}</div>',
            text[:TEXT_SHOWN],
            f"… ({len(text) - TEXT_SHOWN:,} more characters)" if len(text) > TEXT_SHOWN else "",
        )


@admin.register(DocumentCopy)
class DocumentCopyAdmin(ReadOnlyAdmin):
    list_display = ("a", "b", "containment")
    list_select_related = ("a", "b")
    search_fields = ("a__key", "a__title", "b__key", "b__title")
