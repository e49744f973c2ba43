"""The filters beside the lists that Django's own do not give."""

from __future__ import annotations

from django.contrib import admin

from claims.models import Figure
from sources.models import Publisher

from .words import REVIEW_REASONS


class BySelect(admin.SimpleListFilter):
    """A filter by one of many rows: a select with a button, not a list as long as the table."""

    template = "admin/claims/filter_by_select.html"

    def choices(self, changelist):
        kept = changelist.filter_params.items()
        self.other_parameters = [
            (name, value)
            for name, values in kept
            for value in values
            if name != self.parameter_name
        ]
        if changelist.query:
            self.other_parameters.append(("q", changelist.query))
        yield {"value": "", "display": "All", "selected": self.value() is None}
        for value, display in self.lookup_choices:
            yield {
                "value": value,
                "display": display,
                "selected": self.value() == str(value),
            }

    def value(self):
        """None for the empty choice, which the select sends as an empty text."""
        return super().value() or None

    def queryset(self, request, queryset):
        value = self.value()
        if value is None:
            return queryset
        if not (value.isascii() and value.isdigit()):
            return queryset.none()
        return self.chosen(queryset, int(value))

    def chosen(self, queryset, pk: int):
        """The rows that belong to the chosen one."""
        raise NotImplementedError


class FigureFilter(BySelect):
    """Claims about one figure."""

    title = "figure"
    parameter_name = "figure"
    path = "figure"

    def lookups(self, request, model_admin):
        figures = (
            Figure.objects.filter(claims__isnull=False)
            .distinct()
            .select_related("subject", "scope__geography", "scope__population", "scope__role")
        )
        return sorted(((f.pk, str(f)) for f in figures), key=lambda choice: choice[1].casefold())

    def chosen(self, queryset, pk):
        return queryset.filter(**{self.path: pk})


class FigureOfClaimFilter(FigureFilter):
    """Evidence on claims about one figure."""

    path = "claim__figure"


class PublisherFilter(BySelect):
    """Claims with evidence, in any state, from one publisher."""

    title = "publisher of evidence"
    parameter_name = "publisher"

    def lookups(self, request, model_admin):
        cited = Publisher.objects.filter(documents__snapshots__passages__evidence__isnull=False)
        return list(cited.distinct().order_by("name").values_list("pk", "name"))

    def chosen(self, queryset, pk):
        return queryset.citing_publishers([pk])


class PublisherOfEvidenceFilter(PublisherFilter):
    """Evidence from one publisher."""

    title = "publisher"

    def chosen(self, queryset, pk):
        return queryset.filter(passage__snapshot__document__publisher=pk)


class ReviewReasonFilter(admin.SimpleListFilter):
    """Claims that need review for one reason."""

    title = "reason for review"
    parameter_name = "reason"

    def lookups(self, request, model_admin):
        return [(reason, reason) for reason in REVIEW_REASONS]

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(review_reasons__contains=[self.value()])
