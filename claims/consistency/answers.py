"""One JSON line in, one JSON answer out: what the commands quantity, relate and assess say.

Every answer is plain data; a line that cannot be answered raises LineError.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from .assess import Assessment, assess
from .changes import ChangeError
from .evidence import Evidence
from .explain import gap_json, interval_json, relation_sentence
from .interval import plain_string
from .json_fields import LineError, iso_date, named, object_at, refuse_misspelt, required, typed
from .json_in import (
    CLAIM_FIELDS,
    beside_fractions,
    read_evidence,
    read_order,
    read_pair,
    read_report,
    read_verdict,
)
from .outcome import Outcome
from .quantity import Quantity
from .relation import relate
from .report import Report
from .scope import ScopeOrder
from .values import is_minor
from .wording import NotAQuantityError, read_quantity


def quantity_answer(line: Mapping[str, Any]) -> dict[str, Any]:
    """`{"text", "discrete", "unit"}` → hedge, amount, unit, reading, accept.

    `kind` is quantity, unknown, change (with `before` and `after`) or not-a-quantity (with
    `reason`); only the first has intervals.
    """
    refuse_misspelt(line, frozenset({"text", "discrete", "unit"}))
    discrete = typed(line, "discrete", bool)
    try:
        quantity = read_quantity(
            required(line, "text"), discrete=discrete, unit=typed(line, "unit", str)
        )
    except NotAQuantityError as error:
        return _no_value("not-a-quantity", error.kind)
    except ChangeError as error:
        ends = {"before": quantity_json(error.before), "after": quantity_json(error.after)}
        return _no_value("change", None) | ends
    return quantity_json(quantity)


def quantity_json(quantity: Quantity) -> dict[str, Any]:
    return {
        "kind": "unknown" if quantity.is_unknown else "quantity",
        "hedge": quantity.hedge,
        "amount": None if quantity.amount is None else plain_string(quantity.amount),
        "unit": quantity.unit,
        "counted": quantity.counted,
        "discrete": quantity.discrete,
        "reading": interval_json(quantity.reading),
        "accept": interval_json(quantity.accept),
    }


def _no_value(kind: str, reason: str | None) -> dict[str, Any]:
    empty = dict.fromkeys(("hedge", "amount", "unit", "counted", "discrete", "reading", "accept"))
    return {"kind": kind, "reason": reason, **empty}


def relate_answer(line: Mapping[str, Any], order: ScopeOrder) -> dict[str, Any]:
    """`{"a": report, "b": report}` → the relation of a to b, with its explanation.

    The line's own "within" and "parts" stand in for `order`.
    """
    a, b = read_pair(object_at(line, "a"), object_at(line, "b"))
    outcome = relate(a, b, _own_order(line) or order)
    return {
        "relation": outcome.relation,
        "direction": outcome.direction,
        "tension": outcome.tension,
        "time": outcome.time,
        "time_uncertain": outcome.time_uncertain,
        "scope": outcome.scope,
        "change": outcome.change,
        "gap": gap_json(outcome),
        "minor": _minor(outcome),
        "rules": list(outcome.rules),
        "explanation": relation_sentence(outcome, a, b),
    }


def _own_order(line: Mapping[str, Any]) -> ScopeOrder | None:
    return read_order(line) if "within" in line or "parts" in line else None


def _minor(outcome: Outcome) -> bool | None:
    return is_minor(outcome.gap) if outcome.relation == "conflicts" and outcome.gap else None


def assess_answer(line: Mapping[str, Any], order: ScopeOrder) -> dict[str, Any]:
    """`{"claim": report, "evidence": […], "at", "verdicts"}` → how the claim stands."""
    refuse_misspelt(
        line, frozenset({"claim", "evidence", "at", "verdicts", "within", "parts", "id"})
    )
    claim = object_at(line, "claim")
    rows, verdicts = _list(line, "evidence"), _list(line, "verdicts")
    report = named("claim", read_report, claim, id="claim", fields=CLAIM_FIELDS)
    evidence = _read_rows(rows, report)
    if any(not e.report.quantity.discrete for e in evidence if e.report.quantity):
        report = named("claim", beside_fractions, report, claim)
        evidence = _read_rows(rows, report)
    found = named(
        "evidence",
        assess,
        report,
        evidence,
        order=_own_order(line) or order,
        about_now=named("claim", typed, claim, "about_now", bool) is True,
        at=iso_date(line.get("at"), "at"),
        verdicts=[named(f"verdict {i}", read_verdict, v, i) for i, v in enumerate(verdicts, 1)],
    )
    return assessment_json(found)


def _read_rows(rows: list[Any], claim: Report) -> list[Evidence]:
    return [
        named(f"evidence {i}", read_evidence, row, id=name, claim=claim)
        for i, (row, name) in enumerate(zip(rows, content_ids(rows), strict=True), start=1)
    ]


def _list(line: Mapping[str, Any], field: str) -> list[Any]:
    value = line.get(field)
    if value is not None and not isinstance(value, list):
        raise LineError(f"{field}: a list is expected")
    return value or []


def assessment_json(found: Assessment) -> dict[str, Any]:
    return {
        "status": found.status,
        "currency": found.currency,
        "S": found.supports,
        "X": found.conflicts,
        "M": found.mixed,
        "origins": found.origins,
        "documents": found.documents,
        "needs_review": found.needs_review,
        "reasons": list(found.reasons),
        "computed": found.standing.computed,
        "reviewer": found.standing.reviewer,
        "effective": found.standing.effective,
        "disagrees": found.standing.disagrees,
        "explanation": found.explanation,
        "fingerprint": found.fingerprint,
    }


def content_ids(rows: Iterable[Any]) -> list[str]:
    """A name for each row from what it says, so that the order of rows names nothing."""
    names: list[str] = []
    seen: dict[str, int] = {}
    for row in rows:
        canonical = json.dumps(row, sort_keys=True, default=str)
        name = "e-" + hashlib.sha256(canonical.encode()).hexdigest()[:12]
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names
