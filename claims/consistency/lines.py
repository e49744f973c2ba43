"""The engine's values as plain JSON data: what the NDJSON commands read and write.

Every reader raises LineError with the field and the reason. Numbers may be JSON numbers
(exact, never floats: see `loads`) or decimal strings; dates are ISO.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from .assess import Assessment, assess
from .dates import read_period
from .evidence import Evidence, Quote
from .explain import gap_json, interval_json, relation_sentence
from .interval import plain_string
from .outcome import Outcome
from .period import Period
from .quantity import Quantity, from_bounds
from .relation import relate
from .report import Report
from .scope import Scope, ScopeOrder
from .units import canonical_unit
from .values import is_minor
from .verdicts import Verdict
from .wording import ChangeError, NotAQuantityError, read_quantity

REPORT_FIELDS = frozenset(
    """id figure nature unit wording low high period scope modality origin additive window_days
    corrects made""".split()
)
EVIDENCE_FIELDS = REPORT_FIELDS | frozenset(
    "stance document origins reliability state quote lost_anchor suggested_copy split".split()
)
CLAIM_FIELDS = REPORT_FIELDS | frozenset(["about_now"])


class LineError(ValueError):
    """A line that cannot be answered. The message names the field and the reason."""


def loads(line: str) -> dict[str, Any]:
    """One JSON object; its numbers are exact."""
    try:
        data = json.loads(line, parse_float=Decimal, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise LineError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    if not isinstance(data, dict):
        raise LineError("a line is one JSON object")
    return data


def _no_constant(name: str) -> None:
    raise LineError(f"{name} is not a number")


def quantity_answer(line: Mapping[str, Any]) -> dict[str, Any]:
    """`{"text", "discrete", "unit"}` → hedge, amount, unit, reading, accept.

    `kind` is quantity, unknown, change (with `before` and `after`) or not-a-quantity (with
    `reason`); only the first has intervals.
    """
    _refuse_misspelt(line, frozenset({"text", "discrete", "unit"}))
    discrete = _typed(line, "discrete", bool)
    try:
        quantity = read_quantity(
            _required(line, "text"), discrete=discrete, unit=_typed(line, "unit", str)
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
    """`{"a": report, "b": report}` → the relation of a to b, with its explanation."""
    a, b = read_pair(_object(line, "a"), _object(line, "b"))
    outcome = relate(a, b, order)
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


def _minor(outcome: Outcome) -> bool | None:
    return is_minor(outcome.gap) if outcome.relation == "conflicts" and outcome.gap else None


def read_pair(a: Mapping[str, Any], b: Mapping[str, Any]) -> tuple[Report, Report]:
    """Two reports; one without a unit is read in the other's."""
    first, second = _named("a", read_report, a, id="a"), _named("b", read_report, b, id="b")
    return _in_unit_of(second, first, a), _in_unit_of(first, second, b)


def _in_unit_of(other: Report, report: Report, data: Mapping[str, Any]) -> Report:
    unit = other.quantity.unit if other.quantity else None
    if report.quantity is None or report.quantity.unit or not unit or report.quantity.is_unknown:
        return report
    return read_report({**data, "unit": unit}, id=report.id)


def _named(name: str, read: Any, *args: Any, **kwargs: Any) -> Any:
    try:
        return read(*args, **kwargs)
    except (ValueError, TypeError) as error:
        raise LineError(f"{name}: {error}") from None


def read_report(
    data: Mapping[str, Any], *, id: str, fields: frozenset[str] = REPORT_FIELDS
) -> Report:
    """A report from plain data; `fields` are those that a misspelling is compared to."""
    _refuse_misspelt(data, fields)
    nature = _typed(data, "nature", str)
    nature = nature.strip().casefold().replace("_", "-").replace(" ", "-") if nature else None
    is_event = nature == "event-date"
    window = data.get("window_days")
    if window is not None and (not isinstance(window, int) or window < 0):
        raise LineError("window_days: a number of days, 0 or more")
    return Report(
        id=str(data.get("id") or id),
        figure=_typed(data, "figure", str),
        nature=nature,
        quantity=None if is_event else _quantity(data, nature),
        period=_event_period(data) if is_event else _period(data, "period"),
        scope=_scope(data.get("scope")),
        modality=_typed(data, "modality", str) or "observation",
        origin=_typed(data, "origin", str),
        additive=_typed(data, "additive", bool) is not False,
        window_days=window,
        corrects=_typed(data, "corrects", str),
        made=_period(data, "made"),
    )


def _quantity(data: Mapping[str, Any], nature: str | None) -> Quantity | None:
    wording, unit = data.get("wording"), _typed(data, "unit", str)
    bounds = data.get("low"), data.get("high")
    if wording is not None and any(b is not None for b in bounds):
        raise LineError("give either a wording or low and high, not both")
    discrete = False if nature == "ratio" else None
    if wording is not None:
        if not isinstance(wording, str):
            raise LineError("wording: text is expected (for plain numbers use low and high)")
        return _named("wording", read_quantity, wording, discrete=discrete, unit=unit)
    if all(b is None for b in bounds):
        return None
    low, high = _number(data, "low"), _number(data, "high")
    known = canonical_unit(unit)
    if discrete is None:
        whole = all(n is None or n == n.to_integral_value() for n in (low, high))
        discrete = whole and not (known and known.continuous)
    return from_bounds(low, high, unit=known.name if known else None, discrete=discrete)


def _number(data: Mapping[str, Any], field: str) -> Decimal | None:
    value = data.get(field)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, str, Decimal)):
        raise LineError(f"{field}: a number or a decimal string is expected")
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise LineError(f"{field}: ‘{value}’ is not a number") from None
    if not number.is_finite():
        raise LineError(f"{field}: ‘{value}’ is not a finite number; leave it out or null")
    return number


def _event_period(data: Mapping[str, Any]) -> Period | None:
    """An event's date: low and high as ISO dates, or a wording, or its period."""
    low, high = data.get("low"), data.get("high")
    if low is not None or high is not None:
        return Period(_date(low, "low"), _date(high, "high"), "within")
    wording = _typed(data, "wording", str)
    if wording is not None:
        return _named("wording", read_period, wording, mode="within")
    return _period(data, "period")


def _period(data: Mapping[str, Any], field: str) -> Period | None:
    """{"earliest", "latest", "mode", "basis"}, or a date in words; absent: no time given."""
    value = data.get(field)
    if value is None:
        return None
    if isinstance(value, str):
        return _named(field, read_period, value)
    if not isinstance(value, Mapping):
        raise LineError(f"{field}: an object with earliest and latest is expected")
    _refuse_misspelt(value, frozenset({"earliest", "latest", "mode", "basis"}), within=field)
    return _named(
        field,
        Period,
        _date(value.get("earliest"), f"{field}.earliest"),
        _date(value.get("latest"), f"{field}.latest"),
        value.get("mode") or "instant",
        value.get("basis") or "stated",
    )


def _date(value: Any, field: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise LineError(f"{field}: ‘{value}’ is not an ISO date such as 2020-07-15") from None


def _scope(value: Any) -> Scope | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise LineError("scope: an object with geography, population and role is expected")
    _refuse_misspelt(value, frozenset({"geography", "population", "role"}), within="scope")
    return Scope(*(_typed(value, d, str) or None for d in ("geography", "population", "role")))


def read_order(line: Mapping[str, Any]) -> ScopeOrder:
    """`{"within": {name: [wider, …]}, "parts": {whole: [part, …]}}` → the scope order."""
    for field in ("within", "parts"):
        value = line.get(field) or {}
        if not isinstance(value, Mapping) or not all(_is_names(v) for v in value.values()):
            raise LineError(f"{field}: an object of lists of names is expected")
    return _named("within", ScopeOrder, line.get("within"), line.get("parts"))


def declares_order(line: Mapping[str, Any]) -> bool:
    return bool(line) and set(line) <= {"within", "parts"}


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def assess_answer(line: Mapping[str, Any], order: ScopeOrder) -> dict[str, Any]:
    """`{"claim": report, "evidence": […], "at", "verdicts"}` → how the claim stands."""
    claim = _object(line, "claim")
    rows = line.get("evidence") or []
    if not isinstance(rows, list):
        raise LineError("evidence: a list is expected")
    report = _named("claim", read_report, claim, id="claim", fields=CLAIM_FIELDS)
    evidence = [
        _named(f"evidence {i}", read_evidence, row, id=name, claim=report)
        for i, (row, name) in enumerate(zip(rows, content_ids(rows), strict=True), start=1)
    ]
    verdicts = [
        _named(f"verdict {i}", _verdict, v, i) for i, v in enumerate(line.get("verdicts") or [], 1)
    ]
    found = _named(
        "evidence",
        assess,
        report,
        evidence,
        order=order,
        about_now=_typed(claim, "about_now", bool) is True,
        at=_date(line.get("at"), "at"),
        verdicts=verdicts,
    )
    return assessment_json(found)


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


def read_evidence(data: Any, *, id: str, claim: Report) -> Evidence:
    if not isinstance(data, Mapping):
        raise LineError("an object is expected")
    report = read_report(data, id=id, fields=EVIDENCE_FIELDS)
    report = _in_unit_of(claim, report, data)
    origins = data.get("origins") or []
    if not _is_names(origins):
        raise LineError("origins: a list of names is expected")
    if report.origin:
        origins = [report.origin, *origins]
    return Evidence(
        report=report,
        stance=_typed(data, "stance", str),
        document=_typed(data, "document", str),
        origins=tuple(origins),
        reliability=_typed(data, "reliability", str) or "F",
        state=_typed(data, "state", str) or "accepted",
        quote=_quote(data.get("quote")),
        lost_anchor=_typed(data, "lost_anchor", bool) is True,
        suggested_copy=_typed(data, "suggested_copy", bool) is True,
        split=_typed(data, "split", bool) is True,
    )


def _quote(value: Any) -> Quote | None:
    if value is None:
        return None
    if isinstance(value, str):
        return Quote(value)
    if not isinstance(value, Mapping):
        raise LineError("quote: text, or an object with exact, start and end")
    return Quote(
        _required(value, "exact"), value.get("start"), value.get("end"), value.get("source") or ""
    )


def _verdict(data: Any, order: int) -> Verdict:
    if not isinstance(data, Mapping):
        raise LineError("an object is expected")
    return Verdict(
        status=_required(data, "status"),
        by=_typed(data, "by", str) or "",
        order=order,
        fingerprint=_typed(data, "fingerprint", str) or "",
        live=_typed(data, "live", bool) is not False,
    )


def _object(line: Mapping[str, Any], field: str) -> Mapping[str, Any]:
    value = line.get(field)
    if not isinstance(value, Mapping):
        raise LineError(f"{field}: an object is expected")
    return value


def _required(data: Mapping[str, Any], field: str) -> str:
    value = _typed(data, field, str)
    if value is None:
        raise LineError(f"{field}: is missing")
    return value


def _typed(data: Mapping[str, Any], field: str, kind: type) -> Any:
    value = data.get(field)
    if value is None or isinstance(value, kind):
        return value
    names = {str: "text", bool: "true or false"}
    raise LineError(f"{field}: {names[kind]} is expected, not {value!r}")


def _refuse_misspelt(
    data: Mapping[str, Any], known: frozenset[str], *, within: str | None = None
) -> None:
    """Unknown fields are the caller's own, unless they look like a known one misspelt."""
    for field in data:
        if field in known:
            continue
        close = difflib.get_close_matches(field, known - set(data), n=1, cutoff=0.8)
        if close:
            place = f"{within}.{field}" if within else field
            raise LineError(f"{place}: unknown field; did you mean ‘{close[0]}’?")
