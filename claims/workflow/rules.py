"""The steps of a claim's way through review, as one table. Pure.

draft → in review → verified or rejected → reopened → in review …
"""

from __future__ import annotations

from dataclasses import dataclass

STAGES = ("draft", "in-review", "verified", "rejected", "reopened")
START = "draft"
LOCKED = frozenset({"verified"})
"""Stages in which a claim keeps what it asserts."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One step.

    before, to    the stages it may be taken in, and the one that it leads to
    permission    what the person needs, as Django names it
    says_why      a reason must be given
    as_seen       refused when the claim or its evidence is no longer what the person saw
    four_eyes     refused to the one who submitted the claim
    done          the step in the past tense, for sentences
    """

    step: str
    before: tuple[str, ...]
    to: str
    permission: str
    says_why: bool
    as_seen: bool
    four_eyes: bool
    done: str


RULES = {
    rule.step: rule
    for rule in (
        Rule(
            "submit",
            before=("draft", "reopened"),
            to="in-review",
            permission="claims.submit_claim",
            says_why=False,
            as_seen=False,
            four_eyes=False,
            done="submitted",
        ),
        Rule(
            "approve",
            before=("in-review",),
            to="verified",
            permission="claims.approve_claim",
            says_why=True,
            as_seen=True,
            four_eyes=True,
            done="approved",
        ),
        Rule(
            "reject",
            before=("in-review",),
            to="rejected",
            permission="claims.approve_claim",
            says_why=True,
            as_seen=True,
            four_eyes=True,
            done="rejected",
        ),
        Rule(
            "reopen",
            before=("verified", "rejected"),
            to="reopened",
            permission="claims.reopen_claim",
            says_why=True,
            as_seen=False,
            four_eyes=False,
            done="reopened",
        ),
    )
}
"""Every step there is, by its name."""

WITHDRAW_PERMISSION = "claims.withdraw_verdict"


def steps_from(stage: str) -> tuple[Rule, ...]:
    """The steps that can be taken in a stage, in the order of the table."""
    return tuple(rule for rule in RULES.values() if stage in rule.before)


def why_not(step: str, stage: str) -> str | None:
    """Why the step cannot be taken in this stage, and what can be; None where it can."""
    rule = RULES[step]
    if stage in rule.before:
        return None
    possible = " or ".join(f"{r.step} it" for r in steps_from(stage))
    wanted = " or ".join(in_words(before) for before in rule.before)
    return f"it is {in_words(stage)}, and only a claim {wanted} can be {rule.done}: {possible}"


def in_words(stage: str) -> str:
    """“in review”, “verified”, “in draft”."""
    return {"in-review": "in review", "draft": "in draft"}.get(stage, stage)


def is_editable(stage: str) -> bool:
    """Whether what the claim asserts may be changed in this stage."""
    return stage not in LOCKED
