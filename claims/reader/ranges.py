"""Two numbers that belong together: a range, or the two values of a change."""

from __future__ import annotations

from dataclasses import replace

from claims.consistency.lexicon import CHANGE_VERBS

from . import meaning
from .amount import Amount, Measured, measured, single
from .counted import counted_after
from .hedging import hedges_before
from .numerals import Number
from .page import Page
from .years import is_year

_NEAR = 6
"""Tokens before a number among which a verb of change is looked for."""


def range_or_change(page: Page, first: Measured, floor: int) -> list[Amount]:
    joint = page.text(first.end)
    if joint not in {"-", "—", "to", "or", "and", "through"}:
        return []
    lead = page.text(first.start - 1) if first.start - 1 >= floor else ""
    about, lead_at = hedges_before(page, first.start, floor, of_time=True)
    if about and lead_at - 1 >= floor and page.text(lead_at - 1) in {"between", "from"}:
        lead, about = page.text(lead_at - 1), about
    else:
        lead_at = first.start
    second = _second(page, first.end + 1, joint, lead)
    if second is None:
        return []
    low, high = _completed(first.number, second.number)
    units_differ = first.unit != second.unit and first.unit and second.unit
    lacks = bool(first.unit) and second.unit is None and not first.prefixed
    if joint in {"to", "through"}:
        changes = _is_change(page, first, lead, falls=low.amount > high.amount)
        if changes and lead == "from":
            return _change(page, first, second, floor)
        if changes or units_differ or lacks:
            return []
    if units_differ or not low.amount < high.amount or (lacks and joint != "-"):
        return []
    unit = first.unit or second.unit
    hedges = list(about)
    start = first.start
    if lead in {"between", "from"}:
        start = lead_at - 1 if page.text(lead_at - 1) == lead else first.start - 1
    else:
        hedges, start = hedges_before(page, first.start, floor, of_time=unit is not None)
        if any(hedge != "about" for hedge in hedges):
            return _bounded_range(page, first, second, hedges, start)
    quantity = meaning.range_of(page.raw_text(start, second.end), hedges, low, high, unit)
    return [Amount(start, second.end, quantity, counted_after(page, second.end, unit=unit))]


def _bounded_range(
    page: Page, first: Measured, second: Measured, hedges: list[str], start: int
) -> list[Amount]:
    """ "up to 20 or 30": the bound holds for the range's far end."""
    upper = bool({"up-to", "at-most", "less-than"} & set(hedges))
    number = second.number if upper else first.number
    unit = first.unit or second.unit
    quantity = meaning.single(page.raw_text(start, second.end), hedges, number, unit)
    return [Amount(start, second.end, quantity, counted_after(page, second.end, unit=unit))]


def _second(page: Page, at: int, joint: str, lead: str) -> Measured | None:
    """The second number of a range whose joint stands right before tokens[at]."""
    if joint == "and" and lead != "between":
        return None
    start = at
    if joint in {"to", "and"}:
        while page.text(start) in {"about", "around", "approximately", "roughly", "nearly"}:
            start += 1
    if joint == "-" and page.attached(at - 1) != page.attached(at):
        return None
    sign = page.text(start)
    if sign in page.words.units.CURRENCY_SIGNS:
        start += 1
    elif page.text(start + 1) in page.words.units.CURRENCY_SIGNS and page.attached(start + 1):
        start += 2
    if page.is_word(start) and joint == "—":
        return None
    if page.text(start) in page.words.labels.NOT_BEFORE_ONE:
        return None
    second = measured(page, start, at)
    if second is None:
        return None
    if joint in {"-", "—"} and page.text(second.end) == "-" and page.attached(second.end):
        following = page.token(second.end + 1)
        if following.kind == "number" and following.attached:
            return None
    year = is_year(page, start) and joint != "-"
    return None if year else second


def _completed(first: Number, second: Number) -> tuple[Number, Number]:
    """ "5 to 6 million", "20-30,000": the scale of the second number holds for the first."""
    scale = second.scale if first.scale == 1 and second.mantissa is not None else 1
    top = second.mantissa
    if scale == 1 and first.amount < 1000 and second.amount % 1000 == 0 and first.place == 1:
        thousands = second.amount / 1000
        if second.scale == 1 and first.amount < thousands < 1000 and first.amount * 40 > thousands:
            scale, top = 1000, thousands
    if scale > 1 and top is not None and first.amount < top:
        first = replace(first, amount=first.amount * scale, place=first.place * scale, scale=scale)
    return first, second


def _is_change(page: Page, first: Measured, lead: str, *, falls: bool) -> bool:
    """A value that moved to another: "rose 5 to 120", "cut from 5,000 to 2,500"."""
    if lead == "between":
        return False
    if falls and lead == "from":
        return True
    near = [page.text(i) for i in range(max(0, first.start - _NEAR), first.start)]
    if lead != "from":
        if "by" in near[-2:] or "between" in near[-3:]:
            return falls
        near = near[-3:]
    after = [page.text(i) for i in range(first.end + 2, first.end + 5)]
    verb = any(word in CHANGE_VERBS for word in near)
    return falls or verb or (lead == "from" and "from" in after)


def _change(page: Page, first: Measured, second: Measured, floor: int) -> list[Amount]:
    """ "from A to B": two values; the unit and noun of the second are the first's too."""
    after = replace(single(page, second, first.end + 1), role="after")
    if first.unit is None and second.unit is not None:
        first = replace(first, unit=second.unit)
    low, _ = _completed(first.number, second.number)
    scaled = second.number.scale > 1 and first.number.scale == 1
    number = low if scaled else first.number
    before = single(page, replace(first, number=number), floor)
    counted = before.counted if before.counted and page.text(first.end) != "to" else after.counted
    return [replace(before, counted=counted, role="before"), after]
