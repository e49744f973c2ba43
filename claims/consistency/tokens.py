"""Words, numbers and signs of a wording, in one linear pass."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_SPACES_IN_NUMBER = "\u00a0\u202f\u2009\u2007'’"
_DASHES = "‐‑‒–—―−﹘﹣－"

_TOKEN = re.compile(
    r"""
      (?P<number>\d[\d,]*(?:\.\d+)?|\.\d+)
    | (?P<word>[^\W\d_]+(?:(?:\.[^\W\d_])+\.?)?)
    | (?P<sign>>=|<=|[^\w\s]|_)
    """,
    re.VERBOSE,
)
_GROUP_GAP = re.compile(rf"(?<=\d)[ {_SPACES_IN_NUMBER}](?=\d{{3}}(?!\d))")
"""Thousands set apart by a space or an apostrophe: "2 500", "2’500"."""
_SIGNS = str.maketrans("٬٫٪％﹪，．＄￡￥＋～＞＜", ",.%%%,.$£¥+~><")
"""Signs of other scripts and widths."""
_DASH_TABLE = str.maketrans(dict.fromkeys(_DASHES, "-"))


@dataclass(frozen=True, slots=True)
class Token:
    """kind: number, word or sign; attached: no space between it and the token before."""

    kind: str
    text: str
    start: int
    end: int
    attached: bool


def simplify(text: str) -> str:
    """Other scripts' digits as 0–9, one kind of dash, plain spaces, one kind of grouping."""
    if not text.isascii():
        text = "".join(_ascii_digit(c) for c in text)
        text = text.translate(_SIGNS).translate(_DASH_TABLE)
    text = _GROUP_GAP.sub(",", text)
    return " ".join(text.split())


def _ascii_digit(character: str) -> str:
    if character.isascii():
        return character
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def tokenize(text: str) -> list[Token]:
    """The tokens of `simplify(text)`, lower case, with offsets into it.

    A hyphen that joins a word or number to a word is dropped ("329-member", "half-million");
    one before a digit stays, since it is a range, a name or a minus.
    """
    tokens: list[Token] = []
    last_end = -1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "sign"
        raw = match.group().casefold()
        start, end = match.span()
        if kind == "number":
            raw = raw.rstrip(",")
            end = start + len(raw)
        if raw == "-" and start == last_end and tokens and _joins(text, end, tokens[-1]):
            continue
        tokens.append(Token(kind, raw, start, end, start == last_end))
        last_end = end
    return tokens


def _joins(text: str, end: int, before: Token) -> bool:
    """The hyphen that ends at `end` is part of a compound word."""
    if before.kind == "sign" or end >= len(text):
        return False
    return text[end].isalpha() or (before.text in {"to", "or", "in"} and text[end].isdigit())
