"""A text made ready for many quotes: its search copies, each made once and only if needed."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from .normalise import Hyphens, Marks, Normalised, has_divided_words, has_marks, normalise
from .propose import WordIndex

# Where a quote occurs more often than this, only the occurrences that its context points to
# are looked at beyond the first ones.
MOST_OCCURRENCES = 200


class SearchableText:
    """``raw`` and its search copies. Safe to share; nothing in it changes but its caches."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._copies: dict[tuple[Marks, Hyphens], Normalised] = {}
        self._words: dict[Marks, WordIndex] = {}

    def copy(self, marks: Marks = "drop", hyphens: Hyphens = "join") -> Normalised:
        """The search copy of that kind."""
        if (marks, hyphens) not in self._copies:
            self._copies[marks, hyphens] = normalise(self.raw, marks=marks, hyphens=hyphens)
        return self._copies[marks, hyphens]

    def words(self, marks: Marks = "drop") -> WordIndex:
        """The words of a search copy and where they stand."""
        if marks not in self._words:
            self._words[marks] = WordIndex(self.copy(marks))
        return self._words[marks]

    @cached_property
    def _hyphens(self) -> tuple[Hyphens, ...]:
        return ("join", "keep") if has_divided_words(self.raw) else ("join",)

    def index(self, offset: int, marks: Marks = "drop") -> int:
        """Where the raw ``offset`` falls in a search copy."""
        return bisect_left(self.copy(marks).starts, offset)

    def exact_spans(
        self, quote: str, prefix: str = "", suffix: str = "", start: int | None = None
    ) -> list[tuple[int, int]]:
        """Raw spans that are the quote, code point by code point."""
        starts = set(islice(_find_all(self.raw, quote), MOST_OCCURRENCES + 1))
        if start is not None and start >= 0 and self.raw.startswith(quote, start):
            starts.add(start)
        if len(starts) > MOST_OCCURRENCES:
            starts |= _beside(self.raw, quote, prefix, suffix)
        return [(at, at + len(quote)) for at in sorted(starts)]

    def normalised_spans(
        self, quote: str, prefix: str = "", suffix: str = ""
    ) -> list[tuple[int, int]]:
        """Raw spans that are the quote but for typography (see normalise.py).

        A footnote mark in the quote must be in the text, digit by digit.
        """
        marks: Marks = "keep" if has_marks(quote) else "drop"
        spans: set[tuple[int, int]] = set()
        wanted = {
            normalise(quote, marks=marks, hyphens=hyphens).text
            for hyphens in (("join", "keep") if has_divided_words(quote) else ("join",))
        }
        for hyphens in self._hyphens:
            copy = self.copy(marks, hyphens)
            for needle in wanted:
                starts = set(islice(_find_all(copy.text, needle), MOST_OCCURRENCES + 1))
                if len(starts) > MOST_OCCURRENCES:
                    before = _lead(normalise(prefix + quote, marks=marks).text, needle)
                    after = _tail(normalise(quote + suffix, marks=marks).text, needle)
                    starts |= _beside(copy.text, needle, before, after)
                spans |= {
                    copy.raw_span(at, at + len(needle))
                    for at in starts
                    if copy.whole(at, at + len(needle))
                }
        return sorted(spans)


def _find_all(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle) if needle else -1
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _beside(text: str, needle: str, before: str, after: str) -> set[int]:
    """Where the needle stands right after ``before`` or right before ``after``."""
    starts: set[int] = set()
    if before:
        found = islice(_find_all(text, before + needle), MOST_OCCURRENCES)
        starts |= {at + len(before) for at in found}
    if after:
        starts |= set(islice(_find_all(text, needle + after), MOST_OCCURRENCES))
    return starts


def _lead(whole: str, needle: str) -> str:
    return whole[: -len(needle)] if whole.endswith(needle) else ""


def _tail(whole: str, needle: str) -> str:
    return whole[len(needle) :] if whole.startswith(needle) else ""
