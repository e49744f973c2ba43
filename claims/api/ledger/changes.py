"""/api/v1/changes/: every verdict and change of status, in the order of the commits."""

from __future__ import annotations

import json
from typing import ClassVar

from django.db.models import Exists, F, OuterRef, Q
from django.http import HttpResponse
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.utils.urls import remove_query_param, replace_query_param

from claims.models import Change
from claims.models.choices import ChangeKind
from claims.querysets.changes import ChangeQuerySet
from factcheck.access.caller import caller_of
from factcheck.access.scopes import Scope
from factcheck.api.parameters import OneOf, Parameters, WholeNumber
from factcheck.api.passing import NdjsonRenderer, pass_on
from factcheck.api.views import ReadOnlyView

from . import texts
from .shapes import ChangesSerializer

LOOKED_AT = 5_000
"""Positions that a page looks at, at most: what is hidden from a caller costs time too."""


class ChangesParameters(Parameters):
    after = WholeNumber(
        min_value=0,
        max_value=999_999_999,
        default=0,
        help_text="What was committed after this position; 0 for all there is.",
    )
    page_size = WholeNumber(min_value=1, max_value=1_000, default=100, help_text="Rows a page.")
    format = OneOf(["json", "ndjson"], required=False, help_text="Instead of an Accept header.")


class Changes(ReadOnlyView):
    """For mirrors: every verdict and change of status, in the order in which they were committed.
    Whoever follows `next` misses nothing and sees nothing twice, however many are writing. Where
    `more` is false that is all for now: ask `next` again later. A page may be short, even empty,
    before the end. A change of status is here if it came after the first verdict on its claim;
    what came before stands in the claim's history."""

    parameters = ChangesParameters
    renderer_classes: ClassVar = [JSONRenderer, NdjsonRenderer]

    @extend_schema(
        summary="What changed since",
        responses={
            (200, "application/json"): ChangesSerializer,
            (200, "application/x-ndjson"): OpenApiTypes.STR,
        },
    )
    def get(self, request: Request) -> HttpResponse:
        after, size = self.asked["after"], self.asked["page_size"]
        # The head comes first: every place up to it is taken and can be read.
        head = Change.objects.order_by("-position").values_list("position", flat=True).first() or 0
        last = max(after, min(after + LOOKED_AT, head))
        seen = _visible(self, Change.objects.after(after).filter(position__lte=last))
        rows = list(seen.annotate(text=texts.CHANGE).values_list("position", "text")[:size])
        if len(rows) == size:
            last = rows[-1][0]
        more = last < head
        url = remove_query_param(request.build_absolute_uri(), "after")
        url = replace_query_param(url, "after", last)
        told = json.dumps({"next": url, "last": last, "more": more})
        answer = pass_on(
            request, f'{told[:-1]}, "results": [{",".join(text for _, text in rows)}]}}'
        )
        answer.headers["Link"] = f'<{url}>; rel="next"'
        return answer


def _visible(view: ReadOnlyView, changes: ChangeQuerySet) -> ChangeQuerySet:
    """What the caller may know of. Whether a place is among it never changes, since a later
    verdict opens only what comes after it: nothing turns up behind who has read on."""
    if caller_of(view.request).may(Scope.READ_DRAFTS):
        return changes
    published = Change.objects.filter(
        kind=ChangeKind.VERDICT, claim=OuterRef("claim"), position__lt=OuterRef("position")
    ).annotate(one=F("position"))
    return changes.filter(Q(kind=ChangeKind.VERDICT) | Exists(published.values("one")))
