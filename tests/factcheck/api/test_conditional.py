"""The second request for the same answer is cheap, and never wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date, parse_http_date

from claims.api.figures.views import FigureDetail, Figures
from factcheck.api import conditional
from factcheck.freshness.models import Change
from tests.claims import make
from tests.claims.ledger.rows import people, verdict
from tests.factcheck.access.callers import header_of

pytestmark = pytest.mark.django_db

PATHS = ["", "documents/", "passages/", "figures/", "claims/", "figures/f/", "schema/", "docs/"]


@pytest.fixture(autouse=True)
def figure():
    """One that is published, or nobody would see it."""
    figure = make.figure("f")
    verdict(make.claim(figure=figure), signed=people()).save()
    return figure


@pytest.fixture
def settled(monkeypatch):
    """The record last changed an hour ago, and the process began before; gives that moment."""
    now = datetime.now(tz=UTC)
    Change.objects.all().delete()
    change = Change.objects.create(at=now - timedelta(hours=1))
    with connection.cursor() as cursor:  # a test is one transaction: let it note another change
        cursor.execute("SELECT set_config('factcheck.noted', '', true)")
    monkeypatch.setattr(conditional, "STARTED", now - timedelta(days=1))
    return change.at


def get(path: str, method: str = "get", /, **headers):
    return getattr(Client(), method)(f"/api/v1/{path}", headers=headers)


@pytest.mark.parametrize("path", PATHS)
def test_every_read_can_be_asked_for_again_by_etag_and_by_date(path, settled):
    first = get(path)
    assert first["ETag"].startswith('"') and first["Last-Modified"] == http_date(
        settled.timestamp()
    )
    for condition in (
        {"If-None-Match": first["ETag"]},
        {"If-None-Match": f'"other", W/{first["ETag"]}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": first["Last-Modified"]},
        # The ETag goes first.
        {"If-None-Match": first["ETag"], "If-Modified-Since": http_date(0)},
    ):
        for method in ("get", "head"):
            again = get(path, method, **condition)
            assert again.status_code == 304 and not again.content, condition
            for name in ("Last-Modified", "Cache-Control", "RateLimit", "Vary"):
                assert name.startswith("Rate") or again[name] == first[name]
                assert name in again
    assert get(path, **{"If-None-Match": first["ETag"]})["ETag"] == first["ETag"]


@pytest.mark.parametrize(
    "condition",
    [
        {"If-None-Match": '"other"'},
        {"If-None-Match": '"other"', "If-Modified-Since": http_date(2**31)},
        {"If-None-Match": "nonsense"},
        {"If-Modified-Since": "yesterday"},
        {"If-Modified-Since": http_date(0)},
    ],
)
def test_what_does_not_match_is_answered_whole(condition, settled):
    assert get("figures/", **condition).json()["results"]


def test_a_change_makes_both_new(figure, settled):
    old = get("figures/")
    figure.measure = "another measure"
    figure.save()
    for condition in (
        {"If-None-Match": old["ETag"]},
        {"If-Modified-Since": old["Last-Modified"]},
    ):
        answer = get("figures/", **condition)
        assert answer.status_code == 200 and answer["ETag"] != old["ETag"]


def test_an_answer_from_right_after_a_change_is_not_taken_for_the_last_word(settled):
    """Another change of the same second may have been committed right after it was read."""
    moment = Change.objects.create(at=datetime.now(tz=UTC)).at
    early = get("figures/")["Last-Modified"]
    assert parse_http_date(early) < int(moment.timestamp())
    assert get("figures/", **{"If-Modified-Since": early}).status_code == 200


def test_another_code_is_a_change_too(monkeypatch, settled):
    old = get("schema/")["Last-Modified"]
    monkeypatch.setattr(conditional, "STARTED", settled + timedelta(minutes=30))
    assert get("schema/", **{"If-Modified-Since": old}).status_code == 200


def test_a_date_that_matches_costs_one_query(settled):
    with CaptureQueriesContext(connection) as queries:
        assert get("claims/", **{"If-Modified-Since": http_date(2**31)}).status_code == 304
    assert len(queries) == 1


def test_a_view_that_knows_better_is_asked_first(monkeypatch):
    monkeypatch.setattr(FigureDetail, "validator", lambda view: "third edition")
    monkeypatch.setattr(FigureDetail, "immutable", lambda view: True)
    first = get("figures/f/")
    assert first["Cache-Control"] == "public, max-age=31536000, immutable"
    monkeypatch.setattr(FigureDetail, "get", None)  # it is not made again
    again = get("figures/f/", **{"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert (again["ETag"], again["Cache-Control"]) == (first["ETag"], first["Cache-Control"])


@pytest.mark.parametrize("known", [None, "third edition"])
def test_if_match_is_refused_in_the_one_shape(monkeypatch, known):
    monkeypatch.setattr(Figures, "validator", lambda view: known)
    answer = get("figures/", **{"If-Match": '"other"'})
    assert answer.status_code == 412
    assert answer.json()["errors"][0]["code"] == "precondition_failed"


def test_who_may_keep_it(settings):
    settings.API_MAX_AGE = 7
    assert get("figures/")["Cache-Control"] == "public, max-age=7"
    assert get("figures/", **header_of("read"))["Cache-Control"] == "private, no-cache"
    for bad in (get("figures/?x=1"), get("figures/no/"), get("nothing/"), get("", "post")):
        assert bad.status_code >= 400 and bad["Cache-Control"] == "no-store"
        assert "ETag" not in bad
        assert bad["Vary"] == "Accept, Authorization, Cookie"
