"""JSON that PostgreSQL built, passed on as text: nothing in Python is made of the rows.

A row's text may hold `BASE` where an address of the API is to begin. It is a control character,
which JSON never holds as such, so that no text of a row can be taken for it.

Other formats plug in as renderers: `pass_on` gives a renderer that is not JSON's the parsed
answer, as any view would.
"""

from __future__ import annotations

import json
from typing import ClassVar

from django.db.models import QuerySet
from django.http import HttpResponse
from rest_framework import generics
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from .pagination import KeysetPagination, PageParameters
from .views import ReadOnlyView

BASE = "\x01"
"""Stands in a row's text for the address of the API's root."""


def pass_on(request: Request, text: str) -> HttpResponse:
    """The answer that this JSON is, in the format that was agreed on."""
    text = with_addresses(request, text)
    if isinstance(request.accepted_renderer, JSONRenderer):
        return HttpResponse(text, content_type=JSONRenderer.media_type)
    return Response(json.loads(text))


def with_addresses(request: Request, text: str) -> str:
    """The text with the API's root, as the caller reaches it, for every BASE."""
    return text.replace(BASE, reverse("api:root", request=request)) if BASE in text else text


class TextPagination(KeysetPagination):
    """Pages of rows that are JSON already."""

    def get_paginated_response(self, data: list[str]) -> HttpResponse:
        links = json.dumps({"next": self._link(self._next), "previous": self._link(self._previous)})
        return pass_on(self.request, f'{links[:-1]}, "results": [{",".join(data)}]}}')

    def paginate_queryset(self, queryset: QuerySet, request: Request, view) -> list[str]:
        self.request = request
        rows = queryset.values_list(view.paged_by, "text", named=True)
        return [row.text for row in super().paginate_queryset(rows, request, view)]


class TextListView(ReadOnlyView, generics.ListAPIView):
    """A page of rows as text: `get_queryset` annotates each with its JSON as `text`.

    paged_by  the unique whole number by which rows come and pages go on
    """

    parameters = PageParameters
    pagination_class = TextPagination
    paged_by: ClassVar[str] = "id"

    def list(self, request: Request, *args, **kwargs) -> HttpResponse:
        page = self.paginate_queryset(self.get_queryset())
        return self.paginator.get_paginated_response(page)


class NdjsonRenderer(BaseRenderer):
    """The rows of an answer, one a line; where to go on is told in the Link header."""

    media_type = "application/x-ndjson"
    format = "ndjson"
    charset = "utf-8"

    def render(self, data, accepted_media_type=None, renderer_context=None) -> bytes:
        lines = (json.dumps(row, ensure_ascii=False) for row in data["results"])
        return "".join(f"{line}\n" for line in lines).encode()
