"""One number of a wording with its unit: "$5.2 million", "63 percent", "two-thirds", "a year"."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .lexicon import AFTER, GROUPS, ONES, PARTS, SCALES, TENS, VULGAR_FRACTIONS
from .numeral import Numeral, place_of, word_at
from .numerals import read_numeral
from .tokens import Token
from .unit_words import currency_at, unit_after
from .units import MEASURE_SPELLINGS, Unit, canonical_unit

_ARTICLES = frozenset({"a", "an"})
_BEGINS = frozenset().union(ONES, TENS, SCALES, GROUPS, PARTS, VULGAR_FRACTIONS, _ARTICLES)
_EXACT_PARTS = frozenset({2, 4, 5, 8, 10})
_OF_HOW_MANY = frozenset({*range(2, 11), 20, 100, 1_000, 10_000, 100_000, 1_000_000})
_THIRDS_PLACE = Decimal("0.0001")
"""Thirds and the like have no end in decimals: as percentages they are cut here."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, its unit where one is stated, and the token after both."""

    numeral: Numeral
    unit: Unit | None
    end: int


def amount_at(tokens: list[Token], at: int) -> Amount | None:
    """The amount that begins at tokens[at], or None. The longest way to read it counts."""
    if at >= len(tokens):
        return None
    currency = currency_at(tokens, at)
    if currency is None and tokens[at].kind != "number" and tokens[at].text not in _BEGINS:
        return None
    if currency:
        numeral = read_numeral(tokens, currency[1], money=True)
        if numeral is None:
            return None
        return _with_rate(tokens, Amount(numeral, currency[0], numeral.end))
    numeral = read_numeral(tokens, at)
    plain = Amount(numeral, None, numeral.end) if numeral else None
    readings = (plain, _share(tokens, at), _part_of_unit(tokens, at), _one_of_unit(tokens, at))
    best = max((r for r in readings if r), key=lambda r: r.end, default=None)
    if best is None or best.unit is not None:
        return best and _with_rate(tokens, best)
    stated = unit_after(tokens, best.end)
    return Amount(best.numeral, *stated) if stated else best


def _with_rate(tokens: list[Token], amount: Amount) -> Amount:
    """ "$5 million" and "a year"."""
    after = unit_after(tokens, amount.end)
    if after is None or not after[0].name.startswith("count per ") or amount.unit is None:
        return amount
    span = after[0].name.removeprefix("count per ")
    return Amount(amount.numeral, canonical_unit(f"{amount.unit.name} per {span}"), after[1])


def has_amount(tokens: list[Token]) -> bool:
    return any(amount_at(tokens, i) is not None for i in range(len(tokens)))


def _share(tokens: list[Token], at: int) -> Amount | None:
    """Parts of a whole, as percent: "half", "two-thirds", "1/3 of", "one in three"."""
    part = _part(tokens, at) or _one_in(tokens, at)
    if part is None:
        return None
    above, below, end = part
    percent = Decimal(100 * above) / Decimal(below)
    if below not in _EXACT_PARTS:
        percent = percent.quantize(_THIRDS_PLACE)
    numeral = Numeral(percent, place_of(percent), end, approx=True)
    return Amount(numeral, canonical_unit("percent"), end)


def _part(tokens: list[Token], at: int) -> tuple[int, int, int] | None:
    """(numerator, denominator, end) of "half", "a third", "two-thirds", "3/4 of"."""
    first, second = word_at(tokens, at), word_at(tokens, at + 1)
    if first == "half":
        return 1, 2, at + 1
    if first in _ARTICLES and second in PARTS:
        end = at + 2
        alone = end == len(tokens) or tokens[end].kind == "sign"
        follows = word_at(tokens, end)
        ends = alone or follows in {"of", "and", "or", "to"} or f"or {follows}" in AFTER
        return (1, PARTS[second], end) if ends or second == "half" else None
    above = ONES.get(first, 0)
    if 0 < above < PARTS.get(second, 0) and second != "second":
        return above, PARTS[second], at + 2
    slashed = second == "/" and word_at(tokens, at + 3) == "of"
    below = word_at(tokens, at + 2)
    if slashed and first.isdecimal() and below.isdecimal() and len(first + below) <= 4:
        return (int(first), int(below), at + 3) if 0 < int(first) < int(below) <= 10 else None
    return None


def _one_in(tokens: list[Token], at: int) -> tuple[int, int, int] | None:
    """(1, 3, end) of "one in three", (9, 10, end) of "9 in 10"; not "2 in 10 days"."""
    above = read_numeral(tokens, at)
    if above is None or word_at(tokens, above.end) != "in":
        return None
    below = read_numeral(tokens, above.end + 1)
    if below is None or below.amount not in _OF_HOW_MANY or not 0 < above.amount < below.amount:
        return None
    whole = above.amount == above.amount.to_integral_value()
    if not whole or unit_after(tokens, below.end):
        return None
    return int(above.amount), int(below.amount), below.end


def _part_of_unit(tokens: list[Token], at: int) -> Amount | None:
    """ "half an hour", "three quarters of a year", "half a percent"."""
    part = _part(tokens, at)
    if part is None or part[1] not in _EXACT_PARTS:
        return None
    above, below, end = part
    if word_at(tokens, end) == "of":
        end += 1
    if word_at(tokens, end) in {*_ARTICLES, "one"}:
        end += 1
    stated = unit_after(tokens, end)
    if stated is None or word_at(tokens, end) in _ARTICLES or end == len(tokens):
        return None
    fraction = Decimal(above) / Decimal(below)
    return Amount(Numeral(fraction, place_of(fraction), end, approx=True), *stated)


def _one_of_unit(tokens: list[Token], at: int) -> Amount | None:
    """ "a year", "an hour"."""
    if word_at(tokens, at) not in _ARTICLES or word_at(tokens, at + 1) not in MEASURE_SPELLINGS:
        return None
    if word_at(tokens, at + 1) in {"second", "point", "m", "percentage", "min"}:
        return None
    stated = unit_after(tokens, at + 1)
    return Amount(Numeral(Decimal(1), Decimal(1), at + 1), *stated) if stated else None
