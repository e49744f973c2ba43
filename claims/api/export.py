"""/api/v1/export/: the public record in bulk."""

from __future__ import annotations

from typing import ClassVar

from django.http import HttpResponse, StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request

from claims.export import DATASETS, FORMATS, Bound
from claims.ledger import is_settled
from claims.models import Figure
from factcheck.api.formats import Csv, Parquet, SuffixFirst
from factcheck.api.parameters import Parameters, Text
from factcheck.api.passing import NdjsonRenderer
from factcheck.api.views import ReadOnlyView

from .moments import KnownAt


class ExportParameters(Parameters):
    known_at = KnownAt(
        required=False,
        help_text="As it was known at this moment; a date is the end of that day in UTC.",
    )
    figure = Text(required=False, max_length=200, help_text="Of this figure alone, by its slug.")

    def validate_figure(self, slug: str) -> str:
        if not Figure.objects.filter(slug=slug).exists():
            raise serializers.ValidationError(f"There is no figure with the slug “{slug}”.")
        return slug


class Export(ReadOnlyView):
    """The whole of a dataset in one answer of any length: `verdicts` (every row of the ledger),
    `claims` (by the verdict in force), `evidence` (what these rest on), `figures` (with the newest
    value of each) or `changes` (in the order of their commits). NDJSON, CSV or Parquet, by Accept
    or by a suffix: `export/verdicts.csv`. The answer is of one moment: `Ledger-Number` and
    `Ledger-Hash` tell the last verdict that could be in it."""

    parameters = ExportParameters
    renderer_classes: ClassVar = [NdjsonRenderer, Csv, Parquet]
    content_negotiation_class = SuffixFirst

    def validator(self) -> str:
        self.dataset = DATASETS.get(self.kwargs["dataset"])
        if self.dataset is None:
            raise NotFound(
                f"There is no dataset “{self.kwargs['dataset'][:60]}”; there are: "
                f"{', '.join(DATASETS)}."
            )
        known_at, figure = self.asked.get("known_at"), self.asked.get("figure")
        self.settled = self.dataset.settles and known_at is not None and is_settled(known_at)
        self.bound = Bound.now(known_at=known_at, figure=figure)
        upto = "settled" if self.settled else f"{self.bound.head.hash} {self.bound.position}"
        return f"{self.dataset.name} {self._format} {known_at} {figure} {upto}"

    def immutable(self) -> bool:
        return self.settled

    @property
    def _format(self) -> str:
        return self.request.accepted_renderer.format

    @extend_schema(
        summary="A whole dataset",
        responses={
            (200, "application/x-ndjson"): OpenApiTypes.STR,
            (200, "text/csv"): OpenApiTypes.STR,
            (200, "application/vnd.apache.parquet"): OpenApiTypes.BINARY,
        },
    )
    def get(self, request: Request, dataset: str, format: str | None = None) -> HttpResponse:
        head, media_type = self.bound.head, request.accepted_renderer.media_type
        pieces = FORMATS[self._format](self.dataset, self.bound)
        return StreamingHttpResponse(
            () if request.method == "HEAD" else pieces,
            content_type=f"{media_type}; charset=utf-8" if self._format == "csv" else media_type,
            headers={
                "Content-Disposition": f'attachment; filename="{dataset}.{self._format}"',
                "Ledger-Number": str(head.number),
                "Ledger-Hash": head.hash,
            },
        )
