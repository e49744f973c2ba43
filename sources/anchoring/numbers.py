"""Numbers in quotes: never cut in two, never changed. Pure."""

import re
import unicodedata

_SEPARATORS = frozenset(".,'’\u00a0\u2009\u202f\u066b\u066c")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def cuts_through(text: str, at: int) -> bool:
    """True when ``at`` parts a number (“15|,000”, “2|0”) or a letter from its accent.

    A quote of “5,000 troops” out of “15,000 troops” is verbatim, and says another thing.
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after):
        return True
    if before.isdecimal():
        return after.isdecimal() or (
            after in _SEPARATORS and at + 1 < len(text) and text[at + 1].isdecimal()
        )
    return after.isdecimal() and before in _SEPARATORS and at > 1 and text[at - 2].isdecimal()


def number_words(words: list[str]) -> list[str]:
    """The numbers among ``words`` in their order, thousands written without separators."""
    return [plain_number(word) for word in words if is_number(word)]


def is_number(word: str) -> bool:
    return word[0].isdecimal()


def plain_number(word: str) -> str:
    """``5,000`` and ``5.000`` as ``5000``; ``5.2`` stays, for it is not 52."""
    return re.sub("[.,]", "", word) if _GROUPED.fullmatch(word) else word
