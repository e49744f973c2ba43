"""GET /api/v1/figures/"""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.listing import counts
from claims.models import Subject
from tests.claims import make
from tests.claims.ledger.rows import people, verdict
from tests.factcheck.api import asking
from tests.factcheck.api.asking import GATE, ask, ask_link, every_page, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def public(monkeypatch):
    monkeypatch.setattr(asking, "HEADERS", {})


@pytest.fixture
def published(public) -> list[str]:
    """Five published figures and a draft, by their slugs: troops and planes in Iraq, which lies
    in the Middle East; trips and a share of a person; an event that was refuted."""
    signed, kazimi = people(), make.subject("Mustafa al-Kadhimi", aliases=["Kazimi"])
    make.within(make.term("Iraq"), make.term("Middle East"))
    everywhere = make.scope()
    for slug, wording, columns in [
        ("troops", "about 5,000", {"scope": make.scope("Iraq", "US forces")}),
        ("planes", "12", {"measure": "Planes  held", "unit": "planes"}),
        ("trips", "3", {"subject": kazimi, "measure": "trips", "nature": "flow"}),
        ("share", "40", {"subject": kazimi, "nature": "ratio", "unit": "", "additive": False}),
        ("attack", "9", {"measure": "attacks", "scope": make.scope("Syria")}),
    ]:
        scope = {"scope": everywhere if "subject" in columns else None}
        figure = make.figure(slug, **scope | columns)
        rating = "refuted" if slug == "attack" else "corroborated"
        verdict(make.claim(wording, figure=figure), signed=signed, rating=rating).save()
    make.figure("draft", measure="drafts", unit="drafts", subject=make.subject("Nobody yet"))
    return ["troops", "planes", "trips", "share", "attack"]


def slugs(answer) -> list[str]:
    return [row["slug"] for row in answer["results"]]


FOUND = [
    ({}, "troops planes trips share attack"),
    ({"subject": "kazimi"}, "trips share"),
    ({"measure": "PLANES held"}, "planes"),
    ({"unit": "troops"}, "troops trips attack"),
    ({"place": "Iraq"}, "troops planes"),
    ({"place": "middle east"}, "troops planes"),
    ({"population": "US forces"}, "troops"),
    ({"scope": "Us Forces", "place": "Iraq"}, "troops"),
    ({"nature": "flow"}, "trips"),
    ({"nature": ["flow", "ratio"]}, "trips share"),
    ({"nature": ["flow", "stock"], "unit": "troops"}, "troops trips attack"),
    ({"nature": "event-date"}, ""),
    ({"status": "refuted"}, "attack"),
    ({"status": ["refuted", "corroborated"], "place": "Syria"}, "attack"),
    ({"has_value": "false"}, "attack"),
    ({"has_value": "true", "unit": "troops"}, "troops trips"),
    ({"q": "kazimi"}, "trips share"),
    ({"q": "troops in Iraq"}, "troops"),
    ({"q": "the"}, ""),
    ({"q": "troops drafts"}, ""),
    ({"unit": "drafts"}, ""),
]


@pytest.mark.parametrize(("query", "expected"), FOUND)
def test_what_is_found_and_how_many_there_are(published, monkeypatch, query, expected):
    """In both ways of counting, in pages of each size, and through the ledger as through the
    list."""
    for most in (1_000, 2):
        monkeypatch.setattr(counts, "COUNTED_AT_MOST", most)
        answer = ask("figures/", total=1, **query)
        found = expected.split()
        assert slugs(answer) == found
        exact = answer["total"]["exact"]
        assert answer["total"]["figures"] == (len(found) if exact else most)
        assert exact or len(found) > most
    for size in (1, 2):
        pages = every_page("figures/", page_size=size, **query)
        assert [row["slug"] for page in pages for row in page] == found
    timed = ask("figures/", known_at="2100-01-01", **query)
    assert timed["results"] == answer["results"]


def test_pages_lead_back_too(published):
    last = ask_link(ask_link(ask("figures/", page_size=2)["next"])["next"])
    assert slugs(last) == ["attack"] and last["next"] is None
    before = ask_link(last["previous"])
    assert slugs(before) == ["trips", "share"]
    assert slugs(ask_link(before["previous"])) == ["troops", "planes"]
    assert ask_link(before["previous"])["previous"] is None


def test_a_row_has_the_value_and_where_it_comes_from(public):
    figure = make.figure("troops", scope=make.scope("Iraq", "US forces"))
    claim = make.claim("about 5,000", "July 2020", figure=figure, key="a")
    agency, plain = make.document(), make.document(publisher=make.publisher("A paper"))
    agency.origins.add(make.origin('An "agency"'))
    for document in (agency, plain):
        make.evidence(claim, quoting=make.passage(document))
    verdict(claim, signed=people()).save()
    base = "http://testserver/api/v1"
    assert ask("figures/")["results"] == [
        {
            "slug": "troops",
            "subject": "United States forces",
            "measure": "troop level",
            "scope": {"geography": "Iraq", "population": "US forces", "role": None},
            "unit": "troops",
            "nature": "stock",
            "status": "corroborated",
            "value": {
                **{"wording": "about 5,000", "hedge": "about", "unit": "troops"},
                **{"value": "5000", "low": "4500", "best": "5000", "high": "5500"},
                **{"low_closed": True, "high_closed": True},
                "period": {
                    **{"earliest": "2020-07-01", "latest": "2020-07-31"},
                    **{"mode": "instant", "basis": "stated"},
                },
                **{"status": "corroborated", "currency": "current"},
                "origins": ["A paper", 'An "agency"'],
                **{"at": "2024-02-01T12:00:00.000000Z", "verdict": 1, "claim": "a"},
                "links": {"verdict": f"{base}/verdicts/1/", "claim": f"{base}/claims/a/"},
            },
            "links": {
                "self": f"{base}/figures/troops/",
                "claims": f"{base}/claims/?figure=troops",
            },
        }
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, {"Iraq": 2, "Middle East": 2, "Syria": 1}),
        ({"unit": "troops"}, {"Iraq": 1, "Middle East": 1, "Syria": 1}),
        ({"q": "iraq"}, {"Iraq": 2, "Middle East": 2}),
        ({"unit": "planes", "has_value": "true"}, {"Iraq": 1, "Middle East": 1}),
        ({"subject": "Kazimi"}, {}),
    ],
)
def test_facets(published, query, expected):
    facets = ask("figures/", facets="place,unit", **query)["facets"]
    assert {row["value"]: row["figures"] for row in facets["place"]} == expected
    assert facets.keys() == {"place", "unit"}


def test_the_public_knows_of_no_draft_and_who_reads_drafts_does(published, reads_drafts):
    assert Client().get("/api/v1/figures/draft/").status_code == 404
    for query, name in [({"subject": "Nobody yet"}, "subject"), ({"scope": "Nowhere"}, "scope")]:
        assert f"No {name} goes by the name" in refusal("figures/", **query)[name]
    asking.HEADERS = reads_drafts
    assert slugs(ask("figures/", total=1, facets="unit"))[-1] == "draft"
    assert slugs(ask("figures/", subject="nobody YET", total=1)) == ["draft"]
    assert ask("figures/draft/")["value"] is None


def test_a_later_name_of_a_subject_is_found_and_told(published):
    Subject.objects.filter(name="Mustafa al-Kadhimi").update(name="M. al-Kazimi")
    answer = ask("figures/", q="mustafa")
    assert slugs(answer) == []
    assert {row["subject"] for row in ask("figures/", subject="Kazimi")["results"]} == {
        "M. al-Kazimi"
    }


def test_a_page_costs_one_query_however_many_figures_there_are(published):
    def cost(**query) -> int:
        with CaptureQueriesContext(connection) as queries:
            ask("figures/", **query)
        return len(queries) - GATE

    assert cost() == cost(unit="troops") == cost(nature=["flow", "ratio"], status="refuted") == 1
    assert cost(total=1) == cost(known_at="2024-01-01") == 2


@pytest.mark.parametrize(
    ("query", "name", "complaint"),
    [
        ({"nature": "level"}, "nature", "stock, cumulative, flow, event-date, ratio"),
        ({"known_at": "2024-01-01T00:00:00"}, "known_at", "A zone is needed"),
        ({"known_at": "0001-01-01T00:00:00+12:00"}, "known_at", "no moment"),
        ({"known_at": "2024-02-30"}, "known_at", "no moment of the calendar"),
        ({"as_of": "2024"}, "as_of", "YYYY-MM-DD"),
        ({"facets": "unit,colour"}, "facets", "“colour” is no facet"),
        ({"facets": "unit", "as_of": "2020-01-01"}, "facets", "as of now"),
        ({"total": "yes"}, "total", "true or false"),
        ({"q": "\0"}, "q", "Null characters"),
        ({"figure": "a"}, "figure", "There is no parameter"),
    ],
)
def test_what_is_refused(query, name, complaint):
    assert complaint in refusal("figures/", **query)[name]
