"""Amounts without a number of their own: dozens, several hundred, doubled, over a year."""

from __future__ import annotations

from decimal import Decimal

from claims.consistency.numerals import place_of

from . import meaning
from .amount import Amount
from .counted import counted_after, is_plural
from .hedging import hedges_before
from .numerals import Number
from .page import Page
from .units import currency_before, unit_at


def vague_at(page: Page, at: int, floor: int) -> list[Amount]:
    """ "dozens", "hundreds of thousands", "several hundred", "a few"."""
    numbers = page.words.numbers
    for length in range(4, 0, -1):
        phrase = page.phrase(at, at + length)
        if phrase in numbers.VAGUE_WORDS:
            if phrase in numbers.SCORES and page.text(at + 1) != "of":
                return []
            return _vague(page, at, at + length, "vague", numbers.VAGUE_WORDS[phrase], floor)
        if phrase in numbers.FEW_WORDS:
            return _several(page, at, at + length, numbers.FEW_WORDS[phrase], floor)
    return []


def multiple_at(page: Page, at: int, floor: int) -> list[Amount]:
    """ "doubled", "more than tripled", "twice as many", "tenfold"."""
    factor, alone = page.words.numbers.MULTIPLES[page.text(at)]
    if not alone and page.text(at + 1) not in page.words.numbers.BEFORE_COMPARISON:
        return []
    amount = Decimal(factor)
    number = Number(at, at + 1, amount, place_of(amount))
    hedges, start = hedges_before(page, at, floor, of_time=False)
    wording = page.raw_text(start, at + 1)
    quantity = meaning.single(wording, hedges, number, "times")
    return [Amount(start, at + 1, quantity)]


def a_unit_at(page: Page, at: int, floor: int) -> list[Amount]:
    """ "over a year", "less than a month", "half an hour": a hedged or halved "a" is one."""
    half = page.text(at) == "half"
    article = at + 1 if half else at
    if page.text(article) not in page.words.numbers.ARTICLES:
        return []
    second = page.text(article + 1) == "second"
    found = ("second", article + 2) if second and half else unit_at(page, article + 1)
    if found is None or is_plural(page, found[1] - 1):
        return []
    unit, end = found
    hedges, start = hedges_before(page, at, floor, of_time=True)
    if not half and not hedges:
        return []
    if page.text(end) in page.words.dates.AGO:
        return []
    amount = Decimal("0.5") if half else Decimal(1)
    number = Number(at, article + 1, amount, place_of(amount), approx=half)
    wording = page.raw_text(start, end)
    return [Amount(start, end, meaning.single(wording, hedges, number, unit))]


def _several(page: Page, at: int, end: int, least: int, floor: int) -> list[Amount]:
    numbers = page.words.numbers
    word = page.text(end).removesuffix("s")
    scale, most = 1, None
    if word in numbers.SCALES:
        scale = numbers.SCALES[word]
        most, end = 10 * scale - 1, end + 1
    elif word == "dozen":
        scale, most, end = 12, 99, end + 1
    if page.text(end) in {"times", "ways"}:
        return []
    bounds = (least * scale, most)
    return _vague(page, at, end, "several", (bounds, bounds), floor)


def _vague(page: Page, at: int, end: int, hedge: str, bounds: tuple, floor: int) -> list[Amount]:
    hedges, start = hedges_before(page, at, floor, of_time=True)
    unit, money = None, currency_before(page, at, floor)
    skip = 1 if page.text(end) == "of" else 0
    after = unit_at(page, end + skip)
    if money:
        unit = money[0]
        start = min(start, money[1])
    elif after:
        unit, end = after
    wording = page.raw_text(start, end)
    quantity = meaning.vague(wording, hedge, hedges, unit, bounds)
    return [Amount(start, end, quantity, counted_after(page, end, unit=unit))]
