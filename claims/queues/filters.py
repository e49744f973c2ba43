"""The filters of a queue's page: by figure, by whose hands a claim is in, by reason for review."""

from __future__ import annotations

from typing import Any

from django import forms

from claims.admin.words import REVIEW_REASONS
from claims.models import Figure
from claims.querysets.claims import ClaimQuerySet

from .table import Queue

ANYONE, NOBODY, ME, OTHERS = "", "nobody", "me", "others"
HOLDERS = (
    (ANYONE, "anyone or nobody"),
    (NOBODY, "nobody: free to take"),
    (ME, "me"),
    (OTHERS, "someone else"),
)


class QueueFilter(forms.Form):
    """What is left empty filters nothing. Built for one queue and one person, as both decide
    which filters make sense."""

    figure = forms.ModelChoiceField(Figure.objects.none(), required=False, empty_label="any figure")
    holder = forms.ChoiceField(choices=HOLDERS, required=False, label="In the hands of")
    reason = forms.ChoiceField(
        choices=[("", "any reason"), *((reason, reason) for reason in REVIEW_REASONS)],
        required=False,
    )

    def __init__(self, data: Any, *, queue: Queue, person: Any, waiting: ClaimQuerySet):
        super().__init__(data, auto_id="filter_%s")
        self.person = person
        self.fields["figure"].queryset = (
            Figure.objects.filter(pk__in=waiting.order_by().values("figure"))
            .select_related("subject", "scope__geography", "scope__population", "scope__role")
            .order_by("slug")
        )
        if queue.name != "needs-review":
            del self.fields["reason"]
        if not queue.shared:
            del self.fields["holder"]

    @property
    def is_active(self) -> bool:
        return any(self.data.get(name) for name in self.fields)

    def of(self, rows: ClaimQuerySet) -> ClaimQuerySet:
        """The rows that pass; none where a filter is not one of ours."""
        if not self.is_valid():
            return rows.none()
        chosen = self.cleaned_data
        if chosen["figure"]:
            rows = rows.filter(figure=chosen["figure"])
        if chosen.get("reason"):
            rows = rows.filter(review_reasons__contains=[chosen["reason"]])
        return self._held(rows, chosen.get("holder", ANYONE))

    def _held(self, rows: ClaimQuerySet, holder: str) -> ClaimQuerySet:
        if holder == NOBODY:
            return rows.in_no_hands()
        if holder == ME:
            return rows.filter(holder_id=self.person.pk)
        if holder == OTHERS:
            return rows.in_hands().exclude(holder_id=self.person.pk)
        return rows
