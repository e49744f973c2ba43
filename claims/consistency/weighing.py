"""One piece of evidence against its claim: what it counts as, or by which rule it does not."""

from __future__ import annotations

from dataclasses import dataclass

from .evidence import CONFLICTS, CONTEXT, SUPPORTS, UNRELIABLE, Evidence
from .outcome import A_TO_B, BOTH, Outcome
from .relation import relate
from .report import Report
from .scope import ScopeOrder


@dataclass(frozen=True, slots=True)
class Weighed:
    """Evidence, its relation to the claim, and how it counts.

    outcome      relation of the evidence (a) to the claim (b); None for a claim without number
    role         supports, conflicts or None, as the relation (or the stance) has it
    not_counted  the rule by which it leaves S and X alone, None when it counts
    """

    evidence: Evidence
    outcome: Outcome | None
    role: str | None
    not_counted: str | None

    @property
    def counts_as(self) -> str | None:
        return None if self.not_counted else self.role


def compares_by_value(claim: Report) -> bool:
    """True for a claim with a number (or an event's date); the others go by stance."""
    return claim.has_value or claim.quantity is not None


def weigh(
    evidence: Evidence, claim: Report, order: ScopeOrder, corrected: frozenset[str]
) -> Weighed:
    """Weigh accepted evidence. `corrected`: ids of reports that their own source took back."""
    outcome = relate(evidence.report, claim, order) if compares_by_value(claim) else None
    role = _role(evidence, outcome)
    return Weighed(evidence, outcome, role, _why_not(evidence, outcome, role, corrected))


def _role(evidence: Evidence, outcome: Outcome | None) -> str | None:
    if outcome is None:
        return evidence.stance if evidence.stance != CONTEXT else None
    if outcome.relation == "conflicts":
        return CONFLICTS
    supporting = outcome.relation == "agrees" and outcome.direction in {A_TO_B, BOTH}
    return SUPPORTS if supporting else None


def _why_not(
    evidence: Evidence, outcome: Outcome | None, role: str | None, corrected: frozenset[str]
) -> str | None:
    if evidence.id in corrected:
        return "not-counted.corrected"
    if evidence.stance == CONTEXT:
        return "not-counted.context"
    if evidence.reliability in UNRELIABLE:
        return "not-counted.unreliable"
    if role is not None:
        return None
    if outcome is None:
        return "not-counted.no-stance"
    weaker = outcome.relation == "agrees"
    return "not-counted.weaker-than-claim" if weaker else f"not-counted.{outcome.relation}"


def corrected_ids(evidence: list[Evidence]) -> frozenset[str]:
    """Reports that another accepted report of the same source explicitly corrects.

    Two that correct each other take nothing back.
    """
    by_id = {e.id: e for e in evidence}
    return frozenset(
        e.report.corrects
        for e in evidence
        if e.report.corrects in by_id
        and e.report.corrects != e.id
        and by_id[e.report.corrects].report.corrects != e.id
        and _same_source(e, by_id[e.report.corrects])
    )


def _same_source(a: Evidence, b: Evidence) -> bool:
    if a.report.origin is not None and a.report.origin == b.report.origin:
        return True
    shared = set(a.origins) & set(b.origins)
    return bool(shared) or (a.document is not None and a.document == b.document)
