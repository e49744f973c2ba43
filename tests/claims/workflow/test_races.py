"""Edit, approve, submit: whatever the order in which their statements reach PostgreSQL, nothing
is lost and nothing is approved that was not seen."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import pytest
from django.core.exceptions import ValidationError

from claims.drafting import change_claim
from claims.evidence import add_evidence
from claims.models import Claim, Evidence, Transition, Verdict
from claims.models.choices import Stage
from claims.recheck import recheck_claims
from claims.workflow.seen import EvidenceChanged
from claims.workflow.stages import move
from claims.workflow.steps import approve, reject, reopen, submit
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.interleaving import interleaving

from .ready import NOW, WHEN, as_seen

INTERLEAVINGS = int(os.environ.get("INTERLEAVINGS", "100"))
"""How many to try; each is the same whenever it is tried. INTERLEAVINGS=1000 tries a thousand."""

PARTS = max(1, INTERLEAVINGS // 200)
"""In how many tests, which run side by side."""

ACTORS = 3


LIKELY = {
    Stage.DRAFT: ["submit", "submit", "edit", "edit", "approve", "add evidence"],
    Stage.IN_REVIEW: ["approve", "approve", "approve", "reject", "edit", "edit", "add evidence"],
    Stage.REJECTED: ["reopen", "reopen", "edit", "submit", "add evidence"],
}
"""What people try with a claim in a stage, as often as it stands here."""


@dataclass
class Cast:
    """The people and the passages that all interleavings share."""

    submitter: object
    reviewers: list
    passages: list


@dataclass(frozen=True)
class Act:
    """Something that someone does with a claim as they saw it at the start."""

    name: str
    by: object
    do: Callable[[], object]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("part", range(PARTS))
def test_interleavings_of_edit_approve_and_submit(part):
    shared = Cast(
        submitter=person("reviewer"),
        reviewers=[person("reviewer") for _ in range(ACTORS)],
        passages=[make.passage(make.document(f"There were {n},000 troops.")) for n in range(4, 9)],
    )
    claims = claims_to_race_for(INTERLEAVINGS // PARTS, shared)
    taken: dict[str, int] = {}
    with interleaving(connections=ACTORS) as connections:
        for seed, claim in enumerate(claims, start=part * len(claims)):
            acts = acts_on(claim, shared, Random(seed))
            results = connections.run([act.do for act in acts], seed=seed)
            hold(claim, acts, results, seed)
            for act, result in zip(acts, results, strict=True):
                kind = type(result).__name__ if isinstance(result, Exception) else "done"
                taken[f"{act.name}: {kind}"] = taken.get(f"{act.name}: {kind}", 0) + 1
    assert recheck_claims(Claim.objects.all(), at=TODAY).changed == ()
    # Every kind of act was both done and refused in time, or the races raced for nothing.
    for outcome in (
        "approve: done",
        "approve: EvidenceChanged",
        "approve: ValidationError",
        "reject: done",
        "reject: EvidenceChanged",
        "edit: done",
        "edit: StaleEdit",
        "edit: ValidationError",
        "submit: done",
        "submit: ValidationError",
        "reopen: done",
        "reopen: ValidationError",
        "add evidence: done",
    ):
        assert taken.get(outcome, 0) > 0, (outcome, taken)


def claims_to_race_for(number: int, shared: Cast) -> list[Claim]:
    """Claims with one piece of evidence each: of four a draft, two in review, one rejected."""
    for n in range(number):
        figure = make.figure(f"figure-{n}", measure=f"measure {n}")
        made = make.claim(figure=figure, statement=f"Statement {n}.")
        make.evidence(made, quoting=shared.passages[1])
    recheck_claims(Claim.objects.all(), at=TODAY)
    claims = list(Claim.objects.select_related("figure").order_by("pk"))
    for n, claim in enumerate(claims):
        if n % 4:
            _taken(claim, "submit", Stage.IN_REVIEW, shared.submitter)
        if n % 4 == 3:
            _taken(claim, "reject", Stage.REJECTED, shared.reviewers[0])
    return claims


def _taken(claim: Claim, step: str, to: Stage, by) -> None:
    Transition.objects.create(
        claim=claim,
        step=step,
        from_stage=claim.stage,
        to_stage=to,
        by=by,
        at=NOW,
        reason="So.",
        fingerprint=claim.fingerprint,
        version=claim.version,
    )
    move(claim, to)


def acts_on(claim: Claim, shared: Cast, chance: Random) -> list[Act]:
    """Two or three people, each with one act drawn from those likely at the claim's stage."""
    seen = as_seen(claim)

    def act(number: int) -> Act:
        by = shared.reviewers[number]
        acts = {
            "edit": lambda: change_claim(
                claim=claim,
                at=TODAY,
                by=by,
                seen_version=claim.version,
                note=f"{by}'s note.",
                wording=f"about {5_000 + 100 * number:,}",
            ),
            "add evidence": lambda: add_evidence(
                claim=claim,
                passage=shared.passages[2 + number],
                stance="conflicts",
                wording=f"{6 + number},000",
                state="accepted",
                at=TODAY,
                by=by,
            ),
            "submit": lambda: submit(claim=claim, by=by, **WHEN),
            "approve": lambda: approve(claim=claim, by=by, reason="Seen.", **seen),
            "reject": lambda: reject(claim=claim, by=by, reason="Seen.", **seen),
            "reopen": lambda: reopen(claim=claim, by=by, reason="Anew.", **WHEN),
        }
        likely = LIKELY[claim.stage]
        name = chance.choice(likely)
        return Act(name, by, acts[name])

    return [act(number) for number in range(chance.choice([2, 2, ACTORS]))]


def hold(seen: Claim, acts: list[Act], results: list, seed: int) -> None:
    """What must be so after every interleaving; `seen` is the claim as all saw it."""
    told = f"seed {seed}: " + "; ".join(
        f"{act.name} → {result!r}" for act, result in zip(acts, results, strict=True)
    )
    for result in results:
        assert not isinstance(result, Exception) or isinstance(result, ValidationError), told
    done = {
        name: [
            act.by
            for act, result in zip(acts, results, strict=True)
            if act.name == name and not isinstance(result, Exception)
        ]
        for name in ("edit", "add evidence", "submit", "approve", "reject", "reopen")
    }
    now = Claim.objects.get(pk=seen.pk)
    _nothing_lost(seen, now, done, told)
    _approved_as_seen(seen, acts, results, done, told)
    _the_way_is_whole(now, told)


def _nothing_lost(seen: Claim, now: Claim, done: dict, told: str) -> None:
    assert len(done["edit"]) <= 1, told  # all saw the same version: the second is told so
    assert now.version == seen.version + len(done["edit"]), told
    if done["edit"]:
        (by,) = done["edit"]
        assert (now.note, now.changed_by_id) == (f"{by}'s note.", by.pk), told
    else:
        assert (now.note, now.wording) == (seen.note, seen.wording), told
    added = Evidence.objects.filter(claim=now, created_by__isnull=False)
    assert {row.created_by_id for row in added} == {by.pk for by in done["add evidence"]}, told


def _approved_as_seen(seen: Claim, acts, results, done: dict, told: str) -> None:
    verdicts = list(Verdict.objects.filter(claim=seen))
    assert [v.approved_by_id for v in verdicts] == [by.pk for by in done["approve"]], told
    assert len(done["approve"]) + len(done["reject"]) <= 1 + len(done["reopen"]), told
    for verdict in verdicts:
        assert verdict.fingerprint == seen.fingerprint, told
        assert (verdict.wording, verdict.statement) == (seen.wording, seen.statement), told
        assert verdict.submitted_by_id != verdict.approved_by_id, told
    for step in Transition.objects.filter(claim=seen, step__in=["approve", "reject"]):
        assert (step.fingerprint, step.version) == (seen.fingerprint, seen.version), told
    for result in results:
        if isinstance(result, EvidenceChanged) and seen.stage == Stage.IN_REVIEW:
            assert result.difference, told


def _the_way_is_whole(now: Claim, told: str) -> None:
    at = Stage.DRAFT.value
    for step in now.transitions.order_by("pk"):
        assert step.from_stage == at, told
        at = step.to_stage
    assert now.stage == at, told
