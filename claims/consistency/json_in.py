"""Reports, scopes and evidence from plain JSON data: what the NDJSON commands read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .dates import read_period
from .evidence import Evidence, Quote
from .json_fields import (
    LineError,
    is_names,
    iso_date,
    named,
    number,
    refuse_misspelt,
    required,
    typed,
)
from .period import Period
from .quantity import Quantity, from_bounds
from .report import Report
from .scope import DIMENSIONS, Scope, ScopeOrder
from .units import canonical_unit
from .verdicts import Verdict
from .wording import read_quantity

REPORT_FIELDS = frozenset(
    """id figure nature unit wording low high period scope modality origin additive window_days
    corrects made""".split()
)
EVIDENCE_FIELDS = REPORT_FIELDS | frozenset(
    "stance document origins reliability state quote lost_anchor suggested_copy split".split()
)
CLAIM_FIELDS = REPORT_FIELDS | frozenset(["about_now"])


def read_pair(a: Mapping[str, Any], b: Mapping[str, Any]) -> tuple[Report, Report]:
    """Two reports, each read in the light of the other: see `beside`."""
    first, second = named("a", read_report, a, id="a"), named("b", read_report, b, id="b")
    aligned = named("a", beside, second, first, a)
    return aligned, named("b", beside, aligned, second, b)


def beside(other: Report, report: Report, data: Mapping[str, Any]) -> Report:
    """`report`, read again from its `data` where the other shows how its number is meant.

    A bare number is in the other's unit ("5.2 million" beside "$5 million"), but the number of a
    figure that is said to be a count is no percentage; and a whole number
    beside a fractional one is no count ("more than 7" beside "7.5").
    """
    own, others = report.quantity, other.quantity
    if own is None or others is None or own.is_unknown or others.is_unknown:
        return report
    unit = canonical_unit(others.unit)
    if unit is not None and unit.is_share and own.discrete and report.nature is not None:
        return report
    if unit is not None and own.unit is None and own.counted is None:
        report = read_report({**data, "unit": unit.name}, id=report.id)
    return report if others.discrete else beside_fractions(report, data)


def beside_fractions(report: Report, data: Mapping[str, Any]) -> Report:
    """`report`, read again as continuous if its bare number was taken for a count."""
    own = report.quantity
    if own is None or own.is_unknown or not own.discrete or own.unit or own.counted:
        return report
    return read_report(data, id=report.id, discrete=False)


def read_report(
    data: Mapping[str, Any],
    *,
    id: str,
    fields: frozenset[str] = REPORT_FIELDS,
    discrete: bool | None = None,
) -> Report:
    """A report from plain data; `fields` are those that a misspelling is compared to."""
    refuse_misspelt(data, fields)
    nature = typed(data, "nature", str)
    nature = nature.strip().casefold().replace("_", "-").replace(" ", "-") if nature else None
    is_event = nature == "event-date"
    window = data.get("window_days")
    if window is not None and (type(window) is not int or window < 0):
        raise LineError("window_days: a number of days, 0 or more")
    return Report(
        id=str(data.get("id") or id),
        figure=typed(data, "figure", str),
        nature=nature,
        quantity=None if is_event else _quantity(data, nature, discrete),
        period=_event_period(data) if is_event else _period(data, "period"),
        scope=_scope(data.get("scope")),
        modality=(typed(data, "modality", str) or "observation").strip().casefold(),
        origin=typed(data, "origin", str),
        additive=typed(data, "additive", bool) is not False,
        window_days=window,
        corrects=typed(data, "corrects", str),
        made=_period(data, "made"),
    )


def _quantity(
    data: Mapping[str, Any], nature: str | None, discrete: bool | None
) -> Quantity | None:
    wording, unit = data.get("wording"), typed(data, "unit", str)
    bounds = data.get("low"), data.get("high")
    if wording is not None and any(b is not None for b in bounds):
        raise LineError("give either a wording or low and high, not both")
    if nature == "ratio":
        discrete = False
    if wording is not None:
        if not isinstance(wording, str):
            raise LineError("wording: text is expected (for plain numbers use low and high)")
        return named("wording", read_quantity, wording, discrete=discrete, unit=unit)
    if all(b is None for b in bounds):
        return None
    low, high = number(data, "low"), number(data, "high")
    known = canonical_unit(unit)
    if discrete is None:
        whole = all(n is None or n == n.to_integral_value() for n in (low, high))
        discrete = whole and not (known and known.continuous)
    return from_bounds(low, high, unit=known.name if known else None, discrete=discrete)


def _event_period(data: Mapping[str, Any]) -> Period | None:
    """An event's date: low and high as ISO dates, or a wording, or its period."""
    low, high = data.get("low"), data.get("high")
    if low is not None or high is not None:
        return Period(iso_date(low, "low"), iso_date(high, "high"), "within")
    wording = typed(data, "wording", str)
    if wording is not None:
        return named("wording", read_period, wording, mode="within")
    return _period(data, "period")


def _period(data: Mapping[str, Any], field: str) -> Period | None:
    """{"earliest", "latest", "mode", "basis"}, or a date in words; absent: no time given."""
    value = data.get(field)
    if value is None:
        return None
    if isinstance(value, str):
        return named(field, read_period, value)
    if not isinstance(value, Mapping):
        raise LineError(f"{field}: an object with earliest and latest is expected")
    refuse_misspelt(value, frozenset({"earliest", "latest", "mode", "basis"}), within=field)
    return named(
        field,
        Period,
        iso_date(value.get("earliest"), f"{field}.earliest"),
        iso_date(value.get("latest"), f"{field}.latest"),
        named(field, typed, value, "mode", str) or "instant",
        named(field, typed, value, "basis", str) or "stated",
    )


def _scope(value: Any) -> Scope | None:
    """A scope; one that names nothing is none at all."""
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise LineError("scope: an object with geography, population and role is expected")
    refuse_misspelt(value, frozenset(DIMENSIONS), within="scope")
    names = [named("scope", typed, value, dimension, str) or None for dimension in DIMENSIONS]
    return Scope(*names) if any(names) else None


def read_order(line: Mapping[str, Any]) -> ScopeOrder:
    """`{"within": {name: [wider, …]}, "parts": {whole: [part, …]}}` → the scope order."""
    for field in ("within", "parts"):
        value = line.get(field) or {}
        if not isinstance(value, Mapping) or not all(is_names(v) for v in value.values()):
            raise LineError(f"{field}: an object of lists of names is expected")
    return named("within", ScopeOrder, line.get("within"), line.get("parts"))


def declares_order(line: Mapping[str, Any]) -> bool:
    return bool(line) and set(line) <= {"within", "parts"}


def read_evidence(data: Any, *, id: str, claim: Report) -> Evidence:
    if not isinstance(data, Mapping):
        raise LineError("an object is expected")
    report = beside(claim, read_report(data, id=id, fields=EVIDENCE_FIELDS), data)
    origins = data.get("origins") or []
    if not is_names(origins):
        raise LineError("origins: a list of names is expected")
    if report.origin:
        origins = [report.origin, *origins]
    return Evidence(
        report=report,
        stance=typed(data, "stance", str),
        document=typed(data, "document", str),
        origins=tuple(origins),
        reliability=typed(data, "reliability", str) or "F",
        state=typed(data, "state", str) or "accepted",
        quote=_quote(data.get("quote")),
        lost_anchor=typed(data, "lost_anchor", bool) is True,
        suggested_copy=typed(data, "suggested_copy", bool) is True,
        split=typed(data, "split", bool) is True,
    )


def _quote(value: Any) -> Quote | None:
    if value is None:
        return None
    if isinstance(value, str):
        return Quote(value)
    if not isinstance(value, Mapping):
        raise LineError("quote: text, or an object with exact, start and end")
    places = value.get("start"), value.get("end")
    if any(place is not None and type(place) is not int for place in places):
        raise LineError("quote: start and end are numbers of code points")
    return Quote(required(value, "exact"), *places, typed(value, "source", str) or "")


def read_verdict(data: Any, order: int) -> Verdict:
    """A verdict, the `order`-th of its list."""
    if not isinstance(data, Mapping):
        raise LineError("an object is expected")
    return Verdict(
        status=required(data, "status"),
        by=typed(data, "by", str) or "",
        order=order,
        fingerprint=typed(data, "fingerprint", str) or "",
        live=typed(data, "live", bool) is not False,
    )
