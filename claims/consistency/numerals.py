"""Numbers as written, in digits or in words → an exact amount and its precision."""

from __future__ import annotations

import re
from decimal import Decimal

from .interval import EXACT
from .lexicon import FRACTIONS, ONES, SCALE_SUFFIXES, VULGAR_FRACTIONS
from .number_words import in_words
from .numeral import Numeral, place_of, scale_at, word_at
from .tokens import Token

__all__ = ["MAX_DIGITS", "Numeral", "digits_value", "place_of", "read_numeral"]

MAX_DIGITS = 24
"""Longer numbers are refused: nothing that is counted in public debate needs them, and sums of
shorter ones stay exact in the default decimal context."""

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z|\.\d+\Z")


def digits_value(text: str) -> Decimal | None:
    """The value of a number in digits ("1,234.5"), None when it is not well written."""
    if len(text) > MAX_DIGITS or not (_GROUPED.match(text) or _PLAIN.match(text)):
        return None
    return Decimal(text.replace(",", ""))


def read_numeral(tokens: list[Token], start: int, *, money: bool = False) -> Numeral | None:
    """The longest number that begins at tokens[start], or None.

    money  a currency stands before it, so that "m" after a space is million ("$1.2 m")
    """
    if start >= len(tokens):
        return None
    if tokens[start].kind == "number":
        return _in_digits(tokens, start, money)
    return _fraction_of(tokens, start) or _vulgar(tokens, start) or in_words(tokens, start)


def _in_digits(tokens: list[Token], start: int, money: bool) -> Numeral | None:
    token = tokens[start]
    amount = digits_value(token.text)
    following = tokens[start + 1] if start + 1 < len(tokens) else None
    if amount is None or (following and following.kind == "number" and following.attached):
        return None
    numeral = Numeral(amount, place_of(amount, token.text), start + 1)
    fraction, end = _fraction_after(tokens, start + 1)
    if fraction and "." not in token.text:
        whole = amount + fraction
        numeral = Numeral(whole, place_of(whole), end)
    return _with_scale(tokens, numeral, money)


def _fraction_after(tokens: list[Token], at: int) -> tuple[Decimal | None, int]:
    """What is added to a whole number: the ½ of "2½", the 1/2 of "2 1/2"."""
    vulgar = VULGAR_FRACTIONS.get(word_at(tokens, at))
    if vulgar is not None:
        return vulgar, at + 1
    above, below = word_at(tokens, at), word_at(tokens, at + 2)
    exact = word_at(tokens, at + 1) == "/" and below in {"2", "4", "5", "8", "10"}
    if exact and above.isdecimal() and 0 < int(above) < int(below):
        return Decimal(above) / Decimal(below), at + 3
    return None, at


def _with_scale(tokens: list[Token], numeral: Numeral, money: bool) -> Numeral:
    after = numeral.end
    suffix = word_at(tokens, after)
    if suffix in SCALE_SUFFIXES:
        attached = tokens[after].attached
        if attached or money or len(suffix) > 1:
            return numeral.times(SCALE_SUFFIXES[suffix], after + 1)
    scale, end = scale_at(tokens, after)
    return numeral if scale == 1 else numeral.times(scale, end)


def _vulgar(tokens: list[Token], start: int) -> Numeral | None:
    fraction = VULGAR_FRACTIONS.get(word_at(tokens, start))
    if fraction is None:
        return None
    plain = Numeral(fraction, place_of(fraction), start + 1)
    article = word_at(tokens, start + 1) == "a"
    scale, end = scale_at(tokens, start + 1 + article)
    return plain if scale == 1 else _rounded(fraction, scale, end)


def _fraction_of(tokens: list[Token], start: int) -> Numeral | None:
    """ "half a million", "a quarter of a million", "three quarters of a million"."""
    at, share = start, Decimal(1)
    if word_at(tokens, at) in {"a", "an", "one"} and word_at(tokens, at + 1) in FRACTIONS:
        at += 1
    elif word_at(tokens, at) in ONES and word_at(tokens, at + 1) == "quarters":
        share = Decimal(ONES[word_at(tokens, at)])
        at += 1
    fraction = FRACTIONS.get(word_at(tokens, at))
    if fraction is None:
        return None
    at += 1
    if word_at(tokens, at) == "of":
        at += 1
    if word_at(tokens, at) in {"a", "an", "one"}:
        at += 1
    scale, end = scale_at(tokens, at)
    return None if scale == 1 else _rounded(share * fraction, scale, end)


def _rounded(share: Decimal, scale: int, end: int) -> Numeral:
    """A fraction of a scale: the words themselves round."""
    amount = EXACT.multiply(share, Decimal(scale))
    return Numeral(amount, place_of(amount), end, approx=True, scale=scale)
