"""Numbers as written, in digits or in words → an exact amount and its precision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .interval import EXACT
from .lexicon import (
    FRACTIONS,
    GROUPS,
    ONES,
    SCALE_SUFFIXES,
    SCALES,
    TENS,
    VULGAR_FRACTIONS,
)
from .tokens import Token

MAX_DIGITS = 40
"""Longer numbers are refused: nothing that is counted in public debate needs them."""

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z|\.\d+\Z")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number read from tokens[start:end].

    amount   the number N
    place    u, the place value of its last stated significant digit (2,500 → 100)
    approx   True when the words themselves round ("half a million")
    scaled   True when a scale was stated ("million"), False for plain digits
    mantissa the number before its scale, to complete "5 to 6 million"
    """

    amount: Decimal
    place: Decimal
    end: int
    approx: bool = False
    scale: int = 1
    mantissa: Decimal | None = None

    def times(self, scale: int) -> Numeral:
        return Numeral(
            EXACT.multiply(self.amount, Decimal(scale)),
            EXACT.multiply(self.place, Decimal(scale)),
            self.end,
            self.approx,
            scale,
            self.amount,
        )


def digits_value(text: str) -> Decimal | None:
    """The value of a number in digits ("1,234.5"), None when it is not well written."""
    if len(text) > MAX_DIGITS or not (_GROUPED.match(text) or _PLAIN.match(text)):
        return None
    return Decimal(text.replace(",", ""))


def place_of(amount: Decimal, text: str | None = None) -> Decimal:
    """u: the place value of the last stated significant digit.

    Decimals that were written count ("5.0" → 0.1), trailing zeros of a whole number do
    not (2,500 → 100); of zero it is 1.
    """
    if text is not None and "." in text:
        return Decimal(1).scaleb(-len(text.rsplit(".", 1)[1]))
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1) if amount == 0 else Decimal(1).scaleb(int(exponent))


def read_numeral(tokens: list[Token], start: int) -> Numeral | None:
    """The longest number that begins at tokens[start], or None."""
    return _fraction_of(tokens, start) or _in_digits(tokens, start) or _in_words(tokens, start)


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""


def _scale_at(tokens: list[Token], at: int) -> tuple[int, int]:
    """The product of the scale words from tokens[at] on ("hundred thousand"), and the end."""
    scale = 1
    while _word(tokens, at) in SCALES or (scale == 1 and _word(tokens, at) == "dozen"):
        word = _word(tokens, at)
        scale *= SCALES.get(word) or GROUPS[word]
        at += 1
    return scale, at


def _in_digits(tokens: list[Token], start: int) -> Numeral | None:
    token = tokens[start] if start < len(tokens) else None
    if token is None or token.kind != "number":
        return _vulgar(tokens, start)
    amount = digits_value(token.text)
    if amount is None:
        return None
    numeral = Numeral(amount, place_of(amount, token.text), start + 1)
    fraction = VULGAR_FRACTIONS.get(_word(tokens, start + 1))
    if fraction is not None and "." not in token.text:
        whole = amount + fraction
        numeral = Numeral(whole, place_of(whole), start + 2)
    return _with_scale(tokens, numeral)


def _vulgar(tokens: list[Token], start: int) -> Numeral | None:
    fraction = VULGAR_FRACTIONS.get(_word(tokens, start))
    if fraction is None:
        return None
    after = start + (2 if _word(tokens, start + 1) == "a" else 1)
    scale, end = _scale_at(tokens, after)
    end = end if scale > 1 else start + 1
    amount = EXACT.multiply(fraction, Decimal(scale))
    return Numeral(amount, place_of(amount), end, approx=scale > 1, scale=scale)


def _with_scale(tokens: list[Token], numeral: Numeral) -> Numeral:
    after = numeral.end
    suffix = _word(tokens, after)
    attached = after < len(tokens) and tokens[after].attached
    if suffix in SCALE_SUFFIXES and (attached or len(suffix) > 1):
        scaled = numeral.times(SCALE_SUFFIXES[suffix])
        return Numeral(scaled.amount, scaled.place, after + 1, False, scaled.scale, scaled.mantissa)
    scale, end = _scale_at(tokens, after)
    if scale == 1:
        return numeral
    scaled = numeral.times(scale)
    return Numeral(scaled.amount, scaled.place, end, False, scale, scaled.mantissa)


def _fraction_of(tokens: list[Token], start: int) -> Numeral | None:
    """ "half a million", "a quarter of a million", "three quarters of a million"."""
    at, share = start, None
    if _word(tokens, at) in {"a", "an", "one"} and _word(tokens, at + 1) in FRACTIONS:
        at += 1
    elif _word(tokens, at) in ONES and _word(tokens, at + 1) == "quarters":
        share = Decimal(ONES[_word(tokens, at)]) * FRACTIONS["quarter"]
        at += 1
    fraction = FRACTIONS.get(_word(tokens, at))
    if fraction is None:
        return None
    share = fraction if share is None else share
    at += 1
    if _word(tokens, at) == "of":
        at += 1
    if _word(tokens, at) in {"a", "an", "one"}:
        at += 1
    scale, end = _scale_at(tokens, at)
    if scale == 1:
        return None
    amount = EXACT.multiply(share, Decimal(scale))
    return Numeral(amount, place_of(amount), end, approx=True, scale=scale)


def _in_words(tokens: list[Token], start: int) -> Numeral | None:
    """ "two thousand five hundred", "a dozen", "twenty-five", "two and a half million"."""
    at, total, current, seen, smallest = start, 0, 0, False, None
    approx = False
    if _word(tokens, at) in {"a", "an"}:
        following = _word(tokens, at + 1)
        if following not in SCALES and following not in GROUPS:
            return None
        current, seen = 1, True
        at += 1
    while at < len(tokens):
        word = tokens[at].text
        if word in ONES and (not seen or current % 10 == 0 or current == 0):
            if seen and current and current % 100 and not (current % 100 >= 20):
                break
            current += ONES[word]
        elif word in TENS and (not seen or current % 100 == 0):
            current += TENS[word]
            if _hyphen_to_one(tokens, at):
                at += 1
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in GROUPS and (seen or word == "dozen"):
            approx = approx or word in {"couple", "pair"}
            current = (current or 1) * GROUPS[word]
            following = _word(tokens, at + 2)
            if _word(tokens, at + 1) == "of" and (following in SCALES or following in GROUPS):
                at += 1
        elif word in SCALES and word != "hundred" and seen:
            value = SCALES[word]
            if smallest is not None and value >= smallest:
                break
            total, smallest, current = total + (current or 1) * value, value, 0
        elif word == "and" and seen and _half(tokens, at) and current:
            return _and_a_half(tokens, at, total + current)
        elif word == "and" and seen and _word(tokens, at + 1) in (ONES.keys() | TENS.keys()):
            if not (total or current >= 100):
                break
            at += 1
            continue
        else:
            break
        seen = True
        at += 1
    if not seen or (at == start):
        return None
    amount = Decimal(total + current)
    scale = smallest or 1
    mantissa = EXACT.divide(amount, Decimal(scale)) if scale > 1 else None
    return Numeral(amount, place_of(amount), at, approx, scale, mantissa)


def _hyphen_to_one(tokens: list[Token], at: int) -> bool:
    """ "twenty-five": a hyphen without spaces between a ten and a one."""
    joined = _word(tokens, at + 1) == "-" and tokens[at + 1].attached
    return joined and 0 < ONES.get(_word(tokens, at + 2), 0) < 10 and tokens[at + 2].attached


def _half(tokens: list[Token], at: int) -> bool:
    return _word(tokens, at + 1) in {"a", "one"} and _word(tokens, at + 2) == "half"


def _and_a_half(tokens: list[Token], at: int, whole: int) -> Numeral | None:
    """ "two and a half million", from its "and"."""
    amount = Decimal(whole) + Decimal("0.5")
    scale, end = _scale_at(tokens, at + 3)
    value = EXACT.multiply(amount, Decimal(scale))
    return Numeral(value, place_of(value), end, False, scale, amount)
