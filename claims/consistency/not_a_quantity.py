"""What looks like a number and is none: ordinals, names, footnote marks, times, ages."""

from __future__ import annotations

import re

from .amounts import amount_at
from .lexicon import NAMED_BY_NUMBER, ORDINALS
from .numeral import word_at
from .tokens import Token
from .units import CURRENCIES

_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_HALF_DAYS = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o"})
_FOOTNOTE = re.compile(r"\s*\[\d{1,4}\]")
_LARGEST_RANK = 20


def without_footnote_marks(text: str) -> str:
    """`text` without bracketed note numbers such as [10]."""
    return _FOOTNOTE.sub("", text)


def why_not(tokens: list[Token]) -> str | None:
    """The kind of thing that the wording is instead of a quantity, or None.

    Judged at its first number; at its ordinal word where there is no number. Dates have been
    taken out before (`dates_within.py`).
    """
    first = next((i for i in range(len(tokens)) if _begins_number(tokens, i)), None)
    if first is None:
        return "ordinal" if any(t.text in ORDINALS for t in tokens) else None
    for rule in (_ordinal, _name, _time, _age):
        kind = rule(tokens, first)
        if kind:
            return kind
    return None


def _begins_number(tokens: list[Token], at: int) -> bool:
    return tokens[at].kind == "number" or amount_at(tokens, at) is not None


def _attached(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].attached


def _ordinal(tokens: list[Token], at: int) -> str | None:
    ending = _attached(tokens, at + 1) and word_at(tokens, at + 1) in _ORDINAL_ENDINGS
    return "ordinal" if ending and tokens[at].kind == "number" else None


def _name(tokens: list[Token], at: int) -> str | None:
    """ "Covid-19", "F-16", "G7": a word runs into the number; "Article 5", "No. 1": names it."""
    before = word_at(tokens, at - 1)
    if tokens[at].kind == "number" and _attached(tokens, at):
        word = tokens[at - 1]
        if word.kind == "word" and not (len(word.text) == 3 and word.text in CURRENCIES):
            return "name"
        if word.text == "-" and word.attached and tokens[at - 2].kind == "word":
            return "name"
    label = word_at(tokens, at - 2) if before == "." else before
    if label == "no" and before != "." and tokens[at].kind != "number":
        return None
    if label in NAMED_BY_NUMBER or (word_at(tokens, at - 2), before) == ("group", "of"):
        return "name"
    return _rank(tokens, at)


def _rank(tokens: list[Token], at: int) -> str | None:
    """ "number one"."""
    if word_at(tokens, at - 1) != "number" or at > 2:
        return None
    found = amount_at(tokens, at)
    return (
        "rank" if found and found.unit is None and found.numeral.amount <= _LARGEST_RANK else None
    )


def _time(tokens: list[Token], at: int) -> str | None:
    if tokens[at].kind != "number":
        return None
    following = word_at(tokens, at + 1)
    clock = following == ":" and _attached(tokens, at + 2) and tokens[at + 2].kind == "number"
    o_clock = following == "o" and word_at(tokens, at + 3) == "clock"
    half_day = following in _HALF_DAYS - {"o"} or o_clock
    return "time" if clock or half_day else None


def _age(tokens: list[Token], at: int) -> str | None:
    """ "a 20-year-old"; "20 years old" is a number of years."""
    words = [word_at(tokens, at + step) for step in (1, 2)]
    return "age" if words == ["year", "old"] else None
