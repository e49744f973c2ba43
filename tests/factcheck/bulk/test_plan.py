"""Plans of bulk actions: what is different between what was seen and what would be done."""

import json

import pytest

from factcheck.bulk.plan import Difference, Effect, Plan, Row, differences, from_json

ONE = Row("1", "One", "draft", "in review", stamp="3")
SEEN = Plan((ONE, Row("2", "Two", "draft", "draft", "It has no source.")), (Effect("C", "a", "b"),))


def changed(**fields) -> Plan:
    told = {name: getattr(ONE, name) for name in ONE.__slots__} | fields
    return Plan((Row(**told), SEEN.rows[1]), SEEN.effects)


def test_a_plan_survives_its_way_through_the_page():
    assert from_json(json.loads(json.dumps(SEEN.as_json()))) == SEEN
    assert differences(SEEN, SEEN) == []


def test_rows_are_done_refused_or_left():
    left = Row("3", "Three", "in review", "in review")
    plan = Plan((*SEEN.rows, left))
    assert (plan.done, plan.refused, plan.unchanged) == ([ONE], [SEEN.rows[1]], [left])


@pytest.mark.parametrize(
    ("now", "before", "after"),
    [
        (changed(before="verified"), "draft → in review", "verified → in review"),
        (changed(refusal="No."), "draft → in review", "draft, refused: No."),
        (
            changed(stamp="4"),
            "draft → in review",
            "draft → in review, yet it was changed meanwhile: look at it again",
        ),
        (
            Plan(SEEN.rows[1:], SEEN.effects),
            "draft → in review",
            "no longer there, or not yours to see",
        ),
    ],
)
def test_a_row_that_is_another_is_told(now, before, after):
    assert differences(SEEN, now) == [Difference("One", before, after)]


@pytest.mark.parametrize(
    ("effects", "before", "after"),
    [
        ((), "a → b", "as it is now"),
        ((Effect("C", "a", "c"),), "a → b", "a → c"),
    ],
)
def test_another_effect_is_told(effects, before, after):
    assert differences(SEEN, Plan(SEEN.rows, effects)) == [Difference("C", before, after)]
