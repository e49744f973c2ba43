"""What recheck alone writes: clashes between claims, and the history of their status."""

from __future__ import annotations

from django.contrib import admin

from claims.models import Clash, StatusChange

from .badges import status_badge
from .cells import claim_link
from .through_verbs import ReadOnlyAdmin

_LONG = ("explanation", "search")


@admin.register(Clash)
class ClashAdmin(ReadOnlyAdmin):
    list_display = ("first", "second", "about")
    list_display_links = None  # a clash is its two claims
    search_fields = ("a__key", "a__statement", "b__key", "b__statement")
    fields = ("a", "b")

    def get_queryset(self, request):
        clashes = super().get_queryset(request).select_related("a__figure__subject", "b")
        return clashes.defer(*(f"{claim}__{name}" for claim in "ab" for name in _LONG))

    @admin.display(description="This claim", ordering="a__statement")
    def first(self, clash):
        return claim_link(clash.a)

    @admin.display(description="cannot be true together with", ordering="b__statement")
    def second(self, clash):
        return claim_link(clash.b)

    @admin.display(description="About", ordering="a__figure__subject__name")
    def about(self, clash):
        figure = clash.a.figure
        return f"{figure.subject}: {figure.measure}"


@admin.register(StatusChange)
class StatusChangeAdmin(ReadOnlyAdmin):
    list_display = ("at", "of_claim", "was", "became", "why")
    list_filter = ("to_status", "from_status")
    search_fields = ("claim__key", "claim__statement", "why")
    ordering = ("-at", "-id")
    date_hierarchy = "at"
    fields = ("claim", "was", "became", "why", "at", "engine_version")
    readonly_fields = ("was", "became")

    def get_queryset(self, request):
        changes = super().get_queryset(request).select_related("claim")
        return changes.defer(*(f"claim__{name}" for name in _LONG))

    @admin.display(description="Claim", ordering="claim__statement")
    def of_claim(self, change):
        return claim_link(change.claim)

    @admin.display(description="From", ordering="from_status")
    def was(self, change):
        return status_badge(change.from_status)

    @admin.display(description="To", ordering="to_status")
    def became(self, change):
        return status_badge(change.to_status)
