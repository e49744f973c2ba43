"""Rows and columns of bare numbers: data, which says nowhere near a number what it counts.

A reader of prose leaves them to a reader of tables: such a number has no noun, no unit, no
sentence. The first and the last number of a run stand next to a word and are read as any other.
"""

from __future__ import annotations

import re
from bisect import bisect_left

LEAST_NUMBERS = 40
"""A run of more numbers than this without a letter is data; lists in sentences are shorter."""

_WITHOUT_LETTERS = re.compile(rf"(?<![\W\d_])[\W\d_]{{{2 * LEAST_NUMBERS},}}")
"""Begins only where a stretch does, so that no character is looked at more than twice."""


def without_data(lowered: str, texts: list[str], starts: list[int], hits: list[int]) -> list[int]:
    """The hits that are not within a run of data.

    lowered  the page; texts, starts: its tokens; hits: those at which something may begin
    """
    kept: list[int] = []
    done = 0
    for stretch in _WITHOUT_LETTERS.finditer(lowered):
        first = bisect_left(hits, bisect_left(starts, stretch.start()))
        end = bisect_left(hits, bisect_left(starts, stretch.end()))
        numbers = [i for i in range(first, end) if texts[hits[i]][-1].isdecimal()]
        if len(numbers) > LEAST_NUMBERS:
            kept += hits[done : numbers[0] + 1]
            done = numbers[-1]
    return kept + hits[done:]
