"""What looks like a number and is none: ordinals, names, footnote marks, dates, times."""

from __future__ import annotations

import re

from .lexicon import MONTHS
from .tokens import Token

_ORDINAL_ENDINGS = {"st", "nd", "rd", "th"}
_ORDINAL_WORDS = {
    *"first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
    *"twentieth thirtieth hundredth thousandth".split(),
}
_BEFORE_A_YEAR = {"in", "since", "by", "during", "until", "till", "from", "of", "early", "mid"} | {
    "late",
    "before",
    "after",
}
_FOOTNOTE = re.compile(r"\s*\[\d{1,4}\]")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d\Z")


def without_footnote_marks(text: str) -> str:
    """`text` without bracketed note numbers such as [10]."""
    return _FOOTNOTE.sub("", text)


def why_not(tokens: list[Token]) -> str | None:
    """The kind of thing that the wording is instead of a quantity, or None.

    Judged at its first number, or at an ordinal word where there is no number.
    """
    first = next((i for i, t in enumerate(tokens) if t.kind == "number"), None)
    if first is None:
        has_ordinal = any(t.text in _ORDINAL_WORDS for t in tokens)
        return "ordinal" if has_ordinal and len(tokens) <= 3 else None
    return (
        _ordinal(tokens, first)
        or _name(tokens, first)
        or _time(tokens, first)
        or _date(tokens, first)
    )


def _text(tokens: list[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _attached(tokens: list[Token], at: int) -> bool:
    return 0 <= at < len(tokens) and tokens[at].attached


def _ordinal(tokens: list[Token], at: int) -> str | None:
    following = _text(tokens, at + 1)
    return "ordinal" if _attached(tokens, at + 1) and following in _ORDINAL_ENDINGS else None


def _name(tokens: list[Token], at: int) -> str | None:
    """ "Covid-19", "F-16", "G7": a word runs into the number."""
    if not _attached(tokens, at):
        return None
    before = tokens[at - 1]
    if before.kind == "word" and not _is_currency_code(before.text):
        return "name"
    glued = before.text == "-" and before.attached and tokens[at - 2].kind == "word"
    return "name" if glued else None


def _is_currency_code(word: str) -> bool:
    return len(word) == 3 and word in {"usd", "eur", "gbp", "iqd", "jpy", "cny", "inr", "chf"}


def _time(tokens: list[Token], at: int) -> str | None:
    clock = _text(tokens, at + 1) == ":" and _attached(tokens, at + 2)
    return "time" if clock and tokens[at + 2].kind == "number" else None


def _date(tokens: list[Token], at: int) -> str | None:
    number, following = tokens[at].text, _text(tokens, at + 1)
    slash = following == "/" and _attached(tokens, at + 1) and _attached(tokens, at + 2)
    if slash and "." not in number:
        return "date"
    iso = [_text(tokens, at + step) for step in (1, 3)]
    if iso == ["-", "-"] and all(_attached(tokens, at + step) for step in (1, 2, 3, 4)):
        return "date"
    if following in MONTHS and len(number) <= 2 and following != "may":
        return "date"
    before = _text(tokens, at - 1)
    if before in MONTHS and (before != "may" or len(tokens) <= 4):
        return "date"
    alone = at == len(tokens) - 1
    if alone and _YEAR.match(number) and before in _BEFORE_A_YEAR:
        return "date"
    return None
