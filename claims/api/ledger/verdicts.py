"""/api/v1/verdicts/ and /api/v1/ledger/head/"""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.response import Response

from claims import ledger
from claims.models import Verdict
from claims.models.choices import VerdictKind
from factcheck.api.pagination import PageParameters
from factcheck.api.parameters import AnyOf, Text
from factcheck.api.passing import TextListView, pass_on
from factcheck.api.views import ReadOnlyView

from . import texts
from .shapes import AfterSerializer, HeadSerializer, VerdictSerializer


class VerdictParameters(PageParameters):
    kind = AnyOf(
        choices=VerdictKind.choices, required=False, help_text="Corrections only, for example."
    )
    claim = Text(required=False, max_length=200, help_text="On this claim, by its key.")
    figure = Text(required=False, max_length=200, help_text="On this figure, by its slug.")

    def validate_claim(self, key: str) -> str:
        if not Verdict.objects.filter(claim__key=key).exists():
            raise serializers.ValidationError(f"Nothing was published on a claim “{key}”.")
        return key

    def validate_figure(self, slug: str) -> str:
        if not Verdict.objects.filter(figure__slug=slug).exists():
            raise serializers.ValidationError(f"Nothing was published on a figure “{slug}”.")
        return slug


@extend_schema(summary="Verdicts")
class Verdicts(TextListView):
    """The ledger in its order, each row whole, with the hashes that chain it to the one before.
    What was withdrawn or corrected stands here for ever, and so does what took its place."""

    parameters = VerdictParameters
    serializer_class = VerdictSerializer
    paged_by = "number"

    def get_queryset(self) -> QuerySet[Verdict]:
        verdicts = Verdict.objects.annotate(text=texts.VERDICT)
        if "kind" in self.asked:
            verdicts = verdicts.filter(kind__in=self.asked["kind"])
        if "claim" in self.asked:
            verdicts = verdicts.filter(claim__key=self.asked["claim"])
        if "figure" in self.asked:
            verdicts = verdicts.filter(figure__slug=self.asked["figure"])
        return verdicts


class VerdictDetail(ReadOnlyView):
    """The permalink of a verdict: what was decided and published, on which evidence, word for word
    as it was that day. It never changes, and may be kept for ever. Whether it still holds is told
    at `after/`."""

    def immutable(self) -> bool:
        return True

    @extend_schema(summary="One verdict, for ever", responses=VerdictSerializer)
    def get(self, request: Request, number: int) -> HttpResponse:
        found = Verdict.objects.filter(number=number).annotate(text=texts.VERDICT)
        text = found.values_list("text", flat=True).first()
        if text is None:
            raise _no_such(number)
        return pass_on(request, text)


class VerdictAfter(ReadOnlyView):
    """What came after a verdict: whether it is still in force and, if not, what took its place."""

    @extend_schema(summary="What came after a verdict", responses=AfterSerializer)
    def get(self, request: Request, number: int) -> Response:
        verdict = Verdict.objects.filter(number=number).select_related("superseded_by").first()
        if verdict is None:
            raise _no_such(number)
        next_one = getattr(verdict, "superseded_by", None)
        found = {
            "number": verdict.number,
            "in_force": next_one is None and verdict.kind != VerdictKind.WITHDRAWAL,
            "superseded_by": next_one,
            "latest": verdict.claim.verdicts.latest_of_each().get().number,
        }
        return Response(AfterSerializer(found, context={"request": request}).data)


class LedgerHead(ReadOnlyView):
    """The last row of the ledger. Note its hash: it holds us to every row before it."""

    @extend_schema(summary="The head of the ledger", responses=HeadSerializer)
    def get(self, request: Request) -> Response:
        return Response(HeadSerializer(ledger.head()).data)


def _no_such(number: int) -> NotFound:
    return NotFound(f"There is no verdict {str(number)[:60]}.")
