"""A text cut into paragraphs for reading. Pure.

Joined again the paragraphs are the text, letter for letter: the white space between two of them
stays at the end of the first, where a browser does not show it. So an offset into the page's text
is an offset into the snapshot's.
"""

from __future__ import annotations

import re

_LINE_END = re.compile(r"(?:\r\n|\r|\n)\s*")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_LONGEST_WRAPPED = 100
_FEWEST_LINES = 4


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, in order; every line is one, unless the lines are wrapped."""
    return _cut(text, _BLANK_LINE if _is_wrapped(text) else _LINE_END)


def _is_wrapped(text: str) -> bool:
    """True of a text that an editor or mailer has broken into lines of the page's width."""
    if not _BLANK_LINE.search(text):
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    return len(lines) >= _FEWEST_LINES and max(map(len, lines)) <= _LONGEST_WRAPPED


def _cut(text: str, ends: re.Pattern[str]) -> list[str]:
    cuts = [match.end() for match in ends.finditer(text) if text[: match.end()].strip()]
    starts = [0, *cuts]
    pieces = [text[a:b] for a, b in zip(starts, [*cuts, len(text)], strict=True)]
    return [piece for piece in pieces if piece]
