"""Words, numbers, signs and breaks of a whole text, in one linear pass of one expression."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(
      \d+(?:[.,]\d+)*                                   # a number
    | [^\W\d_]+(?:\.[^\W\d_](?![^\W\d_]))*              # a word, "u.s"
    | \n\s*                                             # the end of a paragraph
    | >= | <=
    | \.\d+                                             # ".5"
    | [^\w\s] | _                                       # a sign
    )""",
    re.VERBOSE,
)
_WRAPPED = range(40, 121)
"""The length of a line that a person or a mailer may have broken in mid-sentence."""
_ENDS_A_LINE = frozenset(".!?:;\"')]")
_BULLETS = frozenset("-*•◦‣#[")
_DIGITS = frozenset("0123456789")
_ALWAYS = _DIGITS | {"\n", "."}


class Token(NamedTuple):
    """kind: number, word, sign or break; text: lower case; attached: no space before it.

    Has the fields of the engine's own tokens, so that its reader of numerals takes it.
    """

    kind: str
    text: str
    start: int
    end: int
    attached: bool


OUTSIDE = Token("break", "", -1, -1, False)
"""Stands for every place before the first token and after the last."""


class Places(dict[int, str]):
    """Place → text of the token there, "" outside: the look-up that all rules are made of."""

    def __missing__(self, at: int) -> str:
        return ""


class Kinds(dict[str, str]):
    """Text → kind of token, worked out once for each text of a page."""

    def __missing__(self, text: str) -> str:
        kind = self[text] = kind_of(text) if text else OUTSIDE.kind
        return kind


class Tokens:
    """The tokens of a folded, lower-case text: their texts and where they begin.

    A line's end is a token of its own where it ends a paragraph, so that no phrase runs across
    it; the line ends of wrapped text are spaces.
    """

    def __init__(self, lowered: str) -> None:
        parts = _TOKEN.split(unwrapped(lowered))
        self.texts: list[str] = parts[1::2]
        self.starts: list[int] = list(accumulate(map(len, parts)))[0:-1:2]
        self.places = Places(enumerate(self.texts))

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, at: int) -> Token:
        text, start = self.texts[at], self.starts[at]
        return Token(kind_of(text), text, start, start + len(text), self.attached(at))

    def attached(self, at: int) -> bool:
        before = at - 1
        return at > 0 and self.starts[before] + len(self.texts[before]) == self.starts[at]

    def window(self, start: int, length: int) -> list[Token]:
        return [self[at] for at in range(start, min(start + length, len(self.texts)))]

    def positions(self, words: frozenset[str]) -> list[int]:
        """Where numbers, breaks and the given words and signs stand."""
        return [at for at, text in enumerate(self.texts) if text in words or text[0] in _ALWAYS]


def kind_of(text: str) -> str:
    first = text[0]
    if first in _DIGITS or (first == "." and len(text) > 1):
        return "number"
    if first == "\n":
        return "break"
    return "word" if first.isalnum() else "sign"


def unwrapped(text: str) -> str:
    """`text` with a space for each line end that only wraps a long line."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        before, first = before.rstrip(" "), line.lstrip(" ")[:1]
        wraps = len(before) in _WRAPPED and before[-1] not in _ENDS_A_LINE
        pieces.append(" " if wraps and first and first not in _BULLETS else "\n")
        pieces.append(line)
    return "".join(pieces)
