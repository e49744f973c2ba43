"""What a claim's page tells: how it stands and why, as plain values for the template.

The sentences are those of the stored explanation (`claims.consistency.explain`); nothing is
judged here again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from claims.models import Claim, Evidence, StatusChange
from claims.models.choices import EvidenceState

from .badges import stance_badge, state_badge
from .words import (
    CURRENCIES,
    RELIABILITIES,
    period_in_words,
    quantity_in_words,
    reason_in_words,
)

_GROUPS = (
    ("supports", "Supports"),
    ("conflicts", "Conflicts"),
    (None, "Not counted, and why"),
)


@dataclass(frozen=True)
class Step:
    """One accepted piece of evidence, as the explanation weighs it.

    row         the evidence, with its passage, document and publisher
    is_compared whether values were compared; else the sentence is the reviewer's stance
    same_origin the sources that count as one origin with this one
    reasons     why a person should look, in words
    """

    row: Evidence
    sentence: str
    value: str
    is_compared: bool
    reliability: str
    same_origin: list[str]
    reasons: list[str]


@dataclass(frozen=True)
class Aside:
    """Evidence that is proposed, rejected or withdrawn, with its state and stance as badges."""

    row: Evidence
    badges: list[SafeString]


@dataclass(frozen=True)
class Group:
    """The steps that count in the same way."""

    title: str
    steps: list[Step]


@dataclass(frozen=True)
class Standing:
    """How a claim stands.

    groups     the steps: what supports, what conflicts, what is not counted
    set_aside  evidence that the engine does not look at
    clashes    claims that cannot be true together with this one
    """

    sentence: str
    value: str
    period: str
    currency: str
    reasons: list[str]
    groups: list[Group]
    set_aside: list[Aside]
    clashes: list[Claim]
    history: list[StatusChange]
    evidence_count: int


def standing_of(claim: Claim, viewer: Any = None) -> Standing:
    """Four queries, however much evidence there is.

    viewer  who looks: what others are yet to read blind is left out, but for one's own
    """
    rows = list(claim.evidence.shown_to(viewer).with_passage().order_by("key"))
    return Standing(
        sentence=_sentence(claim),
        value=quantity_in_words(claim.quantity),
        period=period_in_words(claim.reported_period),
        currency=CURRENCIES[claim.currency],
        reasons=[reason_in_words(reason) for reason in claim.review_reasons],
        groups=_groups(claim.explanation.get("steps", []), rows),
        set_aside=[
            Aside(row, [state_badge(row.state), stance_badge(row.stance)])
            for row in rows
            if row.state != EvidenceState.ACCEPTED
        ],
        clashes=list(Claim.objects.clashing_with(claim).without_results().order_by("key")),
        history=list(claim.status_changes.order_by("-at", "-id")),
        evidence_count=len(rows),
    )


def step_of(evidence: Evidence, claim: Claim) -> tuple[str, Step] | None:
    """How one piece of evidence counts on its claim, under which title; None if not accepted."""
    for group in _groups(claim.explanation.get("steps", []), [evidence]):
        for step in group.steps:
            return group.title, step
    return None


def _sentence(claim: Claim) -> str:
    sentence = claim.explanation.get("sentence") or "It has not been checked yet: recheck it."
    return sentence[0].upper() + sentence[1:]


def _groups(steps: list[dict[str, Any]], rows: list[Evidence]) -> list[Group]:
    by_key = {row.key: row for row in rows}
    origins = _by_origin(steps)
    held: defaultdict[str | None, list[Step]] = defaultdict(list)
    for step in steps:
        if row := by_key.get(step["id"]):
            held[step["counts_as"]].append(_step(step, row, origins))
    return [Group(title, held[counts_as]) for counts_as, title in _GROUPS if held[counts_as]]


def _step(step: dict[str, Any], row: Evidence, origins: dict[str, list[dict[str, Any]]]) -> Step:
    fellows = origins.get(step["origin"], [])
    return Step(
        row=row,
        sentence=step["sentence"],
        value=_value(row),
        is_compared=step["relation"] is not None,
        reliability=f"{step['reliability']}: {RELIABILITIES[step['reliability']]}",
        same_origin=sorted({_named(other, step) for other in fellows if other["id"] != step["id"]}),
        reasons=[reason_in_words(reason) for reason in step["review"]],
    )


def _value(row: Evidence) -> str:
    """Empty for a passage that reports no number; its sentence says what there is."""
    return f"“{row.wording}” {quantity_in_words(row.quantity)}" if row.quantity else ""


def _by_origin(steps: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    origins: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for step in steps:
        if step["origin"]:
            origins[step["origin"]].append(step)
    return origins


def _named(other: dict[str, Any], step: dict[str, Any]) -> str:
    """What shares its origin with a step, as that step's reader would call it."""
    if other["document"] == step["document"]:
        return "another passage of this document"
    return (other["quote"] or {}).get("source") or other["id"]
