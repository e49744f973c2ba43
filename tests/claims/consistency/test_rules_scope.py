"""Section 3: a part cannot exceed its whole; other unequal scopes do not compare."""

import pytest

from claims.consistency import ScopeOrder, relate

from .shown import report

ORDER = ScopeOrder({"Iraq": ["Iraq and Syria"], "US troops": ["coalition troops"]})
PART, WHOLE = "Iraq", "Iraq and Syria"
JULY, YEAR = "2020-07-01/2020-07-31", "2020-01-01/2020-12-31"

CASES = [
    pytest.param("stock", "2,500", JULY, "5,000", JULY, "compatible", id="fits"),
    pytest.param("stock", "7,000", JULY, "5,000", JULY, "conflicts", id="too many"),
    pytest.param("stock", "5,400", JULY, "5,000", JULY, "compatible", id="within rounding"),
    pytest.param("stock", "at least 600", JULY, "650", JULY, "compatible", id="a bound may fit"),
    pytest.param("stock", "at least 653", JULY, "650", JULY, "compatible", id="650 may be rounded"),
    pytest.param("stock", "at least 800", JULY, "650", JULY, "conflicts", id="a bound too high"),
    pytest.param("stock", "7,000", "2019-07-15", "5,000", JULY, "not-comparable", id="a year on"),
    pytest.param("stock", "7,000", YEAR, "5,000", JULY, "not-comparable", id="maybe one time"),
    pytest.param("stock", "7,000", None, "5,000", JULY, "not-comparable", id="one undated"),
    pytest.param("stock", "7,000", None, "5,000", None, "conflicts", id="no time at all"),
    pytest.param("flow", "200", JULY, "150", YEAR, "conflicts", id="in the whole's period"),
    pytest.param("flow", "100", JULY, "150", YEAR, "compatible", id="in its period, and fits"),
    pytest.param("flow", "200", YEAR, "150", YEAR, "conflicts", id="the same period"),
    pytest.param("flow", "200", YEAR, "150", JULY, "not-comparable", id="nested opposite ways"),
    pytest.param("flow", "200", "unknown", "150", YEAR, "not-comparable", id="period unknown"),
    pytest.param(
        "cumulative", "700", "2020-01-31", "600", "2021-08-04", "conflicts", id="an earlier total"
    ),
    pytest.param(
        "cumulative",
        "700",
        "2021-08-04",
        "600",
        "2020-01-31",
        "not-comparable",
        id="a later total may be larger",
    ),
    pytest.param(
        "cumulative",
        "700",
        "2014-06-01/2020-01-31 cumulative",
        "600",
        "2019-10-01/2021-08-04 cumulative",
        "not-comparable",
        id="totals that began years apart",
    ),
    pytest.param("ratio", "80 percent", JULY, "60 percent", JULY, "not-comparable", id="shares"),
]


@pytest.mark.parametrize(("nature", "part", "when_part", "whole", "when_whole", "relation"), CASES)
def test_part_and_whole(nature, part, when_part, whole, when_whole, relation):
    a = report(part, when_part, nature=nature, scope=PART, id="a")
    b = report(whole, when_whole, nature=nature, scope=WHOLE, id="b")
    found = relate(a, b, ORDER)
    assert (found.relation, found.scope) == (relation, "inside")
    assert relate(b, a, ORDER) == found.swapped()


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        pytest.param("Iraq", "Syria", "scope.apart", id="apart"),
        pytest.param(
            "Iraq, coalition troops",
            "Iraq and Syria, US troops",
            "scope.overlapping",
            id="partial overlap",
        ),
    ],
)
def test_other_unequal_scopes_do_not_compare(a, b, rule):
    found = relate(report("7,000", JULY, scope=a), report("5,000", JULY, scope=b), ORDER)
    assert (found.relation, found.rule) == ("not-comparable", rule)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"wording": "7,000", "additive": False}, id="said not to add up"),
        pytest.param({"wording": "80 percent"}, id="a percentage, whatever its nature"),
        pytest.param({"wording": "8 percentage points"}, id="points"),
    ],
)
def test_what_does_not_add_up_does_not_compare(fields):
    a, b = report(period=JULY, scope=PART, **fields), report("1", JULY, scope=WHOLE)
    assert relate(a, b, ORDER).relation == "not-comparable"


def test_an_event_of_a_part_is_not_held_against_the_whole():
    a = report(None, "2020-01-03", nature="event-date", scope=PART)
    b = report(None, "2020-01-04", nature="event-date", scope=WHOLE)
    assert relate(a, b, ORDER).rule == "scope.not-additive"


def test_equal_scopes_leave_it_to_time():
    a, b = report("7,000", JULY, scope=PART), report("5,000", "2021-07-26", scope=PART)
    assert relate(a, b, ORDER).rule == "time.later"
