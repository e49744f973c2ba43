"""Verdicts, evidence and passages as JSON-LD: ClaimReview and Web Annotations (docs/formats.md).

Each is what another view answers, told in another form; so whoever may see the one sees the other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims.formats import annotation
from claims.formats.claim_review import claim_review
from claims.models import Verdict
from claims.models.choices import VerdictKind
from factcheck.api.formats import JsonLd, SuffixFirst
from factcheck.api.views import ReadOnlyView
from sources.api.views import PassageDetail

from .ledger.verdicts import VerdictDetail
from .site import site_of
from .views import ClaimEvidence

PROFILE = f'profile="{annotation.ANNO}"'


class _Rendered(JsonLd):
    """As JSON-LD, what `told` makes of a view's answer."""

    def render(self, data, accepted_media_type=None, renderer_context=None) -> bytes:
        return json.dumps(self.told(data, renderer_context["request"]), ensure_ascii=False).encode()

    def told(self, data: Mapping[str, Any], request: Request) -> dict[str, Any]:
        raise NotImplementedError


class Review(_Rendered):
    """A row of the ledger as a ClaimReview."""

    def told(self, data, request):
        return claim_review(data["content"], site_of(request))


class Frozen(_Rendered):
    """The evidence of a row of the ledger as Web Annotations."""

    media_type = f"application/ld+json; {PROFILE}"

    def told(self, data, request):
        notes = annotation.of_verdict(data["content"], site_of(request))
        return annotation.page(notes, id=request.build_absolute_uri())


class Evidence(_Rendered):
    """A page of the evidence on a claim as Web Annotations."""

    media_type = f"application/ld+json; {PROFILE}"

    def told(self, data, request):
        claim = request.parser_context["kwargs"]["name"]
        notes = [_evidence(row, claim, request) for row in data["results"]]
        page = annotation.page(notes, id=request.build_absolute_uri())
        return page | ({"next": data["next"]} if data["next"] else {})


class Passage(_Rendered):
    """A passage as a Web Annotation."""

    media_type = f"application/ld+json; {PROFILE}"

    def told(self, data, request):
        target = _target(data, request)
        return annotation.passage(id=data["links"]["self"], target=target, site=site_of(request))


class _Linked:
    """A view of which the address is a file's: it has one format, whatever Accept says."""

    content_negotiation_class = SuffixFirst

    def immutable(self) -> bool:
        return False  # what is told never changes, the words in which it is told may


@extend_schema(exclude=True)
class VerdictReview(_Linked, VerdictDetail):
    renderer_classes: ClassVar = [Review]

    def get(self, request: Request, number: int, format: str) -> HttpResponse:
        answer = super().get(request, number)
        if answer.data["content"]["kind"] == VerdictKind.WITHDRAWAL:
            raise NotFound(f"Verdict {number} is a withdrawal: it rates nothing.")
        return answer


@extend_schema(exclude=True)
class VerdictAnnotations(_Linked, VerdictDetail):
    renderer_classes: ClassVar = [Frozen]

    def get(self, request: Request, number: int, format: str) -> HttpResponse:
        return super().get(request, number)


@extend_schema(exclude=True)
class ClaimReviewed(_Linked, ReadOnlyView):
    """The verdict that is in force on a claim, as a ClaimReview."""

    renderer_classes: ClassVar = [Review]

    def get(self, request: Request, name: str, format: str) -> Response:
        live = Verdict.objects.live().filter(claim__key=name).values_list("content", flat=True)
        content = live.first()
        if content is None:
            raise NotFound(f"No verdict on a claim “{name[:60]}” is in force.")
        return Response({"content": content})


@extend_schema(exclude=True)
class EvidenceAnnotations(_Linked, ClaimEvidence):
    renderer_classes: ClassVar = [Evidence]


@extend_schema(exclude=True)
class PassageAnnotation(_Linked, PassageDetail):
    renderer_classes: ClassVar = [Passage]


def _evidence(row: Mapping[str, Any], claim: str, request: Request) -> dict[str, Any]:
    return annotation.evidence(
        id=f"{request.build_absolute_uri()}#{row['key']}",
        claim=claim,
        stance=row["stance"],
        reason="",
        created=row["created"],
        target=_target(row["passage"], request),
        site=site_of(request),
    )


def _target(passage: Mapping[str, Any], request: Request) -> dict[str, Any]:
    return annotation.target(
        quote=passage,
        document=passage["document"],
        sha256=passage["snapshot"]["sha256"],
        retrieved_at=passage["snapshot"]["retrieved_at"],
        site=site_of(request),
    )
