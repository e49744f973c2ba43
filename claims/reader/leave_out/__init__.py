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
    digits = page.is_number(at)
    if digits and _stands_apart(page, at):
        return None
    rules = DIGIT_RULES if digits else WORD_RULES
    for rule in rules:
        end = rule(page, at)
        if end is not None:
            return max(end, at + 1)
    return None


def _stands_apart(page: Page, at: int) -> bool:
    """A plain number between ordinary lower-case words: nothing that any rule below asks for."""
    text, before, after = page.text(at), page.text(at - 1), page.text(at + 1)
    if not (before.isascii() and before.isalpha() and after.isascii() and after.isalpha()):
        return False
    well_formed = text.isdigit() and (text[0] != "0" or len(text) == 1)
    if not well_formed or page.attached(at) or page.attached(at + 1) or page.is_capitalised(at - 1):
        return False
    labels = page.words.labels
    if page.is_capitalised(at + 1):
        return False
    return before not in labels.MAKES_A_NAME and after not in labels.NO_COUNT_AFTER


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
    names.street,
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
