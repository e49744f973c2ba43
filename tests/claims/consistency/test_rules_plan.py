"""Section 2, last row: a plan, pledge or forecast never conflicts with an observation."""

import pytest

from claims.consistency import relate

from .shown import report

DUE = "2021-01-15/2021-01-15 deadline"
AT = "2021-01-15"


@pytest.mark.parametrize("modality", ["plan", "pledge", "forecast"])
@pytest.mark.parametrize(
    ("planned", "due", "seen", "on", "relation"),
    [
        pytest.param("2,500", DUE, "5,000", "2020-07-15", "pending", id="not due yet"),
        pytest.param("2,500", AT, "2,500", "2020-07-15", "pending", id="reached before its day"),
        pytest.param(
            "2,500", DUE, "2,500", "2020-12-15", "fulfilled", id="reached before the deadline"
        ),
        pytest.param("2,500", DUE, "2,500", "2021-07-26", "fulfilled", id="reached by then"),
        pytest.param("2,500", AT, "2,500", "2021-01-15", "fulfilled", id="on the day"),
        pytest.param("2,500", DUE, "3,500", "2021-07-26", "missed", id="not reached by then"),
        pytest.param(
            "2,500", DUE, "more than 2,000", "2021-07-26", "pending", id="nobody can tell"
        ),
        pytest.param("2,500", None, "3,500", "2021-07-26", "pending", id="a plan without a date"),
        pytest.param("2,500", DUE, "3,500", None, "pending", id="seen who knows when"),
    ],
)
def test_a_plan_and_an_observation(modality, planned, due, seen, on, relation):
    plan = report(planned, due, modality=modality, id="plan")
    observed = report(seen, on, id="seen")
    assert relate(plan, observed).relation == relation
    assert relate(observed, plan) == relate(plan, observed).swapped()


@pytest.mark.parametrize(
    ("due", "happened", "relation"),
    [
        pytest.param("2021-10-01/2021-10-31", "2021-10-10", "fulfilled", id="in its month"),
        pytest.param("2021-12-31 deadline", "2021-12-09", "fulfilled", id="before its deadline"),
        pytest.param("2021-10-01/2021-10-31", "2021-11-10", "missed", id="a month late"),
        pytest.param(
            "2021-10-01/2021-10-31", "2021-10-20/2021-11-10", "pending", id="perhaps in its month"
        ),
    ],
)
def test_a_planned_event(due, happened, relation):
    plan = report(None, due, nature="event-date", modality="plan")
    seen = report(None, happened, nature="event-date")
    assert relate(plan, seen).relation == relation


def test_a_plan_is_held_to_its_own_scope():
    plan = report("2,500", DUE, modality="plan", scope="Iraq")
    assert relate(plan, report("2,500", AT, scope="Syria")).relation == "not-comparable"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"period": "2020-11-30"}, {"period": "2021-01-15"}, id="by what they are for"),
        pytest.param(
            {"period": "2021-01-01"}, {"period": "2021-01-15"}, id="two weeks on: still later"
        ),
        pytest.param(
            {"period": AT, "made": "2020-08-01"},
            {"period": AT, "made": "2020-11-17"},
            id="by when they were made",
        ),
    ],
)
def test_a_makers_later_plan_supersedes(first, second):
    plan = {"modality": "plan", "origin": "Pentagon"}
    earlier = report("4,500", id="a", **plan, **first)
    later = report("2,500", id="b", **plan, **second)
    found = relate(earlier, later)
    assert (found.relation, found.direction, found.change) == ("supersedes", "b->a", "decrease")
    assert relate(later, earlier) == found.swapped()


def test_plans_of_two_makers_stand_side_by_side():
    a = report("2,500", AT, modality="plan", origin="Pentagon")
    b = report("0", "2021-12-31", modality="plan", origin="Parliament")
    assert relate(a, b).relation == "not-comparable"


def test_plans_for_one_date_compare_by_their_values():
    a = report("2,500", AT, modality="plan", origin="Pentagon")
    b = report("0", AT, modality="plan", origin="Parliament")
    assert relate(a, b).relation == "conflicts"


def test_a_plan_and_a_forecast_may_both_be_right():
    a = report("2,500", AT, modality="plan", origin="Pentagon")
    b = report("5,000", AT, modality="forecast", origin="Parliament")
    assert relate(a, b).relation == "compatible"


def test_a_plan_said_twice_agrees():
    plan = {"modality": "plan", "origin": "Pentagon"}
    assert relate(report("2,500", AT, **plan), report("2,500", AT, **plan)).relation == "agrees"
