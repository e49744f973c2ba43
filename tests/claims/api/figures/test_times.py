"""What was so on a day, as it was known at a moment: the API against plain Python."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from django.test import Client

from claims.models import Verdict
from tests.claims import make
from tests.claims.ledger import plain
from tests.claims.ledger.rows import NOON, people, verdict
from tests.factcheck.api import asking
from tests.factcheck.api.asking import ask, refusal

pytestmark = pytest.mark.django_db

START = datetime(2023, 1, 1, tzinfo=UTC)
NATURES = ("stock", "flow", "cumulative")


@pytest.fixture
def year(monkeypatch):
    """A year of verdicts, corrections and withdrawals on three figures, told to the public."""
    monkeypatch.setattr(asking, "HEADERS", {})
    chance, signed, now = Random(2023), people(), START
    figures = [make.figure(f"figure-{n}", measure=n, nature=n) for n in NATURES]
    claims, last = [], {}
    for month in range(1, 13):
        for figure in figures:
            wording = f"about {chance.randint(2, 9)},000"
            claims.append(make.claim(wording, f"2023-{month:02}", figure=figure))
    for claim in [*claims, *chance.choices(claims, k=24)]:
        now += timedelta(hours=chance.choice([0, 5, 300]))
        before = last.get(claim.pk)
        kinds = ["correction", "withdrawal"] if before and before.kind != "withdrawal" else []
        columns = {
            "kind": chance.choice(kinds) if kinds else "verdict",
            "rating": chance.choice(["corroborated"] * 4 + ["refuted"]),
            "period_mode": chance.choice(["instant", "throughout"]),
        }
        row = verdict(claim, signed=signed, at=now, supersedes=before, **columns)
        row.save()
        last[claim.pk] = row
    return figures


def test_five_hundred_points_of_a_year(year):
    chance = Random(7)
    ledger = list(Verdict.objects.order_by("number").values_list("content", flat=True))
    end = datetime.fromisoformat(ledger[-1]["at"])
    seen = set()
    for point in range(170):
        as_of = date(2023, 1, 1) + chance.randint(-5, 370) * timedelta(days=1)
        known_at = START + chance.random() * (end - START) if point % 9 else None
        query = {"as_of": as_of.isoformat()} if point % 7 else {}
        if known_at:
            query["known_at"] = known_at.isoformat().replace("+00:00", "Z")
        expected = {
            figure.slug: plain.value_of(
                ledger, figure.slug, as_of=as_of if "as_of" in query else None, known_at=known_at
            )
            for figure in year
        }
        rows = ask("figures/", **query)["results"]
        told = {row["slug"]: row["value"] and row["value"]["verdict"] for row in rows}
        # A figure on which nothing had been published yet is not in the list.
        assert told == {slug: number for slug, number in expected.items() if slug in told}
        assert all(expected[slug] is None for slug in expected.keys() - told.keys())
        seen |= set(expected.values())
        if point % 6 == 0:
            _one_figure(chance.choice(year).slug, query, ledger, known_at, expected)
    assert len(seen) > 10


def _one_figure(slug: str, query: dict, ledger: list, known_at, expected: dict) -> None:
    one = ask(f"figures/{slug}/", **query)
    assert (one["value"] and one["value"]["verdict"]) == expected[slug]
    in_force = [row for row in plain.known(ledger, known_at) if row["figure"] == slug]
    in_force.sort(key=lambda v: (plain.first_day(v) or date.min, v["number"]), reverse=True)
    assert [row["verdict"] for row in one["series"]] == [row["number"] for row in in_force]
    refuted = ask(f"figures/{slug}/", status="refuted", **query)
    assert refuted["value"] == one["value"]
    assert refuted["series"] == [row for row in one["series"] if row["status"] == "refuted"]


def test_filters_at_past_times_are_of_those_times(monkeypatch):
    figure, signed = make.figure("troops"), people()
    claim = make.claim(figure=figure)
    first = verdict(claim, signed=signed)
    first.save()
    later = {"kind": "correction", "supersedes": first, "rating": "refuted"}
    verdict(claim, signed=signed, at=NOON + timedelta(days=2), **later).save()
    for status, then, now in [("corroborated", 1, 0), ("refuted", 0, 1)]:
        assert len(ask("figures/", status=status, known_at="2024-02-02")["results"]) == then
        assert len(ask("figures/", status=status)["results"]) == now
    for has_value, then, now in [("true", 1, 0), ("false", 0, 1)]:
        query = {"has_value": has_value, "total": 1}
        assert ask("figures/", known_at="2024-02-02", **query)["total"]["figures"] == then
        assert ask("figures/", **query)["total"]["figures"] == now


def test_what_was_known_at_a_past_moment_is_for_ever_and_what_is_known_now_is_not():
    figure, signed = make.figure("troops"), people()
    verdict(make.claim("5,000", "2020", figure=figure), signed=signed).save()
    later = make.claim("6,000", "2021", figure=figure)
    verdict(later, signed=signed, at=NOON + timedelta(days=1)).save()
    for path in ("figures/troops/", "figures/"):
        past, head, subject = (
            Client().get(f"/api/v1/{path}", query)
            for query in (
                {"known_at": "2024-02-01"},
                {"known_at": "2024-02-02T12:00:00Z"},
                {"known_at": "2024-02-01", "status": "corroborated"},
            )
        )
        assert "immutable" in past["Cache-Control"] and "immutable" in subject["Cache-Control"]
        assert "immutable" not in head["Cache-Control"]
        figure.subject.name += " renamed"
        figure.subject.save()
        assert Client().get(f"/api/v1/{path}", {"known_at": "2024-02-01"}).content == past.content
    filtered = Client().get("/api/v1/figures/", {"known_at": "2024-02-01", "unit": "troops"})
    assert "immutable" not in filtered["Cache-Control"]


def test_the_series_with_its_quotes_and_what_is_outdated():
    figure, signed = make.figure("troops", window_days=45), people()
    for period in ("2020", "2021", "2019"):
        claim = make.claim("5,000", period, figure=figure)
        make.evidence(claim, quoting=make.passage(make.document(key=f"in-{period}")))
        rating = "refuted" if period == "2021" else "corroborated"
        verdict(claim, signed=signed, rating=rating).save()
    one = ask("figures/troops/")
    assert [(row["verdict"], row["currency"]) for row in one["series"]] == [
        (2, "current"),
        (1, "current"),
        (3, "outdated"),
    ]
    assert one["value"]["verdict"] == 1
    (quote,) = one["series"][0]["quotes"]
    assert quote["exact"] == "There were 5,000 troops."
    assert quote["document"] == "http://testserver/api/v1/documents/in-2021/"
    assert ask("documents/in-2021/")["key"] == "in-2021"
    assert one["about"]["window_days"] == 45
    assert ask("figures/troops/", as_of="2019-06-01")["value"]["verdict"] == 3


def test_a_figure_that_is_not_there():
    assert "no figure “nope”" in refusal("figures/nope/", 404)[None]
    assert "takes: as_of, known_at, status" in refusal("figures/nope/", unit="a")["unit"]
