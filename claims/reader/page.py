"""A text prepared for reading: folded, cut into tokens and sentences, with its dates' frame."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from types import ModuleType

from claims.consistency import Period

from . import english
from .data_runs import without_data
from .fold import fold, lower
from .tokens import OUTSIDE, Kinds, Token, Tokens

_ADDRESS = re.compile(r"(?:https?://|ftp://|www\.)\S+")
_STOPS = frozenset(".!?")
_CLOSERS = frozenset("\"')]")


class Page:
    """One text and all that the grammar asks about it; every question looks at few tokens.

    raw       the text as given; offsets are code points of it
    published the publication date, None where nobody gave it
    words     the language's tables, a package such as `english`
    """

    def __init__(
        self, raw: str, *, published: Period | None = None, words: ModuleType = english
    ) -> None:
        self.raw = raw
        self.published = published
        self.words = words
        self.folded = fold(raw)
        self.lowered = lower(self.folded)
        self.tokens = Tokens(self.lowered)
        self.texts = self.tokens.texts
        self.text = self.tokens.places.__getitem__
        """place → the lower-case text of the token there, "" outside the page"""
        self._kinds = Kinds()
        hits, stops = self._positions()
        self.hits = without_data(self.lowered, self.texts, self.tokens.starts, hits)
        self._sentence_ends = self._ends_of_sentences(stops)
        self._addresses = [m.span() for m in _ADDRESS.finditer(self.lowered)]
        self._titles: dict[int, bool] = {}

    def token(self, at: int) -> Token:
        return self.tokens[at] if 0 <= at < len(self.texts) else OUTSIDE

    def is_number(self, at: int) -> bool:
        return self._kinds[self.text(at)] == "number"

    def is_word(self, at: int) -> bool:
        return self._kinds[self.text(at)] == "word"

    def cased(self, at: int) -> str:
        """The text of a token with its capitals."""
        if not 0 <= at < len(self.texts):
            return ""
        start = self.tokens.starts[at]
        return self.folded[start : start + len(self.texts[at])]

    def is_capitalised(self, at: int) -> bool:
        return 0 <= at < len(self.texts) and self.folded[self.tokens.starts[at]].isupper()

    def attached(self, at: int) -> bool:
        """True when no space parts the token from the one before it."""
        return 0 <= at < len(self.texts) and self.tokens.attached(at)

    def attached_to_word(self, at: int) -> bool:
        """True of a word or number that no space parts from the token before it."""
        return self._kinds[self.text(at)] in {"word", "number"} and self.attached(at)

    def phrase(self, start: int, end: int) -> str:
        """The words from start to end (excluded) with single spaces, lower case."""
        inside = start >= 0 and end <= len(self.texts)
        return " ".join(self.texts[start:end]) if inside else ""

    def raw_text(self, start: int, end: int) -> str:
        """The raw text of the tokens from start to end (excluded)."""
        first, last = self.span(start, end)
        return self.raw[first:last]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points (first, end) of the tokens from start to end (excluded)."""
        starts = self.tokens.starts
        return starts[start], starts[end - 1] + len(self.texts[end - 1])

    def starts_line(self, at: int) -> bool:
        start = self.tokens.starts[at]
        before = self.folded[max(0, start - 3) : start].rstrip(" ")
        return start == 0 or not before or before.endswith("\n")

    def in_address(self, at: int) -> bool:
        """True inside an internet address."""
        if not self._addresses:
            return False
        start = self.tokens.starts[at]
        i = bisect_right(self._addresses, (start, len(self.raw))) - 1
        return i >= 0 and start < self._addresses[i][1]

    def sentence_of(self, at: int) -> tuple[int, int]:
        """The tokens (first, end) of the sentence with tokens[at]."""
        i = bisect_right(self._sentence_ends, at)
        first = self._sentence_ends[i - 1] if i else 0
        end = self._sentence_ends[i] if i < len(self._sentence_ends) else len(self.texts)
        return first, end

    def starts_sentence(self, at: int) -> bool:
        first, _ = self.sentence_of(at)
        return at - first < 6 and not any(self.texts[i][0].isalnum() for i in range(first, at))

    def is_title(self, at: int) -> bool:
        """True in a sentence most of whose longer words have capitals, such as a headline."""
        first, end = self.sentence_of(at)
        if first not in self._titles:
            longer = [i for i in range(first, min(end, first + 40)) if len(self.text(i)) > 3]
            words = [i for i in longer if self.is_word(i)]
            capitals = sum(self.is_capitalised(i) for i in words)
            self._titles[first] = len(words) > 1 and capitals * 10 >= len(words) * 7
        return self._titles[first]

    def _positions(self) -> tuple[list[int], list[int]]:
        """Where a quantity or date may begin, and where a sentence may end."""
        hits, stops = [], []
        for at in self.tokens.positions(self.words.TRIGGERS | _STOPS):
            text = self.texts[at]
            (stops if text in _STOPS or text[0] == "\n" else hits).append(at)
        return hits, stops

    def _ends_of_sentences(self, stops: list[int]) -> list[int]:
        ends: list[int] = []
        for stop in stops:
            end = self._end_of_sentence(stop)
            if end and (not ends or end > ends[-1]):
                ends.append(end)
        return ends

    def _end_of_sentence(self, stop: int) -> int | None:
        """Where the sentence ends that tokens[stop] may end, None where it goes on."""
        if self.texts[stop][0] == "\n":
            return stop + 1
        if self.text(stop) == "." and self._abbreviates(stop):
            return None
        end = stop + 1
        while self.text(end) in _CLOSERS and self.attached(end):
            end += 1
        if self.text(end) == "[" and self.attached(end) and self.text(end + 2) == "]":
            end += 3
        following = self.token(end)
        if following.attached and following.kind != "break":
            return None
        opens = following.text in {'"', "'", "(", "["}
        begins = self.cased(end)[:1]
        goes_on = following.kind == "word" and begins.islower()
        return end if opens or not goes_on else None

    def _abbreviates(self, stop: int) -> bool:
        before = self.token(stop - 1)
        if before.kind != "word" or not self.attached(stop):
            return False
        if before.text == "no" and not self.is_number(stop + 1):
            return False
        initial = len(before.text) == 1 and self.is_capitalised(stop - 1)
        ends_page = stop + 1 >= len(self.texts) or self.texts[stop + 1][0] == "\n"
        known = before.text in self.words.speech.ABBREVIATIONS
        return (initial or known) and not ends_page

    @cached_property
    def day_first(self) -> bool | None:
        """Whether this text writes 26/7/2021 or 7/26/2021; None where nothing shows it."""
        firsts = seconds = False
        for match in _SLASHED.finditer(self.lowered):
            firsts = firsts or 12 < int(match[1]) < 32
            seconds = seconds or 12 < int(match[2]) < 32
        return None if firsts == seconds else firsts


_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](?:19|20)\d\d(?![\d/])")
