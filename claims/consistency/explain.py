"""Findings in words: the sentence of a relation, the steps of an assessment.

Deterministic: the same values give the same bytes. The API, the admin and the pages show
this one object. Source: docs/consistency.md, section 7.
"""

from __future__ import annotations

from typing import Any

from .interval import Interval, plain_string
from .outcome import A_TO_B, B_TO_A, Outcome
from .report import Report
from .sentences import (
    CHANGES,
    NO_RELIABLE_ORIGIN,
    NOT_COUNTED_SENTENCES,
    RELATION_SENTENCES,
    STANCE_SENTENCES,
    STATUS_SENTENCES,
)
from .status import Tally
from .weighing import Weighed


def named(report: Report) -> str:
    """A report as a reader would point at it: ‘approximately 5,000’ (July 2020)."""
    if report.nature == "event-date":
        return f"‘{report.value_in_words}’"
    when = "" if report.period is None else f" ({report.period})"
    return f"‘{report.value_in_words}’{when}"


def relation_sentence(outcome: Outcome, a: Report, b: Report) -> str:
    """One sentence for people, from the template of the rule that decided."""
    a_newer = outcome.direction == A_TO_B or _is_later(a, b)
    part_is_a = outcome.scope == "inside" or (outcome.scope == "equal" and outcome.time == "inside")
    b_narrow = outcome.direction == B_TO_A
    name_a, name_b = named(a), named(b)
    return RELATION_SENTENCES[outcome.rule].format(
        a=name_a,
        b=name_b,
        newer=name_a if a_newer else name_b,
        older=name_b if a_newer else name_a,
        part=name_a if part_is_a else name_b,
        whole=name_b if part_is_a else name_a,
        narrow=name_b if b_narrow else name_a,
        wide=name_a if b_narrow else name_b,
        plan=name_a if a.is_intention else name_b,
        seen=name_b if a.is_intention else name_a,
        modality=a.modality if a.is_intention else b.modality,
        scope_a=a.scope or "scope not stated",
        scope_b=b.scope or "scope not stated",
        change=CHANGES.get(outcome.change or "", ""),
        gap=_gap_in_words(outcome),
        uncertain=", though their dates may be apart" if outcome.time_uncertain else "",
    )


def _is_later(a: Report, b: Report) -> bool:
    return bool(
        a.period and b.period and a.period.as_of().start_ordinal > b.period.as_of().end_ordinal
    )


def _gap_in_words(outcome: Outcome) -> str:
    if not outcome.gap:
        return ""
    percent = f"{outcome.gap * 100:.1f}".rstrip("0").rstrip(".")
    return f" ({percent} % apart)"


def interval_json(interval: Interval | None) -> dict[str, Any] | None:
    """{"low", "high", "low_closed", "high_closed"}: decimal strings, null for infinite."""
    if interval is None:
        return None
    return {
        "low": None if interval.low is None else plain_string(interval.low),
        "high": None if interval.high is None else plain_string(interval.high),
        "low_closed": interval.low_closed,
        "high_closed": interval.high_closed,
    }


def report_json(report: Report) -> dict[str, Any]:
    """A report as plain data, for explanations and fingerprints."""
    quantity, period = report.quantity, report.period
    return {
        "figure": report.figure,
        "nature": report.nature,
        "wording": quantity.wording if quantity else None,
        "unit": quantity.unit if quantity else None,
        "reading": interval_json(quantity.reading if quantity else None),
        "accept": interval_json(quantity.accept if quantity else None),
        "period": None
        if period is None
        else {
            "earliest": period.earliest.isoformat() if period.earliest else None,
            "latest": period.latest.isoformat() if period.latest else None,
            "mode": period.mode,
            "basis": period.basis,
        },
        "scope": None
        if report.scope is None
        else {
            "geography": report.scope.geography,
            "population": report.scope.population,
            "role": report.scope.role,
        },
        "modality": report.modality,
    }


def step_json(w: Weighed, claim: Report, origin: str | None, reasons: list[str]) -> dict[str, Any]:
    """One step: what this evidence says, how it relates, how it counts, and why."""
    e, outcome = w.evidence, w.outcome
    sentence = (
        relation_sentence(outcome, e.report, claim) if outcome else STANCE_SENTENCES[e.stance]
    )
    if w.not_counted:
        why = NOT_COUNTED_SENTENCES[w.not_counted].format(reliability=e.reliability)
        sentence = f"{sentence} {why}"
    quote = e.quote
    return {
        "id": e.id,
        "rule": outcome.rule if outcome else f"stance.{e.stance or 'none'}",
        "rules": list(outcome.rules) if outcome else [],
        "sentence": sentence,
        "quote": None
        if quote is None
        else {
            "exact": quote.exact,
            "start": quote.start,
            "end": quote.end,
            "source": quote.source,
        },
        **report_json(e.report),
        "stance": e.stance,
        "relation": outcome.relation if outcome else None,
        "direction": outcome.direction if outcome else None,
        "time": outcome.time if outcome else None,
        "time_uncertain": bool(outcome and outcome.time_uncertain),
        "scope_relation": outcome.scope if outcome else None,
        "change": outcome.change if outcome else None,
        "gap": gap_json(outcome),
        "tension": bool(outcome and outcome.tension),
        "document": e.document,
        "origin": origin,
        "reliability": e.reliability,
        "counts_as": w.counts_as,
        "not_counted": w.not_counted,
        "review": reasons,
    }


def gap_json(outcome: Outcome | None) -> str | None:
    return plain_string(outcome.gap) if outcome and outcome.gap is not None else None


def status_sentence(status: str, counts: Tally) -> str:
    text = STATUS_SENTENCES[status].format(
        support=_origins(counts.supports, "supports", "support"),
        conflict=_origins(counts.conflicts, "contradicts", "contradict"),
        mixed=f", {_origins(counts.mixed, 'does both', 'do both')}" if counts.mixed else "",
    )
    held_back = (status == "single-source" and counts.supports > 1) or (
        status == "challenged" and counts.conflicts > 1
    )
    text = text[0].upper() + text[1:]
    return text + (NO_RELIABLE_ORIGIN if held_back else "")


def _origins(number: int, one: str, many: str) -> str:
    if number == 1:
        return f"one origin {one}"
    return f"{number or 'no'} origins {many}"
