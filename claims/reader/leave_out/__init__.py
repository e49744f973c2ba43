"""What has a number in it and is no quantity: labels, names, marks, times, ages, addresses.

Each rule looks at a few tokens around tokens[at] and gives where the thing ends, or None. Dates
are tried before these rules, so whatever looks like a date here is none.
"""

from __future__ import annotations

from collections.abc import Callable

from ..page import Page
from . import marks, names, words

Rule = Callable[[Page, int], int | None]


def left_out(page: Page, at: int) -> int | None:
    """Where the thing ends that the number at tokens[at] belongs to; None for a quantity."""
    rules = DIGIT_RULES if page.is_number(at) else WORD_RULES
    for rule in rules:
        end = rule(page, at)
        if end is not None:
            return max(end, at + 1)
    return None


DIGIT_RULES: tuple[Rule, ...] = (
    marks.address,
    marks.footnote_mark,
    marks.list_number,
    marks.bracketed,
    marks.ordinal,
    marks.malformed,
    names.age,
    marks.clock,
    marks.telephone,
    names.name_runs_in,
    marks.decade_of_life,
    names.letters_run_on,
    marks.slashed,
    names.index,
    names.label,
    names.score,
    names.top_ten,
    marks.in_math,
    names.capital_before,
)


WORD_RULES: tuple[Rule, ...] = (
    marks.address,
    names.age,
    marks.clock,
    names.label,
    names.top_ten,
    words.name_in_words,
    words.kind_of_thing,
    words.pronoun_one,
    words.nothing_counted,
)
