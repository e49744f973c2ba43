"""GET /api/v1/claims/: filters, and what is refused."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim
from claims.recheck import recheck_claims
from tests.claims import make
from tests.factcheck.api.asking import GATE, ask, refusal

from .rows import full_scope

pytestmark = pytest.mark.django_db


def keys(**query) -> list[str]:
    """The keys of the claims that this question finds, in their order."""
    return [row["key"] for row in ask("claims/", **query)["results"]]


@pytest.fixture
def assorted():
    """Claims that differ in all that can be asked for."""
    prime_minister = make.subject("Mustafa al-Kadhimi", kind="person", aliases=["Kazimi"])
    trips = make.figure("trips", subject=prime_minister, measure="trips", unit="", nature="flow")
    troops = make.figure()
    supported = make.claim(key="supported", figure=troops, statement="Troops were counted twice.")
    make.evidence(supported)
    make.evidence(supported)
    make.claim("7,000", "March 2020", key="bare", figure=troops, claimant="The institute")
    make.claim("4", "2021", key="trips", figure=trips, statement="He travelled abroad.")
    make.claim(key="undated", period="", figure=None, statement="Soldiers are counting.")
    now = make.claim("5,000", "July 2020", key="now", figure=troops, about_now=True)
    make.evidence(now, "5,000", "July 2020", stance="supports")
    make.evidence(now, "2,500", "July 2021", stance="conflicts")
    recheck_claims(Claim.objects.all(), at=make.TODAY)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param({}, ["supported", "bare", "trips", "undated", "now"], id="all, as entered"),
        pytest.param({"status": "corroborated"}, ["supported"], id="one status"),
        pytest.param(
            {"status": ["corroborated", "single-source"]}, ["supported", "now"], id="two of them"
        ),
        pytest.param({"status": "contested"}, [], id="a status that none has"),
        pytest.param({"currency": "outdated"}, ["now"], id="outdated"),
        pytest.param({"currency": ["outdated", "undated"], "status": "single-source"}, ["now"]),
        pytest.param({"needs_review": "true"}, ["now"], id="a person should look"),
        pytest.param({"needs_review": "false", "figure": "trips"}, ["trips"], id="nobody need"),
        pytest.param({"figure": "us-troops-iraq"}, ["supported", "bare", "now"], id="a figure"),
        pytest.param({"subject": "Mustafa al-Kadhimi"}, ["trips"], id="a subject by its name"),
        pytest.param({"subject": "Kazimi"}, ["trips"], id="by an alias"),
        pytest.param({"subject": "  KÁZIMI "}, ["trips"], id="capitals, accents, space"),
        pytest.param({"q": "travelled"}, ["trips"], id="a word"),
        pytest.param({"q": "count"}, ["supported", "undated"], id="another form of the word"),
        pytest.param({"q": "count -troops"}, ["undated"], id="without a word"),
        pytest.param({"q": '"counted twice"'}, ["supported"], id="a phrase"),
        pytest.param({"q": "institute"}, ["bare"], id="a word of the claimant"),
        pytest.param({"q": "'); --"}, [], id="no words, only signs"),
        pytest.param({"q": "the"}, [], id="a word that is not searched for"),
        pytest.param({"period": "2020-07-15"}, ["supported", "now"], id="a day"),
        pytest.param({"period": "2020-03"}, ["bare"], id="a month"),
        pytest.param({"period": "2020"}, ["supported", "bare", "now"], id="a year"),
        pytest.param(
            {"period": "2020-03-31/2020-07-01"}, ["supported", "bare", "now"], id="a span"
        ),
        pytest.param({"period": "2020-04-01/2020-06-30"}, [], id="a span between"),
        pytest.param({"period_from": "2020-07-31"}, ["supported", "trips", "now"], id="from a day"),
        pytest.param({"period_from": "2020-08-01"}, ["trips"], id="from the day after"),
        pytest.param({"period_to": "2020-03-01"}, ["bare"], id="to a day"),
        pytest.param({"period_to": "2020-02-29"}, [], id="to the day before"),
        pytest.param(
            {"period_from": "2020-07-31", "period_to": "2020-07-31"}, ["supported", "now"]
        ),
        pytest.param({"period": "9999-12-31"}, [], id="the last day of all"),
        pytest.param({"period_from": "0001-01-01", "q": "travelled"}, ["trips"], id="the first"),
        pytest.param(
            {
                "status": "corroborated",
                "figure": "us-troops-iraq",
                "period": "2020-07",
                "q": "troop",
            },
            ["supported"],
            id="all of these",
        ),
    ],
)
def test_what_is_found(assorted, query, expected):
    assert keys(**query) == expected


@pytest.mark.parametrize(
    ("query", "name", "complaint"),
    [
        pytest.param(
            {"status": "true"}, "status", "“true” is not one of: unsupported", id="status"
        ),
        pytest.param({"currency": "old"}, "currency", "current, outdated, stale", id="currency"),
        pytest.param({"needs_review": "1"}, "needs_review", "true or false", id="a flag"),
        pytest.param({"figure": "troops"}, "figure", "no figure with the slug “troops”"),
        pytest.param({"figure": "a\0"}, "figure", "Null characters", id="NUL in a slug"),
        pytest.param({"figure": "x" * 201}, "figure", "no more than 200", id="a long slug"),
        pytest.param({"subject": "Nobody"}, "subject", "No subject goes by the name “Nobody”"),
        pytest.param({"subject": "\0"}, "subject", "Null characters", id="NUL in a name"),
        pytest.param({"q": "troops\0"}, "q", "Null characters", id="NUL in words"),
        pytest.param({"q": " "}, "q", "empty", id="no words"),
        pytest.param({"q": "w" * 301}, "q", "no more than 300", id="too many words"),
        pytest.param({"period": "2020-02-30"}, "period", "not a date of the calendar"),
        pytest.param({"period": "July 2020"}, "period", "not a date: write", id="words"),
        pytest.param({"period": ""}, "period", "not a date: write", id="no period"),
        pytest.param({"period": "\0"}, "period", "not a date: write", id="NUL for a period"),
        pytest.param({"period": "0000"}, "period", "year 0 is out of range", id="year 0"),
        pytest.param({"period": "2020-07-01/"}, "period", "not a date: write", id="half a span"),
        pytest.param({"period": "2020/2021/2022"}, "period", "not a date: write", id="three"),
        pytest.param(
            {"period": "2020-08/2020-07"}, "period", "is after the latest", id="backwards"
        ),
        pytest.param({"period": "2" * 5000}, "period", "too long", id="a very long period"),
        pytest.param({"period": "2020", "period_to": "2021-01-01"}, "period", "either period, or"),
        pytest.param({"period_from": "2020-7-1"}, "period_from", "YYYY-MM-DD", id="short month"),
        pytest.param({"period_to": "10000-01-01"}, "period_to", "YYYY-MM-DD", id="year 10000"),
        pytest.param(
            {"period_from": "2020-07-02", "period_to": "2020-07-01"},
            "period_to",
            "is before period_from",
            id="ends in the wrong order",
        ),
        pytest.param({"offset": "10"}, "offset", "no parameter “offset”", id="an offset"),
        pytest.param({"page": "2"}, "page", "address takes: currency, cursor", id="a page"),
        pytest.param({"state": "accepted"}, "state", "no parameter", id="one of another address"),
        pytest.param({"status__in": "refuted"}, "status__in", "no parameter", id="a lookup"),
    ],
)
def test_what_is_refused(query, name, complaint):
    said = refusal("claims/", **query)
    assert list(said) == [name]
    assert complaint in said[name]


def test_more_claims_take_no_more_queries():
    def cost(number: int) -> int:
        for n in range(number):
            name = f"{number}-{n}"
            figure = make.figure(name, subject=make.subject(name), scope=full_scope(name))
            make.evidence(make.claim(figure=figure))
        recheck_claims(Claim.objects.all(), at=make.TODAY)
        with CaptureQueriesContext(connection) as queries:
            assert len(ask("claims/", page_size=200)["results"]) == Claim.objects.count()
        return len(queries) - GATE - 1  # the count above

    assert cost(1) == cost(12) == 1


def test_the_explanation_and_the_search_words_stay_in_the_database():
    make.claim()
    with CaptureQueriesContext(connection) as queries:
        ask("claims/")
    _, query = queries
    assert '"explanation"' not in query["sql"] and '"search"' not in query["sql"]
