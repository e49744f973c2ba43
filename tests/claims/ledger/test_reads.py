"""What was so on a day, as it was known at a moment: PostgreSQL against plain Python."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product
from random import Random

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from claims.ledger import end_of_day
from claims.models import Claim, Figure, Verdict
from claims.models.choices import Modality, Nature, PeriodMode, Status
from claims.workflow.steps import approve, correct, reopen, submit, withdraw_verdict
from tests.claims import make
from tests.claims.people import person
from tests.claims.workflow.ready import as_seen, checked, in_review

from . import plain
from .rows import NOON, people, verdict

DAY = timedelta(days=1)
YEAR = date(2023, 1, 1)


def contents() -> list[dict]:
    return list(Verdict.objects.order_by("number").values_list("content", flat=True))


@st.composite
def histories(draw):
    """Columns of verdicts, each on one of four claims; times and days that often coincide."""
    days = st.integers(0, 8).map(lambda n: YEAR + n * DAY)
    rows = []
    for _ in range(draw(st.integers(3, 9))):
        first, last = sorted([draw(days), draw(days)])
        ends = draw(st.sampled_from([(first, last), (first, None), (None, last)]))
        rows.append(
            {
                "on": draw(st.integers(0, 3)),
                "wait": draw(st.sampled_from([0, 0, 1, 2])),
                "withdraws": draw(st.integers(0, 3)) == 0,
                "rating": draw(st.sampled_from([*Status.values, *["corroborated"] * 6])),
                "modality": draw(st.sampled_from(["observation"] * 4 + Modality.values)),
                "period": draw(st.sampled_from([DateRange(*ends, "[]")] * 5 + [None])),
                "period_mode": draw(st.sampled_from(PeriodMode.values)),
                "numbered": draw(st.integers(0, 5)) > 0,
            }
        )
    return draw(st.sampled_from(Nature.values)), rows


def write(figure: Figure, rows: list[dict], signed: dict) -> None:
    """A history as rows of the ledger, on up to four claims of the figure."""
    claims = [make.claim("", figure=figure) for _ in range(4)]
    last: dict[int, Verdict] = {}
    now = NOON
    for columns in rows:
        claim = claims[columns.pop("on")]
        before = last.get(claim.pk)
        now += columns.pop("wait") * timedelta(microseconds=1)
        withdraws = columns.pop("withdraws") and before and before.kind != "withdrawal"
        if columns.pop("numbered"):
            columns |= {"low": 1, "best": 1, "high": 1}
        row = verdict(
            claim,
            signed=signed,
            at=now,
            supersedes=before,
            kind="withdrawal" if withdraws else "verdict",
            **columns,
        )
        row.save()
        last[claim.pk] = row


class TestAnyHistory(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(history=histories(), chance=st.randoms(use_true_random=False))
    def test_sql_and_plain_python_agree(self, history, chance):
        nature, rows = history
        figure = make.figure(nature=nature, additive=False)
        write(figure, rows, people())
        ledger = contents()
        times = {datetime.fromisoformat(content["at"]) for content in ledger}
        moments = [None, NOON - DAY, *sorted(times)]
        days = [None, *(YEAR + n * DAY for n in range(-1, 10))]
        for known_at, as_of in chance.sample(list(product(moments, days)), 8):
            expected = plain.value_of(ledger, figure.slug, as_of=as_of, known_at=known_at)
            found = Verdict.objects.value_of(figure, as_of=as_of, known_at=known_at)
            assert (found and found.number) == expected, (as_of, known_at)
        for moment in moments:
            assert sorted(v.number for v in Verdict.objects.known_at(moment)) == sorted(
                content["number"] for content in plain.known(ledger, moment)
            )


@pytest.mark.django_db
def test_a_year_of_verdicts_and_corrections_through_the_workflow():
    """More than five hundred points: 170 of (as_of, known_at), each of three figures."""
    chance = Random(2023)
    figures = [make.figure(f"figure-{n}", measure=f"measure {n}") for n in range(3)]
    writer, reviewer, adjudicator = person("reviewer"), person("reviewer"), person("adjudicator")
    claims = []
    for month in range(1, 13):
        claim = make.claim(
            f"about {chance.randint(2, 9)},000",
            f"2023-{month:02}",
            figure=chance.choice(figures),
        )
        make.evidence(claim, claim.wording, f"2023-{month:02}")
        claims.append(claim)
    now = datetime(2023, 1, 1, tzinfo=UTC)
    for claim in claims:
        now += timedelta(days=chance.randint(1, 20))
        when = {"now": now, "at": now.date()}
        in_review(checked(claim), by=writer)
        approve(claim=claim, by=reviewer, reason="Read.", **as_seen(claim) | when)
        if claim.pk % 2:
            old = chance.choice(claims[: claims.index(claim) + 1])
            _again(old, writer, reviewer, adjudicator, now + timedelta(hours=1), chance)
    ledger = contents()
    assert {content["kind"] for content in ledger} == {"verdict", "correction", "withdrawal"}
    values = set()
    for _ in range(170):
        as_of = YEAR + chance.randint(-5, 370) * DAY
        known_at = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(hours=chance.randint(0, 8_000))
        listed = Figure.objects.with_value(as_of=as_of, known_at=known_at).order_by("slug")
        expected = [
            plain.value_of(ledger, figure.slug, as_of=as_of, known_at=known_at)
            for figure in figures
        ]
        assert [figure.value_number for figure in listed] == expected
        values |= set(expected)
    assert len(values) > 6


def _again(claim: Claim, writer, reviewer, adjudicator, now: datetime, chance: Random) -> None:
    """Reopen a verified claim, and correct it or withdraw what is published on it."""
    claim.refresh_from_db()
    if claim.stage != "verified":
        return
    when = {"now": now, "at": now.date()}
    reopen(claim=claim, by=writer, reason="A second look.", **when)
    claim.refresh_from_db()
    if chance.random() < 0.5:
        withdraw_verdict(claim=claim, by=adjudicator, reason="Taken back.", **when)
        return
    submit(claim=claim, by=writer, **when)
    claim.refresh_from_db()
    correct(
        claim=claim,
        by=reviewer,
        reason="A digit was misread.",
        rating=chance.choice(["corroborated", "refuted"]),
        **as_seen(claim) | when,
    )


@pytest.mark.django_db
class TestValue:
    """The rules of docs/ledger.md, one example each."""

    @pytest.mark.parametrize(
        ("nature", "mode", "period", "speaks", "is_silent"),
        [
            (
                "stock",
                "instant",
                "July 2020",
                ["2020-07-01", "2020-07-31", "2024-01-01"],
                "2020-06-30",
            ),
            ("ratio", "instant", "July 2020", ["2020-07-01", "2024-01-01"], "2020-06-30"),
            ("flow", "within", "July 2020", ["2020-07-01", "2020-07-31"], "2020-08-01"),
            ("flow", "within", "July 2020", ["2020-07-15"], "2020-06-30"),
            ("cumulative", "instant", "July 2020", ["2020-07-01", "2024-01-01"], "2020-06-30"),
            ("cumulative", "cumulative", "July 2020", ["2020-07-31", "2024-01-01"], "2020-07-30"),
            ("event-date", "within", "July 2020", ["2020-07-01", "2024-01-01"], "2020-06-30"),
        ],
    )
    def test_of_which_days_a_verdict_speaks(self, nature, mode, period, speaks, is_silent):
        figure = make.figure(nature=nature, additive=False)
        wording = "" if nature == "event-date" else "5,000"
        claim = make.claim(wording, period, figure=figure)
        verdict(claim, signed=people(), period_mode=mode).save()
        assert all(Verdict.objects.value_of(figure, as_of=date.fromisoformat(d)) for d in speaks)
        assert not Verdict.objects.value_of(figure, as_of=date.fromisoformat(is_silent))

    def test_the_last_observation_holds_until_the_next(self):
        figure, signed = make.figure(), people()
        for period in ("January 2020", "March 2020", "February 2020"):
            verdict(make.claim("5,000", period, figure=figure), signed=signed).save()
        numbers = {
            day: Verdict.objects.value_of(figure, as_of=date.fromisoformat(day)).number
            for day in ("2020-01-31", "2020-02-20", "2020-03-01", "2025-01-01")
        }
        assert list(numbers.values()) == [1, 3, 2, 2]
        assert Verdict.objects.value_of(figure).number == 2

    def test_what_is_refuted_stands_in_the_series_and_is_no_value(self):
        figure, signed = make.figure(), people()
        verdict(make.claim("5,000", "2020", figure=figure), signed=signed).save()
        verdict(make.claim("9,000", "2021", figure=figure), signed=signed, rating="refuted").save()
        assert Verdict.objects.value_of(figure).number == 1
        series = Verdict.objects.series_of(figure)
        assert [(row.number, row.rating) for row in series] == [(2, "refuted"), (1, "corroborated")]

    def test_a_date_without_a_time_is_its_end_in_utc(self):
        assert end_of_day(date(2024, 2, 1)) == datetime(2024, 2, 1, 23, 59, 59, 999999, UTC)
        figure = make.figure()
        row = verdict(make.claim(figure=figure), signed=people())
        row.at = end_of_day(date(2024, 2, 1))
        row.save()
        assert Verdict.objects.value_of(figure, known_at=end_of_day(date(2024, 2, 1)))
        assert not Verdict.objects.value_of(figure, known_at=end_of_day(date(2024, 1, 31)))
