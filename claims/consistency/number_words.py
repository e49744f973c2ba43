"""Numbers in words: "two thousand five hundred", "a dozen", "two and a half million"."""

from __future__ import annotations

from decimal import Decimal

from .lexicon import GROUPS, ONES, SCALES, TENS
from .numeral import Numeral, place_of, scale_at, word_at
from .tokens import Token

_ARTICLES = {"a", "an"}
_DIGIT_WORDS = {word: value for word, value in ONES.items() if value < 10} | {"oh": 0}


def in_words(tokens: list[Token], start: int) -> Numeral | None:
    """The longest number in words that begins at tokens[start], or None."""
    grouped = _groups(tokens, start)
    if grouped:
        return grouped
    head = _below_ten_thousand(tokens, start)
    if head is None:
        return None
    value, at = head
    fraction = _decimals(tokens, at) or _and_a_half(tokens, at)
    if fraction:
        share, end = fraction
        plain = Numeral(value + share, place_of(value + share), end)
        scale, end = scale_at(tokens, end)
        return plain if scale == 1 else plain.times(scale, end)
    return _with_scales(tokens, Decimal(value), at)


def _with_scales(tokens: list[Token], value: Decimal, at: int) -> Numeral:
    """ "two million five hundred thousand": scales that fall, each with its number."""
    scale, end = scale_at(tokens, at)
    number = Numeral(value, place_of(value), at)
    if word_at(tokens, at - 1) == "hundred" and value % 100 == 0:
        number = Numeral(value / 100, place_of(value / 100), at)
        scale *= 100
    if scale == 1:
        return number
    number = number.times(scale, end)
    total, smallest = number.amount, scale
    while True:
        joined = end + 1 if word_at(tokens, end) == "and" else end
        part = _below_ten_thousand(tokens, joined)
        if part is None or word_at(tokens, joined) in _ARTICLES | SCALES.keys():
            break
        scale, after = scale_at(tokens, part[1])
        if part[0] * scale >= smallest:
            break
        total, smallest, end = total + part[0] * scale, scale, after
        if scale == 1:
            break
    if total == number.amount:
        return number
    return Numeral(total, place_of(total), end, scale=smallest)


def _below_ten_thousand(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """ "one hundred and fifty", "fifteen hundred"; "a" and nothing stand for one before a scale."""
    word = word_at(tokens, at)
    if word in SCALES:
        value = 1
    elif word in _ARTICLES and word_at(tokens, at + 1) in SCALES:
        value, at = 1, at + 1
    else:
        small = _below_hundred(tokens, at)
        if small is None:
            return None
        value, at = small
    if word_at(tokens, at) != "hundred" or not 0 < value < 100:
        return value, at
    value, at = value * 100, at + 1
    rest = _below_hundred(tokens, at + 1 if word_at(tokens, at) == "and" else at)
    return (value + rest[0], rest[1]) if rest else (value, at)


def _below_hundred(tokens: list[Token], at: int) -> tuple[int, int] | None:
    word = word_at(tokens, at)
    if word in ONES:
        return ONES[word], at + 1
    if word not in TENS:
        return None
    value, at = TENS[word], at + 1
    hyphen = word_at(tokens, at) == "-" and tokens[at].attached
    one = ONES.get(word_at(tokens, at + hyphen), 0)
    return (value + one, at + hyphen + 1) if 0 < one < 10 else (value, at)


def _groups(tokens: list[Token], start: int) -> Numeral | None:
    """ "a dozen", "two dozen", "three score", "a couple of hundred"."""
    at, count = start, 1
    lead = _below_hundred(tokens, at)
    if lead:
        count, at = lead
    elif word_at(tokens, at) in _ARTICLES:
        at += 1
    word = word_at(tokens, at)
    if word not in GROUPS or (word == "score" and count < 2):
        return None
    at += 1
    of = word_at(tokens, at) == "of"
    scale, end = scale_at(tokens, at + of)
    number = Numeral(Decimal(count), Decimal(1), at, approx=word in {"couple", "pair"})
    return number.times(GROUPS[word] * scale, at if scale == 1 else end)


def _decimals(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    """The "point five" of "one point five"."""
    if word_at(tokens, at) != "point" or word_at(tokens, at + 1) not in _DIGIT_WORDS:
        return None
    digits, at = "", at + 1
    while word_at(tokens, at) in _DIGIT_WORDS and len(digits) < 6:
        digits += str(_DIGIT_WORDS[word_at(tokens, at)])
        at += 1
    return Decimal(f"0.{digits}"), at


def _and_a_half(tokens: list[Token], at: int) -> tuple[Decimal, int] | None:
    """The "and a half" of "two and a half"."""
    words = [word_at(tokens, at + step) for step in range(3)]
    if words in (["and", "a", "half"], ["and", "one", "half"]):
        return Decimal("0.5"), at + 3
    return None
