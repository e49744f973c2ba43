"""Answers in other formats than JSON: chosen by the address's suffix, else by Accept."""

from __future__ import annotations

from typing import ClassVar

from rest_framework.exceptions import NotFound
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer


class SuffixFirst(DefaultContentNegotiation):
    """`…/verdicts.csv` is CSV, whatever Accept says: a link decides for itself.

    Without a suffix Accept decides; NotAcceptable (406) where it names nothing that there is.
    """

    def select_renderer(self, request, renderers, format_suffix=None):
        if format_suffix is None:
            return super().select_renderer(request, renderers)
        for renderer in renderers:
            if renderer.format == format_suffix:
                return renderer, renderer.media_type
        there_are = ", ".join(sorted({renderer.format for renderer in renderers}))
        raise NotFound(f"There is no format “{format_suffix[:20]}” here; there are: {there_are}.")


class Named(BaseRenderer):
    """Names a format that a view makes by itself."""

    charset = None
    render_style: ClassVar[str] = "binary"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return data


class Csv(Named):
    media_type, format = "text/csv", "csv"


class Parquet(Named):
    media_type, format = "application/vnd.apache.parquet", "parquet"


class JsonLd(Named):
    media_type, format = "application/ld+json", "jsonld"


class Atom(Named):
    media_type, format = "application/atom+xml", "atom"


class JsonFeed(Named):
    media_type, format = "application/feed+json", "json"
