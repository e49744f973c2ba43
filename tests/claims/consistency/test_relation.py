"""Section 4: the first rule that matches, and the comparison of values at its end."""

from decimal import Decimal

import pytest

from claims.consistency import relate

from .shown import report

JULY, AUGUST, LATER = "2020-07-01/2020-07-31", "2020-08-20", "2021-07-26"


@pytest.mark.parametrize(
    ("a", "b", "relation", "direction"),
    [
        pytest.param("5,200", "approximately 5,000", "agrees", "a->b", id="5,200 supports about"),
        pytest.param("approximately 5,000", "5,200", "agrees", "b->a", id="…and not the reverse"),
        pytest.param("at least 600", "650", "agrees", "b->a", id="650 supports at least 600"),
        pytest.param("5,000", "5,000", "agrees", "both", id="the same"),
        pytest.param("500,000", "half a million", "agrees", "a->b", id="half a million"),
        pytest.param("about 150", "approximately 150", "agrees", "both", id="two hedges"),
        pytest.param("5,000", "2,500", "conflicts", None, id="accepts disjoint"),
        pytest.param("63 percent", "64 percent", "conflicts", None, id="a point apart"),
        pytest.param("63 percent", "63.4 percent", "agrees", "b->a", id="rounded alike"),
        pytest.param("41", "42", "conflicts", None, id="small counts are counted"),
        pytest.param("fewer than 600", "at least 600", "conflicts", None, id="bounds that touch"),
        pytest.param("at most 600", "at least 600", "compatible", None, id="bounds that meet"),
        pytest.param("more than 5,000", "5,000", "compatible", None, id="rounding may hide it"),
        pytest.param("more than 5,000", "5,200", "agrees", "b->a", id="more than"),
        pytest.param("more than 5,000", "4,400", "conflicts", None, id="less than that"),
        pytest.param("up to 2,500", "2,600", "agrees", "b->a", id="up to tolerates wa"),
        pytest.param("up to 2,500", "2,700", "conflicts", None, id="up to, and no more"),
        pytest.param("thousands", "at least 600", "agrees", "a->b", id="vague supports a bound"),
        pytest.param("dozens", "14", "conflicts", None, id="fourteen are no dozens"),
        pytest.param("several", "7", "agrees", "b->a", id="seven are several"),
        pytest.param("between 800 and 1,500", "1,200", "agrees", "b->a", id="in a range"),
        pytest.param("half a million", "between 400,000 and 600,000", "agrees", "a->b", id="⊂"),
    ],
)
def test_values_at_one_time(a, b, relation, direction):
    found = relate(report(a, JULY, id="a"), report(b, JULY, id="b"))
    assert (found.relation, found.direction) == (relation, direction)
    assert relate(report(b, JULY, id="b"), report(a, JULY, id="a")) == found.swapped()


def test_at_least_600_never_supports_650_but_the_reverse_holds():
    found = relate(report("at least 600", JULY, id="a"), report("650", JULY, id="b"))
    assert found.direction == "b->a"


@pytest.mark.parametrize(
    ("a", "b", "tension"),
    [
        pytest.param("4,000", "about 4,300", True, id="readings disjoint, tolerances meet"),
        pytest.param("fewer than 600", "600", True, id="just below, or rounded"),
        pytest.param("more than 5,000", "5,000", True, id="a bound and its own number"),
        pytest.param("about 4,000", "about 4,300", False, id="the readings meet"),
        pytest.param("at least 600", "at most 700", False, id="bounds that overlap"),
    ],
)
def test_tension_is_disjoint_readings_without_a_conflict(a, b, tension):
    found = relate(report(a, JULY), report(b, JULY))
    assert (found.relation, found.tension) == ("compatible", tension)


@pytest.mark.parametrize(
    ("a", "b", "gap"),
    [
        pytest.param("5,000", "2,500", "0.5", id="half"),
        pytest.param("63 percent", "61 percent", "0.0317", id="minor: under 10 %"),
        pytest.param("at least 600", "fewer than 300", "0.5017", id="from bound to bound"),
        pytest.param("0", "7", "1", id="nothing and something"),
    ],
)
def test_a_conflict_tells_its_relative_gap(a, b, gap):
    found = relate(report(a, JULY), report(b, JULY))
    assert (found.relation, found.gap) == ("conflicts", Decimal(gap))


@pytest.mark.parametrize(
    ("a", "b", "rule"),
    [
        pytest.param(
            report("5,000", JULY, figure="troops"),
            report("5,000", JULY, figure="attacks"),
            "figure.other",
            id="another figure",
        ),
        pytest.param(
            report("5,000", JULY, nature="flow"),
            report("5,000", JULY, nature="stock"),
            "figure.other-nature",
            id="another nature",
        ),
        pytest.param(
            report("41 percent", JULY), report("41 members", JULY), "unit.inconvertible", id="unit"
        ),
        pytest.param(
            report("declined to say", JULY), report("5,000", JULY), "value.unknown", id="unknown"
        ),
        pytest.param(report(None, JULY), report("5,000", JULY), "value.unknown", id="no value"),
        pytest.param(
            report("declined to say", JULY),
            report("declined to say", JULY),
            "value.unknown",
            id="two unknowns do not agree",
        ),
    ],
)
def test_rule_1_not_comparable(a, b, rule):
    found = relate(a, b)
    assert (found.relation, found.rule) == ("not-comparable", rule)
    assert relate(b, a) == found.swapped()


def test_rule_2_a_correction_by_the_same_source_supersedes():
    wrong = report("7,000", JULY, id="wrong", origin="Agency")
    right = report("5,000", JULY, id="right", origin="Agency", corrects="wrong")
    assert relate(right, wrong).direction == "a->b"
    assert relate(wrong, right).direction == "b->a"
    assert relate(right, wrong).relation == "supersedes"


def test_another_source_corrects_nothing():
    wrong = report("7,000", JULY, id="wrong", origin="Agency")
    other = report("5,000", JULY, id="other", origin="Rival", corrects="wrong")
    assert relate(other, wrong).relation == "conflicts"


def test_two_reports_that_correct_each_other_say_nothing_of_it():
    a = report("7,000", JULY, id="a", origin="Agency", corrects="b")
    b = report("5,000", JULY, id="b", origin="Agency", corrects="a")
    assert relate(a, b).relation == relate(b, a).relation == "conflicts"


def test_rules_are_told_with_the_deciding_one_last():
    found = relate(report("5,000", JULY), report("5,200", "2020-07-15/2020-08-20"))
    assert found.rules == ("time.maybe", "value.agree")
    assert found.rule == found.rules[-1]


def test_an_earlier_rule_goes_before_a_later_one():
    """Another figure wins over a correction, a correction over the plan, the plan over scope,
    scope over time, time over values."""
    base = {"origin": "Agency", "scope": "Iraq", "modality": "plan"}
    a = report("5,000", JULY, id="a", figure="x", corrects="b", **base)
    b = report("2,500", LATER, id="b", **{**base, "scope": "Syria", "modality": "observation"})
    rules = [relate(a, b).rule]
    a = report("5,000", JULY, id="a", corrects="b", **base)
    rules.append(relate(a, b).rule)
    a = report("5,000", JULY, id="a", **base)
    rules.append(relate(a, b).rule)
    a = report("5,000", JULY, id="a", **{**base, "modality": "observation"})
    rules.append(relate(a, b).rule)
    a = report("5,000", JULY, id="a", **{**base, "modality": "observation", "scope": "Syria"})
    rules.append(relate(a, b).rule)
    b = report("2,500", JULY, id="b", **{**base, "scope": "Syria", "modality": "observation"})
    rules.append(relate(a, b).rule)
    assert rules == [
        "figure.other",
        "correction",
        "plan.other-scope",
        "scope.apart",
        "time.later",
        "value.conflict",
    ]


def test_two_reports_without_any_time_are_compared_by_value_alone():
    assert relate(report("5,000"), report("2,500")).relation == "conflicts"
    assert relate(report("5,000", nature="flow"), report("2,500", nature="flow")).relation == (
        "conflicts"
    )
