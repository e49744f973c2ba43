"""Section 5: claims that clash with each other."""

import pytest

from claims.consistency import ScopeOrder, clashes, find_clashes

from .shown import report

JULY = "2020-07-01/2020-07-31"
ORDER = ScopeOrder({"Iraq": ["Iraq and Syria"]})


def claim(id, wording="5,000", period=JULY, **fields):
    return report(wording, period, id=id, **{"scope": "Iraq", **fields})


def event(id, period):
    return report(None, period, id=id, nature="event-date", scope="Iraq")


CASES = [
    pytest.param([claim("a"), claim("b", "2,500")], True, id="one month, two values"),
    pytest.param([claim("a"), claim("b", "5,200")], False, id="values that agree"),
    pytest.param([claim("a"), claim("b", "2,500", "2021-07-26")], False, id="another time"),
    pytest.param(
        [claim("a"), claim("b", "2,500", "2020-08-20")], False, id="perhaps one time: no clash"
    ),
    pytest.param([claim("a"), claim("b", "2,500", scope="Syria")], False, id="another scope"),
    pytest.param(
        [claim("a", "7,000"), claim("b", "5,000", scope="Iraq and Syria")],
        False,
        id="a part above its whole is no clash of one figure",
    ),
    pytest.param([claim("a"), claim("b", "2,500", figure="x")], False, id="another figure"),
    pytest.param([claim("a", figure=None), claim("b", "2,500", figure=None)], False, id="none"),
    pytest.param([claim("a"), claim("b", "2,500", modality="plan")], False, id="a plan"),
    pytest.param([claim("a", period=None), claim("b", "2,500", None)], True, id="no time at all"),
    pytest.param([claim("a", period=None), claim("b", "2,500")], False, id="one without time"),
    pytest.param(
        [event("a", "2020-01-03"), event("b", "2018-01-03")], True, id="dates of one event"
    ),
    pytest.param(
        [claim("a", nature="flow"), claim("b", "2,500", nature="flow")], True, id="one period"
    ),
    pytest.param(
        [
            claim("a", "600", "2019-10-01/2020-01-31 cumulative", nature="cumulative"),
            claim("b", "300", "2019-10-15/2020-02-02 cumulative", nature="cumulative"),
        ],
        True,
        id="totals that stood at one time",
    ),
    pytest.param(
        [
            claim("a", "600", "…/2020-01-31", nature="flow"),
            claim("b", "300", "…/2020-01-31", nature="flow"),
        ],
        True,
        id="half-open periods that are the same",
    ),
]


@pytest.mark.parametrize(("claims", "clash"), CASES)
def test_what_is_a_clash(claims, clash):
    expected = [("a", "b")] if clash else []
    assert find_clashes(claims, ORDER) == expected
    assert find_clashes(claims[::-1], ORDER) == expected


def test_three_claims_are_three_clashes_each_told_once():
    claims = [claim("c", "9,000"), claim("a", "2,500"), claim("b", "5,000")]
    assert find_clashes(claims, ORDER) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_a_figure_with_many_claims_over_many_years_is_not_compared_all_with_all(monkeypatch):
    compared = []
    monkeypatch.setattr(clashes, "clash", lambda a, b, order: compared.append((a, b)))
    years = range(1900, 2000)
    find_clashes([claim(f"c{y}", "5,000", f"{y}-07-15") for y in years], ORDER)
    assert compared == []
