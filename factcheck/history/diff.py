"""What is different between two texts, word by word. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, GONE, NEW, CUT = "same", "gone", "new", "cut"

AROUND = 8
"""How many words are shown on either side of a change."""

LONGEST = 5_000
"""Texts of more words than this are not compared word by word: that would take too long."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text: the same in both, gone, new, or (`cut`) a same stretch left out."""

    kind: str
    text: str


def word_diff(before: str, after: str) -> list[Part]:
    """The parts in reading order; what was there stands before what took its place."""
    old, new = _words(before), _words(after)
    if len(old) + len(new) > LONGEST:
        return [Part(GONE, before), Part(NEW, after)]
    parts: list[Part] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            parts += _shortened(old[a:b], starts=a == 0, ends=b == len(old))
            continue
        parts += [
            Part(which, "".join(words))
            for which, words in ((GONE, old[a:b]), (NEW, new[c:d]))
            if words
        ]
    return parts


def _words(text: str) -> list[str]:
    """Each word with the space after it, so that the words put together are the text."""
    return re.findall(r"\s+|\S+\s*", text)


def _shortened(words: list[str], *, starts: bool, ends: bool) -> list[Part]:
    """A stretch that did not change, without what is far from any change."""
    head, tail = (0 if starts else AROUND), (0 if ends else AROUND)
    if len(words) <= head + tail + 1 or (starts and ends):
        return [Part(SAME, "".join(words))]
    parts = [
        Part(SAME, "".join(words[:head])),
        Part(CUT, "…"),
        Part(SAME, "".join(words[len(words) - tail :])),
    ]
    return [part for part in parts if part.text]
