"""What a claim's page tells: how it stands and why, as plain values for the template.

The sentences are those of the stored explanation (`claims.consistency.explain`); nothing is
judged here again.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.utils.safestring import SafeString

from claims.claim_desk.stance import DIFFERS, difference_of
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

BOTH = "both"

_GROUPS = (
    ("supports", "Supports"),
    ("conflicts", "Conflicts"),
    (BOTH, "Supports and conflicts"),
    (None, "Not counted, and why"),
)


@dataclass(frozen=True)
class Step:
    """One accepted piece of evidence, as the explanation weighs it.

    number      by which the page, the timeline and its table name it
    row         the evidence, with its passage, document and publisher
    is_compared whether values were compared; else the sentence is the reviewer's stance
    same_origin the sources that count as one origin with this one
    reasons     why a person should look, in words
    difference  how the reviewer's stance is not what the values say; empty where it is
    """

    number: int
    row: Evidence
    counts_as: str | None
    sentence: str
    value: str
    is_compared: bool
    reliability: str
    same_origin: list[str]
    reasons: list[str]
    difference: str

    @property
    def is_answered(self) -> bool:
        """Whether a reviewer said why they know better."""
        return bool(self.difference and self.row.stance_reason)


@dataclass(frozen=True)
class Aside:
    """Evidence that is proposed, rejected or withdrawn, with its state and stance as badges."""

    row: Evidence
    badges: list[SafeString]


@dataclass(frozen=True)
class Origin:
    """What goes back to one source, and so counts once, however many passages say it.

    name   who said it, as far as it is known
    """

    name: str
    steps: list[Step]


@dataclass(frozen=True)
class Group:
    """The origins that count in the same way; what is not counted stands by itself."""

    title: str
    origins: list[Origin]

    @property
    def size(self) -> int:
        return len(self.origins)

    @property
    def steps(self) -> list[Step]:
        return [step for origin in self.origins for step in origin.steps]


@dataclass(frozen=True)
class Standing:
    """How a claim stands.

    groups     the steps: what supports, what conflicts, what does both, what is not counted
    answered   every stance that differs from the values has a reason
    set_aside  evidence that the engine does not look at
    clashes    claims that cannot be true together with this one
    """

    sentence: str
    value: str
    period: str
    currency: str
    reasons: list[str]
    groups: list[Group]
    answered: bool
    set_aside: list[Aside]
    clashes: list[Claim]
    history: list[StatusChange]
    evidence_count: int


UPSTREAM = "passage__snapshot__document__origins"
"""Whom a document names as the first to say it."""


def standing_of(claim: Claim, viewer: Any = None) -> Standing:
    """Five queries, however much evidence there is.

    viewer  who looks: what others are yet to read blind is left out, but for one's own
    """
    evidence = claim.evidence.shown_to(viewer).with_passage()
    rows = list(evidence.prefetch_related(UPSTREAM).order_by("key"))
    groups = _groups(claim.explanation.get("steps", []), rows)
    differing = [step for group in groups for step in group.steps if step.difference]
    return Standing(
        sentence=_sentence(claim),
        value=quantity_in_words(claim.quantity),
        period=period_in_words(claim.reported_period),
        currency=CURRENCIES[claim.currency],
        reasons=[reason_in_words(reason) for reason in claim.review_reasons],
        groups=groups,
        answered=bool(differing) and all(step.is_answered for step in differing),
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
    """The steps of these rows, by what their origin counts as and by origin; numbered so."""
    by_key = {row.key: row for row in rows}
    origins = _by_origin(steps)
    held: dict[str | None, dict[str, list[dict[str, Any]]]] = {kind: {} for kind, _ in _GROUPS}
    for step in steps:
        if step["id"] in by_key:
            roles = {fellow["counts_as"] for fellow in origins.get(step["origin"], [step])}
            kind = BOTH if len(roles) > 1 else roles.pop()
            held[kind].setdefault(step["origin"] or step["id"], []).append(step)
    numbers = count(1)
    return [
        Group(
            title,
            [
                Origin(
                    _name([by_key[step["id"]] for step in told]),
                    [_step(step, by_key[step["id"]], origins, next(numbers)) for step in told],
                )
                for told in held[kind].values()
            ],
        )
        for kind, title in _GROUPS
        if held[kind]
    ]


def _step(
    step: dict[str, Any], row: Evidence, origins: dict[str, list[dict[str, Any]]], number: int
) -> Step:
    fellows = origins.get(step["origin"], [])
    return Step(
        number=number,
        row=row,
        counts_as=step["counts_as"],
        sentence=step["sentence"],
        value=_value(row),
        is_compared=step["relation"] is not None,
        reliability=f"{step['reliability']}: {RELIABILITIES[step['reliability']]}",
        same_origin=sorted({_named(other, step) for other in fellows if other["id"] != step["id"]}),
        reasons=[reason_in_words(reason) for reason in step["review"] if reason != DIFFERS],
        difference=difference_of(step),
    )


def _name(rows: list[Evidence]) -> str:
    """Who said it first, where that is named; else who published it."""
    said_first = {row.origin.name for row in rows if row.origin}
    documents = [row.passage.snapshot.document for row in rows]
    upstream = {origin.name for document in documents for origin in document.origins.all()}
    named = said_first or upstream or {document.publisher.name for document in documents}
    return ", ".join(sorted(named))


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
