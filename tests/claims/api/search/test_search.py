"""GET /api/v1/claims:search, and the same where Google has it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from tests.claims import make
from tests.claims.ledger.rows import NOON, people, verdict
from tests.factcheck.api.asking import ask, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewed() -> None:
    """Three published claims on troops, of which one was withdrawn, and a draft."""
    signed, figure = people(), make.figure()
    dates = {"made_on": ("2020-08-01", "2020-08-03"), "claimant": "The ministry"}
    first = make.claim(statement="Troops were in Iraq.", figure=figure, **dates)
    verdict(first, signed=signed, at=NOON).save()
    yesterday = now() - timedelta(days=1)
    second = make.claim(statement="Many troops left.", figure=figure)
    verdict(second, signed=signed, rating="refuted", at=yesterday).save()
    third = make.claim(statement="Troops came back.", figure=figure)
    row = verdict(third, signed=signed, at=yesterday)
    row.save()
    verdict(third, signed=signed, at=yesterday, kind="withdrawal", supersedes=row).save()
    make.claim(statement="Troops are a draft.", figure=figure)


def texts(**query) -> list[str]:
    return [claim["text"] for claim in ask("claims:search", **query).get("claims", [])]


def test_a_claim_as_clients_of_google_know_it(reviewed):
    answer = ask("claims:search", query="iraq ministry", key="abc", alt="json")
    assert answer == {
        "claims": [
            {
                "text": "Troops were in Iraq.",
                "claimant": "The ministry",
                "claimDate": "2020-08-01T00:00:00Z",
                "claimReview": [
                    {
                        "publisher": {"name": "Fact-check database", "site": "testserver"},
                        "url": "http://testserver/api/v1/verdicts/1/",
                        "title": "Troops were in Iraq.: corroborated",
                        "reviewDate": "2024-02-01T12:00:00.000000Z",
                        "textualRating": "corroborated",
                        "languageCode": "en",
                    }
                ],
            }
        ]
    }
    theirs = Client().get("/v1alpha1/claims:search", {"query": "iraq ministry"})
    assert theirs.json() == answer
    assert theirs["RateLimit"] and theirs["ETag"] and theirs["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"query": "troops"}, ["Many troops left.", "Troops were in Iraq."]),
        ({"query": "troops", "maxAgeDays": 30}, ["Many troops left."]),
        ({"query": "troops", "languageCode": "en-GB", "offset": 1}, ["Troops were in Iraq."]),
        ({"query": "troops", "languageCode": "fr"}, []),
        ({"query": "draft"}, []),
        ({"query": "\u00e9lan"}, []),
        ({"reviewPublisherSiteFilter": "WWW.testserver", "maxAgeDays": 9}, ["Many troops left."]),
        ({"query": "troops", "reviewPublisherSiteFilter": "other.example"}, []),
    ],
)
def test_what_is_found_the_newest_review_first(reviewed, query, expected):
    assert texts(**query) == expected


def test_pages(reviewed):
    first = ask("claims:search", query="troops", pageSize=1)
    second = ask("claims:search", query="troops", pageSize=1, pageToken=first["nextPageToken"])
    assert [first["claims"][0]["text"], second["claims"][0]["text"]] == texts(query="troops")
    assert "nextPageToken" not in second


def test_what_is_refused():
    assert "Give words" in refusal("claims:search")["query"]
    assert "not a cursor" in refusal("claims:search", query="a", pageToken="x")["pageToken"]
    assert "from 1 to 200" in refusal("claims:search", query="a", pageSize=0)["pageSize"]
    assert Client().get("/v1alpha1/claims:search").json()["errors"][0]["attr"] == "query"
    assert Client().get("/v1alpha1/other").json()["type"] == "client_error"
