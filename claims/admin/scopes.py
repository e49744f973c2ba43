"""Scope terms, their order, and scopes."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from claims.models import Scope, ScopeEdge, ScopeTerm
from claims.models.choices import Dimension
from claims.recheck import one_recheck
from claims.vocabulary import create_scope_term, rename_scope_term, scope_of, set_wider

from .through_verbs import VerbAdmin, VerbForm


class ScopeTermForm(VerbForm):
    wider = forms.ModelMultipleChoiceField(
        ScopeTerm.objects.all(),
        required=False,
        label="Lies within",
        help_text="Wider terms of the same dimension: Iraq lies within Iraq and Syria.",
        widget=AutocompleteSelectMultiple(ScopeEdge._meta.get_field("wider"), admin.site),
    )

    class Meta:
        model = ScopeTerm
        fields = ("dimension", "name")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["wider"] = list(
                self.instance.wider_edges.values_list("wider_id", flat=True)
            )


@admin.register(ScopeTerm)
class ScopeTermAdmin(VerbAdmin):
    form = ScopeTermForm
    fields = ("dimension", "name", "wider")
    list_display = ("name", "dimension", "lies_within")
    list_filter = ("dimension",)
    search_fields = ("name",)
    ordering = ("dimension", "name")

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else ("dimension",)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("wider_edges__wider")

    def get_search_results(self, request, queryset, search_term):
        """A scope's geography is chosen among the geographies, and so on."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        part = request.GET.get("field_name")
        if request.GET.get("model_name") == "scope" and part in Dimension.values:
            found = found.filter(dimension=part)
        return found, duplicates

    def create(self, request, values):
        wider = values.pop("wider")
        at = timezone.localdate()
        with one_recheck(at=at):
            term = create_scope_term(**values)
            set_wider(narrower=term, wider=wider, at=at)
        return term

    def change(self, request, row, form):
        changes, at = form.changes, timezone.localdate()
        with one_recheck(at=at):
            if "name" in changes:
                rename_scope_term(term=row, name=changes["name"], at=at)
            if "wider" in changes:
                set_wider(narrower=row, wider=changes["wider"], at=at)

    def delete_model(self, request, obj):
        """Take the term out of the order first: what lay within it may compare otherwise then."""
        at = timezone.localdate()
        with one_recheck(at=at):
            set_wider(narrower=obj, wider=[], at=at)
            for edge in obj.narrower_edges.select_related("narrower"):
                _leave(edge, at)
            obj.delete()

    @admin.display(description="Lies within")
    def lies_within(self, term):
        return ", ".join(edge.wider.name for edge in term.wider_edges.all()) or "–"


class ScopeEdgeForm(VerbForm):
    class Meta:
        model = ScopeEdge
        fields = ("narrower", "wider")


@admin.register(ScopeEdge)
class ScopeEdgeAdmin(VerbAdmin):
    form = ScopeEdgeForm
    list_display = ("__str__", "dimension")
    list_filter = ("narrower__dimension",)
    list_select_related = ("narrower", "wider")
    search_fields = ("narrower__name", "wider__name")
    autocomplete_fields = ("narrower", "wider")

    def has_change_permission(self, request, obj=None):
        return False  # another edge is another row

    def create(self, request, values):
        narrower, wider = values["narrower"], values["wider"]
        if ScopeEdge.objects.filter(narrower=narrower, wider=wider).exists():
            raise ValidationError(f"{narrower} lies within {wider} already.")
        held = [edge.wider for edge in narrower.wider_edges.select_related("wider")]
        set_wider(narrower=narrower, wider=[*held, wider], at=timezone.localdate())
        return ScopeEdge.objects.get(narrower=narrower, wider=wider)

    def delete_model(self, request, obj):
        _leave(obj, timezone.localdate())

    @admin.display(ordering="narrower__dimension")
    def dimension(self, edge):
        return edge.narrower.get_dimension_display()


@admin.register(Scope)
class ScopeAdmin(VerbAdmin):
    fields = ("geography", "population", "role")
    list_display = ("__str__", "geography", "population", "role")
    search_fields = ("geography__name", "population__name", "role__name")
    autocomplete_fields = ("geography", "population", "role")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("geography", "population", "role")

    def has_change_permission(self, request, obj=None):
        return False  # another scope is another row

    @transaction.atomic
    def create(self, request, values):
        if held := Scope.objects.filter(**values).first():
            raise ValidationError(f"There is this scope already: {held}.")
        return scope_of(**values)


def _leave(edge: ScopeEdge, at) -> None:
    """Let the narrower term lie within all that it does, but for this edge's wider one."""
    others = edge.narrower.wider_edges.exclude(pk=edge.pk).select_related("wider")
    set_wider(narrower=edge.narrower, wider=[other.wider for other in others], at=at)
