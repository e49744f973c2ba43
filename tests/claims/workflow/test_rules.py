"""The table of steps: complete, and the same as the database's."""

import pytest

from claims.models.choices import Stage, Step
from claims.roles import RIGHTS
from claims.workflow.rules import RULES, STAGES, is_editable, steps_from, why_not


def test_the_table_knows_the_stages_and_steps_of_the_database():
    assert list(STAGES) == Stage.values
    assert list(RULES) == Step.values


@pytest.mark.parametrize(
    ("stage", "steps"),
    [
        ("draft", ["submit"]),
        ("in-review", ["approve", "reject"]),
        ("verified", ["reopen"]),
        ("rejected", ["reopen"]),
        ("reopened", ["submit"]),
    ],
)
def test_what_can_be_done_in_a_stage(stage, steps):
    assert [rule.step for rule in steps_from(stage)] == steps
    for step in RULES:
        assert (why_not(step, stage) is None) == (step in steps)


def test_every_stage_is_reached_and_left():
    assert {rule.to for rule in RULES.values()} | {"draft"} == set(STAGES)
    assert all(steps_from(stage) for stage in STAGES)


@pytest.mark.parametrize(
    ("step", "stage", "words"),
    [
        (
            "approve",
            "draft",
            "it is in draft, and only a claim in review can be approved: submit it",
        ),
        (
            "submit",
            "verified",
            "it is verified, and only a claim in draft or reopened can be submitted: reopen it",
        ),
        (
            "reopen",
            "in-review",
            "it is in review, and only a claim verified or rejected can be reopened: "
            "approve it or reject it",
        ),
    ],
)
def test_why_not_says_what_can_be_done(step, stage, words):
    assert why_not(step, stage) == words


def test_only_a_verified_claim_is_not_editable():
    assert [stage for stage in STAGES if not is_editable(stage)] == ["verified"]


def test_every_permission_of_a_step_is_some_roles():
    granted = {permission for right in RIGHTS for permission in right.permissions}
    assert {rule.permission for rule in RULES.values()} <= granted
