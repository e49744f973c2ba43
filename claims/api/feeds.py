"""/api/v1/feeds/: verdicts and corrections as Atom and JSON Feed."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.utils.urls import remove_query_param, replace_query_param

from claims import feeds, ledger
from claims.feeds.feed import TITLES, title_of
from claims.ledger.columns import utc
from claims.models import Verdict
from factcheck.api.formats import Atom, JsonFeed, SuffixFirst
from factcheck.api.parameters import Parameters, Text, WholeNumber
from factcheck.api.views import ReadOnlyView

from .site import site_of

ENTRIES = 50
"""On a page."""


class FeedParameters(Parameters):
    figure = Text(required=False, max_length=200, help_text="On this figure, by its slug.")
    before = WholeNumber(
        min_value=1,
        max_value=999_999_999,
        required=False,
        help_text="Only what stands before this number in the ledger: the link to older entries "
        "has it.",
    )

    def validate_figure(self, slug: str) -> str:
        if not Verdict.objects.filter(figure__slug=slug).exists():
            raise serializers.ValidationError(f"Nothing was published on a figure “{slug}”.")
        return slug


class Feeds(ReadOnlyView):
    """`verdicts` has every row of the ledger, `corrections` only what corrects or withdraws an
    earlier one; the newest first, with links to the pages of older entries (RFC 5005). Atom or
    JSON Feed, by Accept or by a suffix: `feeds/corrections.atom`, `feeds/verdicts.json`."""

    parameters = FeedParameters
    renderer_classes: ClassVar = [Atom, JsonFeed]
    content_negotiation_class = SuffixFirst

    def validator(self) -> str:
        if self.kwargs["what"] not in TITLES:
            raise NotFound(
                f"There is no feed “{self.kwargs['what'][:60]}”; there are: {', '.join(TITLES)}."
            )
        self.upto = ledger.head()
        format = self.request.accepted_renderer.format
        return f"{format} {self.request.build_absolute_uri()} {self.upto.hash}"

    @extend_schema(
        summary="A feed",
        responses={
            (200, "application/atom+xml"): OpenApiTypes.STR,
            (200, "application/feed+json"): OpenApiTypes.STR,
        },
    )
    def get(self, request: Request, what: str, format: str | None = None) -> HttpResponse:
        asked, site, url = self.asked, site_of(request), request.build_absolute_uri()
        rows = Verdict.objects.filter(number__lte=self.upto.number)
        if what == feeds.CORRECTIONS:
            rows = rows.corrections()
        if "figure" in asked:
            rows = rows.filter(figure__slug=asked["figure"])
        if "before" in asked:
            rows = rows.filter(number__lt=asked["before"])
        contents = list(rows.order_by("-number").values_list("content", flat=True)[: ENTRIES + 1])
        shown = contents[:ENTRIES]
        more = len(contents) > ENTRIES
        feed = feeds.Feed(
            site=site,
            title=title_of(what, asked.get("figure"), site),
            id=remove_query_param(url, "before"),
            url=url,
            older=replace_query_param(url, "before", shown[-1]["number"]) if more else None,
            at=self.upto.at and utc(self.upto.at),
            entries=tuple(feeds.entry(content, site) for content in shown),
        )
        renderer = request.accepted_renderer
        return HttpResponse(feeds.FORMATS[renderer.format](feed), content_type=renderer.media_type)
