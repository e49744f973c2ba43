"""An amount in the making, and one that is made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.consistency import Quantity

from . import meaning
from .counted import counted_after
from .hedging import hedge_after, hedges_before
from .numerals import Number, number_at
from .page import Page
from .units import currency_before, rated, unit_at


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity at tokens[start:end].

    counted  the tokens of what is counted, None where nothing is named
    role     "before" or "after" of a change
    """

    start: int
    end: int
    quantity: Quantity
    counted: tuple[int, int] | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit, at tokens[start:end]; prefixed: the unit stands before it."""

    start: int
    end: int
    number: Number
    unit: str | None
    prefixed: bool


def measured(page: Page, at: int, floor: int) -> Measured | None:
    money = currency_before(page, at, floor)
    number = number_at(page, at, money=bool(money))
    if number is None:
        return None
    start, end = (money[1] if money else at), number.end
    if _is_negative(page, start, floor):
        start -= 1
        number = replace(number, amount=-number.amount)
        money = money or currency_before(page, start, floor)
        start = money[1] if money and money[1] < start else start
    after = unit_at(page, end)
    if number.share and after and after[0] != "percent":
        after = None
    if money:
        unit = money[0]
        if after and after[0] == unit:
            end = after[1]
        rate, end = rated(page, unit, end)
        return Measured(start, end, number, rate, True)
    if after:
        rate, end = rated(page, after[0], after[1])
        return Measured(start, end, number, rate, False)
    return Measured(start, end, number, None, False)


def _is_negative(page: Page, at: int, floor: int) -> bool:
    """A minus right before the number, with a space or an opening sign before it."""
    if at - 1 < floor or page.text(at - 1) != "-" or not page.attached(at):
        return False
    before = page.token(at - 2)
    opened = before.text in {"(", "=", "~", "≈", "<", ">", "[", "±"}
    if page.attached(at - 1) and not opened:
        return False
    return not page.starts_line(at - 1) and (opened or before.kind != "number")


def single(page: Page, it: Measured, floor: int) -> Amount:
    of_time = it.unit in page.words.units.TIME_UNITS.values()
    hedges, start = hedges_before(page, it.start, floor, of_time=of_time)
    unit, end = it.unit, it.end
    counted = counted_after(page, end, unit=unit)
    after = hedge_after(page, end)
    if after is None and it.unit is not None:
        after = None
    elif after is None and counted:
        after = hedge_after(page, counted[1])
    if after:
        hedges, end = [*hedges, after[0]], after[1]
        counted = counted or counted_after(page, end, unit=unit)
    if after and unit is None and (later := unit_at(page, end)):
        unit, end = later
        counted = counted_after(page, end, unit=unit)
    quantity = meaning.single(page.raw_text(start, end), hedges, it.number, unit)
    return Amount(start, end, quantity, counted)
