"""How a claim stands: from its evidence to a status, with every step told.

Pure: no database, no clock. Source: docs/consistency.md, sections 5 to 7.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .config import CONFIG, ENGINE_VERSION
from .currency import currency_of
from .evidence import ACCEPTED, Evidence
from .explain import report_json, status_sentence, step_json
from .origins import count_documents, origin_of_each
from .report import Report
from .review import reasons_for, reasons_of
from .scope import ScopeOrder
from .status import Counted, status_of, tally
from .sums import sum_breaks
from .verdicts import Standing, Verdict, standing
from .weighing import corrected_ids, weigh


@dataclass(frozen=True, slots=True)
class Assessment:
    """The computed standing of one claim.

    supports, conflicts, mixed  S, X and M: origins, not documents
    origins, documents          of the counted evidence
    explanation                 plain data, the same bytes for the same fingerprint
    standing                    computed, reviewer, effective, disagrees
    """

    status: str
    currency: str
    supports: int
    conflicts: int
    mixed: int
    origins: int
    documents: int
    needs_review: bool
    reasons: tuple[str, ...]
    fingerprint: str
    explanation: dict[str, Any]
    standing: Standing


def assess(
    claim: Report,
    evidence: Sequence[Evidence],
    *,
    order: ScopeOrder,
    about_now: bool = False,
    at: date | None = None,
    verdicts: Sequence[Verdict] = (),
    raised: Collection[str] = (),
) -> Assessment:
    """Assess a claim.

    evidence   in any order, ids unique; only accepted rows are looked at
    about_now  the claim speaks of the present, so that later values can outdate it
    at         the day of asking, for staleness; None: not judged
    verdicts   people's, for what is effective; they never change what is computed
    raised     reasons for review that hold already, for what is not seen from the evidence
    """
    accepted = sorted((e for e in evidence if e.state == ACCEPTED), key=lambda e: e.id)
    if len({e.id for e in accepted}) != len(accepted):
        raise ValueError("two pieces of evidence have the same id")
    corrected = corrected_ids(accepted)
    weighed = [weigh(e, claim, order, corrected) for e in accepted]
    counted = [w for w in weighed if w.counts_as]
    origins = origin_of_each([w.evidence for w in counted])
    counts = tally(
        Counted(origins[w.evidence.id], w.counts_as or "", w.evidence.reliability) for w in counted
    )
    status = status_of(counts)
    steps = [step_json(w, claim, origins.get(w.evidence.id), reasons_of(w)) for w in weighed]
    print_of_seen = fingerprint(claim, steps, about_now=about_now)
    people = standing(status, print_of_seen, verdicts)
    exceeds = sum_breaks(claim, [w.evidence.report for w in weighed], order)
    reasons = reasons_for(weighed, raised=(*people.reasons, *raised), sums_exceed=exceeds)
    explanation = {
        "engine": ENGINE_VERSION,
        "config": CONFIG.version,
        "fingerprint": print_of_seen,
        "status": status,
        "rule": f"status.{status}",
        "sentence": status_sentence(status, counts),
        "claim": report_json(claim),
        "counts": {
            "supports": counts.supports,
            "conflicts": counts.conflicts,
            "mixed": counts.mixed,
            "origins": len(set(origins.values())),
            "documents": count_documents(w.evidence for w in counted),
        },
        "steps": steps,
        "not_counted": [w.evidence.id for w in weighed if w.not_counted],
    }
    return Assessment(
        status=status,
        currency=currency_of(claim, weighed, about_now=about_now, at=at),
        supports=counts.supports,
        conflicts=counts.conflicts,
        mixed=counts.mixed,
        origins=explanation["counts"]["origins"],
        documents=explanation["counts"]["documents"],
        needs_review=bool(reasons),
        reasons=reasons,
        fingerprint=print_of_seen,
        explanation=explanation,
        standing=people,
    )


def fingerprint(claim: Report, steps: Sequence[dict[str, Any]], *, about_now: bool) -> str:
    """SHA-256 of all that the explanation shows: claim, evidence, findings and versions.

    It covers what was looked at but not counted too, since the explanation shows that;
    proposed, rejected and withdrawn evidence is in neither. The sentences are left out:
    they follow from the rest.
    """
    seen = {
        "engine": ENGINE_VERSION,
        "config": CONFIG.version,
        "claim": [claim.id, about_now, report_json(claim)],
        "evidence": [{k: v for k, v in step.items() if k != "sentence"} for step in steps],
    }
    canonical = json.dumps(seen, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()
