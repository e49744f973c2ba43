"""A text folded for reading, one character for one: every offset stays true.

Digits of other scripts become 0–9, every dash "-" (the long ones "—", which part clauses), every
space " ", curly quotes straight; a thin space or an apostrophe between groups of three digits
becomes the comma that it stands for.
"""

from __future__ import annotations

import re
import unicodedata

_DASHES = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_LONG_DASHES = "\u2014\u2015\ufe58"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u02bc"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_OTHER = {
    "\u066c": ",",
    "\u066b": ".",
    "\u066a": "%",
    "\uff05": "%",
    "\ufe6a": "%",
    "\uff0e": ".",
    "\uff0c": ",",
    "\uff04": "$",
    "\u0130": "I",
    "\u00b5": "\u03bc",  # the micro sign and the Greek letter look the same
    "\u212a": "K",
    "\u2126": "\u03a9",
    "\u2103": "\u2103",
    "\r": " ",
    "\t": " ",
    "\v": "\n",
    "\f": "\n",
    "\u0085": " ",
    "\u2028": "\n",
    "\u2029": "\n",
}
_THIN_GROUPS = re.compile(r"(?<![\d.,])\d{1,3}(?:[\u00a0\u202f\u2009\u2007'\u2019]\d{3})+(?![\d])")
_MAY_GROUP_THINLY = re.compile(r"\d[\u00a0\u202f\u2009\u2007'\u2019]\d{3}")
_WIDE_GROUPS = re.compile(r"(?<![\w.,:/+-])\d{1,3}(?: \d{3})+(?![\w,/:-])(?! \d)")
_MAY_GROUP = re.compile(r"\d \d{3}")
_DECIMAL_COMMA = re.compile(
    r"(?<![\w.,/:-])(\d{1,3}),(\d{1,2})"
    r"(?= ?(?:[%‰°€]|(?:per ?cent|million|billion|trillion|bn|mn|euros?|km|kg|cm|mm|mg)\b))"
)
"""A comma before one or two digits and a unit parts no thousands and no list: "3,5 %"."""
_PARTS_NUMBERS = re.compile(
    r"(?:[\d.,:/)\]]|[^\W\d_a-z][^\W\d_]*"
    r"|\b(?:in|since|until|till|by|before|after|of|on|and|or|to))\.? \Z"
)
"""What stands before a plain space that parts two numbers ("in May 20 300 people", "in 20 300"):
another number, a capitalised word, a small word of time. Elsewhere it parts groups of digits."""


_FEW_KINDS = 24


class _Table(dict):
    """Code point → folded character; worked out once for each character that occurs."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        folded = character
        if unicodedata.category(character) == "Nd":
            folded = str(unicodedata.decimal(character))
        elif unicodedata.category(character) == "Zs":
            folded = " "
        self[point] = folded
        return folded


_TABLE = _Table({ord(c): f for c, f in _OTHER.items()})
_TABLE.update(dict.fromkeys(map(ord, _DASHES), "-"))
_TABLE.update(dict.fromkeys(map(ord, _LONG_DASHES), "\u2014"))
_TABLE.update(dict.fromkeys(map(ord, _SINGLE_QUOTES), "'"))
_TABLE.update(dict.fromkeys(map(ord, _DOUBLE_QUOTES), '"'))


def fold(text: str) -> str:
    """`text` in the few characters that the grammar knows; len(fold(text)) == len(text)."""
    if _MAY_GROUP_THINLY.search(text):
        text = _THIN_GROUPS.sub(_with_commas, text)
    folded = _DECIMAL_COMMA.sub(r"\1.\2", _translated(text))
    if not _MAY_GROUP.search(folded):
        return folded
    return _WIDE_GROUPS.sub(_wide_with_commas, folded)


def _translated(text: str) -> str:
    """Through the table; a text has few kinds of such characters, and replacing each is quick."""
    changed = [c for c in set(text) if _TABLE[ord(c)] != c]
    if len(changed) > _FEW_KINDS:
        return text.translate(_TABLE)
    for character in changed:
        text = text.replace(character, _TABLE[ord(character)])
    return text


def lower(folded: str) -> str:
    """Lower case, character for character."""
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def _with_commas(match: re.Match[str]) -> str:
    return "".join(c if c.isdigit() else "," for c in match.group())


def _wide_with_commas(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 16) : match.start()]
    return match.group() if _PARTS_NUMBERS.search(before) else _with_commas(match)
