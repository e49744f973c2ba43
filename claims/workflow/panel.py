"""What a person may do with a claim now, and how it came here: for the claim's pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from claims.models import Claim, Transition, Verdict
from claims.models.choices import Stage, Step, VerdictKind

from .rules import RULES, WITHDRAW_PERMISSION, Rule, steps_from

CORRECT, WITHDRAW = "correct", "withdraw"
"""Two more things to do: approve as a correction, and take down what is published."""


@dataclass(frozen=True)
class Button:
    """One thing to do. `refused` says why this person cannot, where that is worth telling."""

    step: str
    label: str
    refused: str = ""


@dataclass(frozen=True)
class Panel:
    """buttons    what this person may do, or could if they were someone else
    published  the live verdict, or None
    verdicts, transitions  the whole record, the latest first
    """

    stage: Stage
    buttons: tuple[Button, ...]
    published: Verdict | None
    verdicts: Sequence[Verdict]
    transitions: Sequence[Transition]

    @property
    def is_locked(self) -> bool:
        return self.stage == Stage.VERIFIED

    @property
    def can_act(self) -> bool:
        return any(not button.refused for button in self.buttons)

    @property
    def asks_rating(self) -> bool:
        return any(not b.refused and b.step in (Step.APPROVE, CORRECT) for b in self.buttons)


def panel_of(claim: Claim, person: Any) -> Panel:
    """Two queries, and those for the person's permissions."""
    transitions = list(claim.transitions.select_related("by").order_by("-pk"))
    verdicts = list(claim.verdicts.with_people().order_by("-pk"))
    live = verdicts[0] if verdicts and verdicts[0].kind != VerdictKind.WITHDRAWAL else None
    return Panel(
        stage=Stage(claim.stage),
        buttons=tuple(_buttons(claim, person, transitions, live)),
        published=live,
        verdicts=verdicts,
        transitions=transitions,
    )


def _buttons(claim: Claim, person: Any, transitions: list[Transition], live: Verdict | None):
    for rule in steps_from(claim.stage):
        if person.has_perm(rule.permission):
            refused = _four_eyes(claim, person, rule, transitions)
            yield Button(rule.step, rule.step.capitalize(), refused)
            if rule.step == Step.APPROVE and live is not None:
                yield Button(CORRECT, "Approve as a correction", refused)
    if live is not None and claim.stage != Stage.VERIFIED and person.has_perm(WITHDRAW_PERMISSION):
        last = transitions[0]
        refused = f"you {RULES[last.step].done} it" if last.by_id == person.pk else ""
        yield Button(WITHDRAW, "Withdraw what is published", refused)


def _four_eyes(claim: Claim, person: Any, rule: Rule, transitions: list[Transition]) -> str:
    if not rule.four_eyes:
        return ""
    submitted = next(row for row in transitions if row.step == Step.SUBMIT)
    if submitted.by_id == person.pk:
        return "you submitted it"
    changed = claim.version != submitted.version and claim.changed_by_id == person.pk
    return "you changed it after it was submitted" if changed and rule.step == Step.APPROVE else ""
