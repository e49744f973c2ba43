"""Section 5: currency is an axis of its own."""

import pytest

from claims.consistency import assess

from .rows import CLAIM, ORDER, row, weigh
from .shown import day, report

NOW_IN_2020 = CLAIM


def currency(*rows, claim=NOW_IN_2020, about_now=True, at=None):
    found = assess(claim, list(rows), order=ORDER, about_now=about_now, at=day(at) if at else None)
    return found.currency


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([row("s")], "current", id="supported, nothing later"),
        pytest.param([row("s"), row("n", "2,500", "2021-07-26")], "outdated", id="another value"),
        pytest.param([row("n", "2,500", "2021-07-26")], "outdated", id="without any support"),
        pytest.param(
            [row("s"), row("n", "5,200", "2021-07-26")], "current", id="a later value that agrees"
        ),
        pytest.param([row("s"), row("n", "2,500", "2019-07-26")], "current", id="an earlier value"),
        pytest.param(
            [row("n", "2,500", "2021-07-26"), row("s", "5,200", "2020-07-15/2021-07-20")],
            "current",
            id="the later value does not come after all support",
        ),
        pytest.param(
            [row("s"), row("n", "2,500", "2021-07-26", stance="context")],
            "outdated",
            id="a later value on file as context",
        ),
        pytest.param(
            [row("s"), row("n", "2,500", "2021-07-26", reliability="E")],
            "current",
            id="an unreliable source outdates nothing",
        ),
        pytest.param(
            [row("s"), row("n", "2,500", "2021-07-26", modality="plan")],
            "current",
            id="a plan outdates nothing",
        ),
        pytest.param(
            [row("s"), row("n", "2,500", "2021-07-26", scope="Syria")],
            "current",
            id="another scope outdates nothing",
        ),
    ],
)
def test_a_claim_about_now(rows, expected):
    assert currency(*rows) == expected


def test_a_claim_about_a_fixed_past_date_never_becomes_outdated():
    assert currency(row("n", "2,500", "2021-07-26"), about_now=False) == "current"


@pytest.mark.parametrize("period", [None, "unknown"])
def test_a_claim_without_a_date_is_undated(period):
    claim = report("approximately 5,000", period, id="claim", scope="Iraq")
    assert currency(row("s"), claim=claim) == "undated"


@pytest.mark.parametrize(
    ("at", "rows", "expected"),
    [
        pytest.param("2021-07-31", [row("s")], "current", id="365 days on"),
        pytest.param("2021-08-01", [row("s")], "stale", id="366 days on"),
        pytest.param(
            "2022-01-01", [row("s", "5,200", "2021-07-26")], "current", id="confirmed since"
        ),
        pytest.param(None, [row("s")], "current", id="nobody asks when"),
        pytest.param(
            "2026-01-01", [row("n", "2,500", "2021-07-26")], "outdated", id="outdated goes first"
        ),
    ],
)
def test_stale(at, rows, expected):
    assert currency(*rows, at=at) == expected


def test_currency_does_not_change_the_status():
    found = weigh(row("s"), row("n", "2,500", "2021-07-26"), about_now=True)
    assert (found.status, found.currency) == ("single-source", "outdated")
