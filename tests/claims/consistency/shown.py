"""Intervals and reports in the notation of the tables of cases."""

from __future__ import annotations

from datetime import date
from typing import Any

from claims.consistency import Interval, Period, Report, Scope, read_quantity
from claims.consistency.interval import plain_string


def shown(interval: Interval | None) -> str:
    """ "[4500, 5499]", "(63, ∞)", "{41}" for one number, "nothing" for an unknown."""
    if interval is None:
        return "nothing"
    if interval.is_point:
        return f"{{{plain_string(interval.low)}}}"
    low = "−∞" if interval.low is None else plain_string(interval.low)
    high = "∞" if interval.high is None else plain_string(interval.high)
    left, right = "[" if interval.low_closed else "(", "]" if interval.high_closed else ")"
    return f"{left}{low}, {high}{right}"


def day(text: str) -> date:
    return date.fromisoformat(text)


def when(text: str | None) -> Period | None:
    """ "2020-07-15"; "2020-07-01/2020-07-31"; "…/2020-07-31" and "2020-07-01/…" are half open;
    "unknown"; a mode stands after a space. None and "" are no time at all."""
    if not text:
        return None
    span, _, mode = text.partition(" ")
    if span == "unknown":
        return Period(None, None, mode or "instant", "inferred")
    first, _, last = span.partition("/")
    last = last or first
    return Period(
        None if first == "…" else day(first),
        None if last == "…" else day(last),
        mode or "instant",
    )


def where(text: str | None) -> Scope | None:
    """ "Iraq", "Iraq, US troops", "-, US troops, combat"; None is no scope at all."""
    if text is None:
        return None
    names = [None if part.strip() == "-" else part.strip() for part in text.split(",")]
    return Scope(*names)


def report(
    wording: str | None = None,
    period: str | None = None,
    *,
    nature: str | None = "stock",
    scope: str | None = None,
    id: str = "",
    figure: str = "f",
    made: str | None = None,
    discrete: bool | None = None,
    unit: str | None = None,
    **fields: Any,
) -> Report:
    """A report in one line; the figure is "f" unless said otherwise."""
    return Report(
        id=id,
        figure=figure,
        nature=nature,
        quantity=read_quantity(wording, discrete=discrete, unit=unit) if wording else None,
        period=when(period),
        scope=where(scope),
        made=when(made),
        **fields,
    )
