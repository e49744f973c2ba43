"""The passage most like a quote that is not in the text: a proposal for a person, no more.

Compared word by word, letter case and punctuation aside. Every number of the quote must be in
the passage, in its order, and the passage may hold no other: a changed digit is never proposed.
The work is bounded, whatever the text: a few windows, each aligned in words × words steps.
"""

import re
from collections import Counter, defaultdict

from .normalise import Normalised
from .numbers import is_number, plain_number

MOST_WORDS = 200
MOST_WINDOWS = 5
MOST_POSITIONS = 64  # a word more frequent than this does not tell where to look
TOLERANCE = 0.35  # the share of words that may be missing, added or other
_NEVER = 10**6

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


class WordIndex:
    """The words of a search copy, where each begins and ends in it, and where each occurs."""

    def __init__(self, copy: Normalised) -> None:
        self.copy = copy
        self.words: list[str] = []
        self.bounds: list[tuple[int, int]] = []
        self.positions: dict[str, list[int]] = defaultdict(list)
        for match in _WORD.finditer(copy.text):
            word = _key(match.group())
            self.positions[word].append(len(self.words))
            self.words.append(word)
            self.bounds.append(match.span())

    def propose(self, quote: Normalised) -> list[tuple[int, int]]:
        """Raw spans like the quote, the likest first; empty when nothing is like enough."""
        words = [_key(match.group()) for match in _WORD.finditer(quote.text)]
        if not 0 < len(words) <= MOST_WORDS:
            return []
        if any(is_number(word) and word not in self.positions for word in words):
            return []
        allowed = int(TOLERANCE * len(words))
        best: dict[tuple[int, int], int] = {}
        for begin, stop in self._windows(words, allowed):
            cost, first, last = _align(words, self.words[begin:stop])
            if cost <= allowed and first < last:
                span = self._raw_span(quote, begin + first, begin + last)
                best[span] = min(cost, best.get(span, cost))
        return sorted(best, key=lambda span: (best[span], span))

    def _windows(self, words: list[str], slack: int) -> list[tuple[int, int]]:
        """The few stretches of the text that share most words with the quote, in its order."""
        bucket = slack + 1
        votes: Counter[int] = Counter()
        for offset, word in enumerate(words):
            positions = self.positions.get(word, ())
            if len(positions) <= MOST_POSITIONS:
                votes.update({(at - offset) // bucket for at in positions})
        ranked = sorted(votes, key=lambda diagonal: (-votes[diagonal], diagonal))
        return [
            (
                max(0, diagonal * bucket - bucket),
                max(0, (diagonal + 2) * bucket + len(words)),
            )
            for diagonal in ranked[:MOST_WINDOWS]
        ]

    def _raw_span(self, quote: Normalised, first: int, last: int) -> tuple[int, int]:
        """The words' span with the marks around it that are the quote's own."""
        begin, stop = self.bounds[first][0], self.bounds[last - 1][1]
        matches = list(_WORD.finditer(quote.text))
        lead, tail = quote.text[: matches[0].start()], quote.text[matches[-1].end() :]
        if self.copy.text.endswith(lead, 0, begin):
            begin -= len(lead)
        if self.copy.text.startswith(tail, stop):
            stop += len(tail)
        return self.copy.raw_span(begin, stop)


def _key(word: str) -> str:
    return plain_number(word) if is_number(word) else word.casefold()


def _align(quote: list[str], window: list[str]) -> tuple[int, int, int]:
    """The cheapest place for the whole quote in the window: (cost, first, last + 1).

    A word left out, put in or replaced costs 1; none of these may happen to a number.
    """
    puts = [_NEVER if is_number(word) else 1 for word in window]
    costs = [0] * (len(window) + 1)
    begins = list(range(len(window) + 1))
    for row, wanted in enumerate(quote, start=1):
        omit = _NEVER if is_number(wanted) else 1
        diagonal, diagonal_begin = costs[0], begins[0]
        costs[0] += omit
        for column, there in enumerate(window, start=1):
            above, above_begin = costs[column], begins[column]
            swap = 0 if wanted == there else max(omit, puts[column - 1])
            cost, begin = diagonal + swap, diagonal_begin
            if above + omit < cost:
                cost, begin = above + omit, above_begin
            # Words put in before the quote's first or after its last are not part of it.
            if row < len(quote) and costs[column - 1] + puts[column - 1] < cost:
                cost, begin = costs[column - 1] + puts[column - 1], begins[column - 1]
            costs[column], begins[column] = cost, begin
            diagonal, diagonal_begin = above, above_begin
    last = min(range(len(window) + 1), key=lambda column: (costs[column], column))
    return costs[last], begins[last], last
