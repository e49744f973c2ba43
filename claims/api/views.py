"""/api/v1/claims/"""

from __future__ import annotations

from typing import ClassVar

from django.db.models import Prefetch, QuerySet
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiTypes,
    extend_schema,
    extend_schema_view,
)
from rest_framework.request import Request
from rest_framework.response import Response

from claims.models import Change, Claim, Evidence
from claims.querysets.claims import ClaimQuerySet
from factcheck.access.caller import caller_of
from factcheck.access.scopes import Scope
from factcheck.api.passing import TextListView
from factcheck.api.schema import TAKEN, taking
from factcheck.api.views import DetailView, ListView, ReadOnlyView, row_by_name
from sources.api.parameters import span_of
from sources.api.reads import passages

from . import examples
from .evidence import EvidenceSerializer
from .intake import TakesClaims, TakesEvidence
from .intake_fields import ClaimIntakeSerializer, EvidenceIntakeSerializer
from .ledger import texts
from .ledger.shapes import ChangeSerializer
from .parameters import ClaimParameters, EvidenceParameters
from .serializers import (
    ClaimDetailSerializer,
    ClaimSerializer,
)


@extend_schema_view(
    post=extend_schema(
        summary="Bring a claim in",
        description=TakesClaims.__doc__,
        request=taking(ClaimIntakeSerializer),
        responses=TAKEN,
    )
)
@extend_schema(summary="Claims")
class Claims(TakesClaims, ListView):
    """What is asserted, and how it stands. Claims on which nothing was ever published are drafts:
    only people who are signed in, and keys that may read drafts, see them."""

    parameters = ClaimParameters
    serializer_class = ClaimSerializer

    def get_queryset(self) -> QuerySet[Claim]:
        asked, claims = self.asked, _claims(self).with_figure().without_results().with_standing()
        if "q" in asked:
            claims = claims.matching(asked["q"])
        if "status" in asked:
            claims = claims.in_status(*asked["status"])
        if "currency" in asked:
            claims = claims.filter(currency__in=asked["currency"])
        if "needs_review" in asked:
            claims = claims.needing_review(asked["needs_review"])
        if "figure" in asked:
            claims = claims.filter(figure=asked["figure"])
        if "subject" in asked:
            claims = claims.filter(figure__subject=asked["subject"])
        period = span_of(asked, "period")
        if period.known:
            claims = claims.about_period(period.earliest, period.latest)
        return claims


@extend_schema(summary="One claim")
class ClaimDetail(DetailView):
    """A claim with how it stands, and the claims that it clashes with."""

    serializer_class = ClaimDetailSerializer

    def get_object(self) -> Claim:
        return _claim(self, _claims(self).with_figure().without_results().with_standing())


class ClaimExplanation(ReadOnlyView):
    """Why the claim stands as it does: the stored result of the engine, as it is. Its steps are
    the accepted evidence, each with the rule that decided, a sentence and the quote. `{}` until
    the status is first computed."""

    @extend_schema(
        summary="Why it stands so",
        responses=OpenApiTypes.OBJECT,
        examples=[OpenApiExample("An explanation", value=examples.EXPLANATION)],
    )
    def get(self, request: Request, name: str) -> Response:
        return Response(_claim(self, _claims(self).only("explanation")).explanation)


@extend_schema(summary="The evidence on a claim")
class ClaimEvidence(ListView):
    """Every passage brought to the claim, with its state: proposed, accepted, rejected or
    withdrawn. Only accepted evidence counts. Left out: what two people are yet to read blind."""

    parameters = EvidenceParameters
    serializer_class = EvidenceSerializer

    def get_queryset(self) -> QuerySet[Evidence]:
        claim = _claim(self, _claims(self).with_figure().without_results())
        evidence = (
            claim.evidence.shown_to()
            .select_related(
                "origin", "corrects", "scope__geography", "scope__population", "scope__role"
            )
            .prefetch_related(Prefetch("passage", passages()))
        )
        if "state" in self.asked:
            evidence = evidence.in_state(*self.asked["state"])
        if "stance" in self.asked:
            evidence = evidence.filter(stance__in=self.asked["stance"])
        return evidence


@extend_schema_view(
    post=extend_schema(
        summary="Bring evidence in",
        description=TakesEvidence.__doc__,
        request=taking(EvidenceIntakeSerializer),
        responses=TAKEN,
    )
)
class EvidenceIntake(TakesEvidence, ReadOnlyView):
    """Evidence is read at its claim; here it is brought in."""

    http_method_names: ClassVar = ["post", "options"]


@extend_schema(summary="The history of a claim")
class ClaimHistory(TextListView):
    """Every change of its computed status, each with the explanation of that moment, and every
    verdict on it, each with its reason: in the order in which they were committed, the oldest
    first. `position` is their place in `changes/`."""

    serializer_class = ChangeSerializer
    paged_by = "position"

    def get_queryset(self) -> QuerySet[Change]:
        return _claim(self, _claims(self).only("pk")).changes.annotate(text=texts.CHANGE)


def _claims(view: ReadOnlyView) -> ClaimQuerySet:
    """The claims that the caller may know of."""
    if caller_of(view.request).may(Scope.READ_DRAFTS):
        return Claim.objects.all()
    return Claim.objects.published()


def _claim(view: ReadOnlyView, claims: QuerySet[Claim]) -> Claim:
    """The claim that the view's address names."""
    return row_by_name(claims, view.kwargs["name"], key="key", what="claim")
