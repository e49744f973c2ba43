"""Subjects and figures: who or what is counted, and the series of values about it."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db.models import Count
from django.utils import timezone

from claims.models import Figure, Subject
from claims.vocabulary import change_figure, change_subject, create_figure, create_subject

from .through_verbs import VerbAdmin, VerbForm


class SubjectForm(VerbForm):
    class Meta:
        model = Subject
        fields = ("name", "kind", "aliases")
        help_texts = {
            "aliases": (
                "Other names, separated by commas. A name belongs to one subject only, whatever "
                "its capitals and accents."
            )
        }


@admin.register(Subject)
class SubjectAdmin(VerbAdmin):
    form = SubjectForm
    list_display = ("name", "kind", "also", "figures_held")
    list_filter = ("kind",)
    search_fields = ("name", "names__folded")
    search_help_text = "A name or an alias."
    ordering = ("name",)

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(figure_count=Count("figures"))

    def create(self, request, values):
        return create_subject(**values)

    def change(self, request, row, form):
        change_subject(subject=row, at=timezone.localdate(), **form.changes)

    @admin.display(description="Also known as")
    def also(self, subject):
        return ", ".join(subject.aliases) or "–"

    @admin.display(description="Figures", ordering="figure_count")
    def figures_held(self, subject):
        return f"{subject.figure_count:,}"


class FigureForm(VerbForm):
    """For a new figure, whether parts add up may be left to what is usual for its nature."""

    additive = forms.TypedChoiceField(
        required=False,
        choices=[("", "as is usual for its nature"), ("yes", "yes"), ("no", "no")],
        coerce=lambda chosen: chosen == "yes",
        empty_value=None,
        label="Parts add up",
        help_text="Counts of parts add up to the whole; ranks, means and shares do not.",
    )

    class Meta:
        model = Figure
        fields = (
            "slug",
            "subject",
            "measure",
            "scope",
            "unit",
            "nature",
            "additive",
            "window_days",
        )
        help_texts = {
            "slug": "Our stable key: lower-case letters, digits, dots, dashes, underscores.",
            "measure": "What is counted about the subject, such as troop level.",
            "scope": "Where, of whom and in which role. Empty: not restricted.",
            "unit": "Such as troops, percent, USD. Empty: each wording says its own.",
            "window_days": (
                "How many days apart two values may be and still be about one moment. Empty: as "
                "is usual for its nature."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "scope" not in self.fields:
            return  # the page of someone who may only look has no fields to fill
        self.fields["scope"].required = False
        if self.instance.pk is None:
            return
        # A figure that exists has a scope and adds up or not; neither can be unsaid.
        self.fields["scope"].required = self.fields["additive"].required = True
        self.fields["additive"].choices = self.fields["additive"].choices[1:]
        self.initial["additive"] = "yes" if self.instance.additive else "no"


@admin.register(Figure)
class FigureAdmin(VerbAdmin):
    form = FigureForm
    list_display = ("slug", "subject", "measure", "scope", "unit", "nature", "claims_held")
    list_filter = ("nature", "additive", "unit")
    search_fields = ("slug", "measure", "subject__names__folded")
    search_help_text = "The key, the measure, the subject or an alias of it."
    ordering = ("slug",)
    autocomplete_fields = ("subject", "scope")

    def get_queryset(self, request):
        figures = super().get_queryset(request).annotate(claim_count=Count("claims"))
        return figures.select_related(
            "subject", "scope__geography", "scope__population", "scope__role"
        )

    def create(self, request, values):
        return create_figure(**values)

    def change(self, request, row, form):
        change_figure(figure=row, at=timezone.localdate(), **form.changes)

    @admin.display(description="Claims", ordering="claim_count")
    def claims_held(self, figure):
        return f"{figure.claim_count:,}"
