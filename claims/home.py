"""The front page: what this is, how the claims stand, and where to go."""

from __future__ import annotations

from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from .models import Claim
from .models.choices import Status

MEANINGS = {
    Status.UNSUPPORTED: "No counted source supports or contradicts it.",
    Status.SINGLE_SOURCE: (
        "One source supports it, or several of unknown reliability; none contradicts it."
    ),
    Status.CORROBORATED: "Independent sources support it; none contradicts it.",
    Status.CHALLENGED: (
        "One source contradicts it, or several of unknown reliability; none supports it."
    ),
    Status.REFUTED: "Independent sources contradict it; none supports it.",
    Status.CONTESTED: "Sources disagree about it.",
}
"""Each status in a sentence, in the order in which they are shown."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    counted = dict(Claim.objects.published().order_by().values_list("status").annotate(Count("pk")))
    standing = [
        {"status": status, "meaning": meaning, "claims": counted.get(status, 0)}
        for status, meaning in MEANINGS.items()
    ]
    return render(
        request, "claims/home.html", {"standing": standing, "total": sum(counted.values())}
    )


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for an icon, whatever the page says."""
    return HttpResponseRedirect(static("claims/favicon.svg"))
