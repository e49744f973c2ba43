"""Documents, their versions and their near-duplicates."""

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import Q
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html

from factcheck.bulk.admin import BulkAdmin
from factcheck.history.admin import HistoryAdmin
from sources.documents import save_document
from sources.ingest import ingest_file
from sources.metadata import Metadata
from sources.models import Document, DocumentCopy, Snapshot

from .base import HTTPS_ASSUMED, SOURCE_CSS, ReadOnlyAdmin
from .document_form import DocumentForm

TEXT_SHOWN = 20_000


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
class DocumentAdmin(BulkAdmin, HistoryAdmin):
    form = DocumentForm
    formfield_overrides = HTTPS_ASSUMED
    fieldsets = (
        ("Text", {"fields": ("file", "read", "text_basis")}),
        ("What it is", {"fields": ("title", "key", "authors", "publisher", "url", "language")}),
        ("Published", {"fields": ("earliest", "latest_day", "published_basis")}),
        ("Ours", {"fields": ("origins", "blind", "created", "updated")}),
    )
    readonly_fields = ("read", "created", "updated")
    autocomplete_fields = ("publisher", "origins")
    actions = ("delete_selected",)
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
        if form.cleaned_data["file"]:
            self._take_in(request, form)

    def _take_in(self, request, form) -> None:
        """The file becomes the document's newest text; what is to know of that is told."""
        document = form.instance
        sent = form.cleaned_data["file"]
        done = ingest_file(data=form.octets, name=sent.name, metadata=Metadata(key=document.key))
        if done.outcome == "refused":  # the form has read it already
            raise RuntimeError(f"{sent.name}: {done.detail}")
        lost = sum(row.outcome == "lost" for row in done.anchorings)
        told = (
            "The text is the one that was there."
            if done.outcome == "unchanged"
            else (f"The text of {sent.name} was taken in: {len(done.snapshot.text):,} characters.")
        )
        self.message_user(request, told, messages.SUCCESS)
        if lost:
            told = f"{lost} quote{'s are' if lost > 1 else ' is'} no longer found in it."
            self.message_user(request, told, messages.WARNING)
        for note in done.notes:
            self.message_user(request, f"{note[:1].upper()}{note[1:]}.", messages.INFO)

    def response_add(self, request, obj, post_url_continue=None):
        """To the reading desk: whoever brings a text is about to read it."""
        obj.refresh_from_db(fields=["latest"])
        if obj.latest_id is None or "_addanother" in request.POST or "_continue" in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return HttpResponseRedirect(reverse(settings.SOURCES_READ_AT, args=[obj.key]))

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
