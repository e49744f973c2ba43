"""GET /api/v1/claims:search and /v1alpha1/claims:search"""

from __future__ import annotations

from datetime import timedelta

from django.db.models import QuerySet
from django.utils.timezone import now
from drf_spectacular.utils import OpenApiExample, extend_schema, extend_schema_serializer
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse

from claims.models import Claim, Verdict
from factcheck.access.caller import caller_of
from factcheck.api.pagination import Cursor, CursorField
from factcheck.api.parameters import OneOf, Parameters, Text, WholeNumber
from factcheck.api.views import ReadOnlyView

LANGUAGE = "en"
"""Of what we write; claims are told in it."""

PUBLISHER = "Fact-check database"


class SearchParameters(Parameters):
    query = Text(required=False, max_length=300, help_text="Words of the claim or claimant.")
    languageCode = Text(
        required=False, max_length=35, help_text="BCP 47. All is in English: “en”, “en-US”."
    )
    reviewPublisherSiteFilter = Text(
        required=False, max_length=253, help_text="Reviews of this site; here there is one."
    )
    maxAgeDays = WholeNumber(
        min_value=0, max_value=100_000, required=False, help_text="Reviewed in so many last days."
    )
    pageSize = WholeNumber(min_value=1, max_value=200, default=10, help_text="Claims a page.")
    pageToken = CursorField(required=False, help_text="The `nextPageToken` of the page before.")
    offset = WholeNumber(
        min_value=0,
        max_value=10_000,
        required=False,
        help_text="How many to leave out at the start; of no account beside a pageToken.",
    )
    key = Text(required=False, max_length=300, help_text="Of no account: reading needs no key.")
    alt = OneOf(["json"], required=False, help_text="The only format.")
    prettyPrint = OneOf(["true", "false"], required=False, help_text="Of no account.")

    def validate(self, attrs: dict) -> dict:
        if "query" not in attrs and "reviewPublisherSiteFilter" not in attrs:
            raise serializers.ValidationError(
                {"query": "Give words to search for, or a reviewPublisherSiteFilter."}
            )
        return attrs


class SearchPublisher(serializers.Serializer):
    name = serializers.CharField()
    site = serializers.CharField()


class SearchReview(serializers.Serializer):
    publisher = SearchPublisher()
    url = serializers.URLField(help_text="The verdict's permalink.")
    title = serializers.CharField()
    reviewDate = serializers.DateTimeField()
    textualRating = serializers.CharField(help_text="One of our statuses.")
    languageCode = serializers.CharField()


class SearchClaim(serializers.Serializer):
    text = serializers.CharField()
    claimant = serializers.CharField(required=False, help_text="Left out if nobody in particular.")
    claimDate = serializers.DateTimeField(required=False, help_text="Left out if unknown.")
    claimReview = SearchReview(many=True)


@extend_schema_serializer(
    examples=[
        OpenApiExample(
            "One claim",
            value={
                "claims": [
                    {
                        "text": "About 5,000 US troops were in Iraq in July 2020.",
                        "claimant": "A ministry",
                        "claimDate": "2020-08-01T00:00:00Z",
                        "claimReview": [
                            {
                                "publisher": {"name": PUBLISHER, "site": "facts.example"},
                                "url": "https://facts.example/api/v1/verdicts/1/",
                                "title": "About 5,000 US troops were in Iraq in July 2020.: "
                                "corroborated",
                                "reviewDate": "2024-02-01T12:00:00.000000Z",
                                "textualRating": "corroborated",
                                "languageCode": LANGUAGE,
                            }
                        ],
                    }
                ],
                "nextPageToken": Cursor(1, back=True).encode(),
            },
        )
    ]
)
class SearchSerializer(serializers.Serializer):
    claims = SearchClaim(many=True, required=False, help_text="Left out if nothing is found.")
    nextPageToken = serializers.CharField(required=False, help_text="Left out on the last page.")


class ClaimsSearch(ReadOnlyView):
    """Published claims in the shape of Google's Fact Check Tools API, `claims:search`: its clients
    work here once they use another host. What was last reviewed comes first."""

    parameters = SearchParameters

    @extend_schema(operation_id="claims_search", summary="Search", responses=SearchSerializer)
    def get(self, request: Request) -> Response:
        size, token = self.asked["pageSize"], self.asked.get("pageToken")
        verdicts = self._verdicts().order_by("-number")
        if token:
            verdicts = verdicts.filter(number__lt=token.id)
        start = 0 if token else self.asked.get("offset", 0)
        found = list(verdicts.values("number", "content")[start : start + size + 1])
        told: dict = {}
        if found:
            told["claims"] = [self._claim(row["content"]) for row in found[:size]]
        if len(found) > size:
            told["nextPageToken"] = Cursor(found[size - 1]["number"], back=True).encode()
        return Response(told)

    def _verdicts(self) -> QuerySet[Verdict]:
        asked, verdicts = self.asked, Verdict.objects.live()
        if asked.get("languageCode", LANGUAGE).lower().split("-")[0] != LANGUAGE:
            return verdicts.none()
        site = asked.get("reviewPublisherSiteFilter")
        if site and site.lower().removeprefix("www.") != self._site().removeprefix("www."):
            return verdicts.none()
        if "query" in asked:
            claims = Claim.objects.matching(asked["query"])
            verdicts = verdicts.filter(claim__in=claims.values("pk"))
        if "maxAgeDays" in asked:
            moment = caller_of(self.request).now or now()
            verdicts = verdicts.filter(at__gte=moment - timedelta(days=asked["maxAgeDays"]))
        return verdicts

    def _site(self) -> str:
        return self.request.get_host().partition(":")[0].lower()

    def _claim(self, content: dict) -> dict:
        verdict = reverse("api:verdict", kwargs={"number": content["number"]}, request=self.request)
        told = {"text": content["statement"]}
        if content["claimant"]:
            told["claimant"] = content["claimant"]
        day = content["made_on"]["earliest"] or content["made_on"]["latest"]
        if day:
            told["claimDate"] = f"{day}T00:00:00Z"
        review = {
            "publisher": {"name": PUBLISHER, "site": self._site()},
            "url": verdict,
            "title": f"{content['statement']}: {content['rating']}",
            "reviewDate": content["at"],
            "textualRating": content["rating"],
            "languageCode": LANGUAGE,
        }
        return told | {"claimReview": [review]}


@extend_schema(exclude=True)
class ClaimsSearchElsewhere(ClaimsSearch):
    """The same at the address that clients of Google's API know."""
