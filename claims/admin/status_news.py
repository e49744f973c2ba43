"""Telling the user what a write did to the status of claims."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from claims.models import Claim
from claims.models.choices import Status
from claims.querysets.claims import ClaimQuerySet

TOLD = 5
"""How many claims are named; of the others only the number is told."""


class StatusNews:
    """Tells the user which of these claims have another status after the block than before.

    ::

        with StatusNews(request, Claim.objects.filter(...)):
            change_evidence(...)
    """

    def __init__(self, request: HttpRequest, claims: ClaimQuerySet):
        self.request = request
        self.claims = claims

    def __enter__(self) -> None:
        self.before = self._statuses()

    def __exit__(self, kind, error, trace) -> None:
        if error is not None:
            return
        now = self._statuses()
        changed = [pk for pk in now if now[pk] != self.before.get(pk)]
        told = Claim.objects.without_results().in_bulk(changed[:TOLD])
        for pk in changed[:TOLD]:
            is_now, was = (Status(s).label.lower() for s in (now[pk], self.before[pk]))
            messages.info(self.request, f"“{told[pk].statement}” is {is_now} now; it was {was}.")
        if len(changed) > TOLD:
            messages.info(
                self.request, f"{len(changed) - TOLD:,} more claims have another status now."
            )

    def _statuses(self) -> dict[int, str]:
        return dict(self.claims.order_by("pk").values_list("pk", "status"))
