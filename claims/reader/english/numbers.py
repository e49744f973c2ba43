"""English number words that the engine's own lexicon leaves to a reader of running text."""

from __future__ import annotations

from claims.consistency.lexicon import (
    FEW,
    GROUPS,
    ONES,
    SCALE_SUFFIXES,
    SCALES,
    TENS,
    VAGUE,
)
from claims.consistency.numerals import read_numeral

from .units import TIME_UNITS, UNIT_WORDS

__all__ = ["SCALES", "read_numeral"]

SUFFIXES = frozenset(SCALE_SUFFIXES)

SMALL = {word: value for word, value in {**ONES, **TENS}.items() if value}
UNITS_OF_ONE = frozenset(
    word for word in (*TIME_UNITS, *UNIT_WORDS) if " " not in word and not word.endswith("s")
) - {"x", "fold", "won", "%", "$", "second", "times"}
AFTER_ARTICLE = frozenset(SCALES) | frozenset(GROUPS)
"""With "a" before them they are a number: "a dozen", "a hundred"."""
ALONE = frozenset({"dozen"})
"""Numbers without an article too ("the dozen men")."""
PAIRS = frozenset({"pair", "couple"})
"""Two only before "of": "the pair" and "a couple" are people."""

PARTS: dict[str, int] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourth": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninth": 9,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
    "twentieth": 20,
    "twentieths": 20,
    "hundredth": 100,
    "hundredths": 100,
}
"""Parts of a whole: "two-thirds", "a quarter of", "one-tenth"."""
OF_WHOLE = frozenset({"of"})
"""Follows the first number of a share: "three out of ten" has it after "out"."""
IN_SHARE = {"in": 1, "out": 2, "of": 1}
"""Joins "one in five", "three out of ten", "two of every three"; how many words it takes."""

MULTIPLES: dict[str, tuple[str, bool]] = {
    # word: (factor, does it stand alone as a statement of change?)
    "doubled": ("2", True),
    "doubling": ("2", True),
    "tripled": ("3", True),
    "tripling": ("3", True),
    "trebled": ("3", True),
    "quadrupled": ("4", True),
    "quadrupling": ("4", True),
    "quintupled": ("5", True),
    "halved": ("0.5", True),
    "halving": ("0.5", True),
    "twofold": ("2", True),
    "threefold": ("3", True),
    "fourfold": ("4", True),
    "fivefold": ("5", True),
    "sixfold": ("6", True),
    "tenfold": ("10", True),
    "hundredfold": ("100", True),
    "double": ("2", False),
    "triple": ("3", False),
    "twice": ("2", False),
    "thrice": ("3", False),
}
BEFORE_COMPARISON = frozenset("the its their his her our as that what more less this".split())
"""After "double" and "twice": "double the number", "twice as many"."""

VAGUE_WORDS = VAGUE
FEW_WORDS = {word: least for word, least in FEW.items() if word not in {"many", "multiple"}}
"""“many” and “multiple” say no more than a plural does, so a text's are not reported."""
SCORES = frozenset({"scores"})
"""Vague only before "of": elsewhere they are points, or music."""

VAGUE_STARTS = frozenset(phrase.split()[0] for phrase in (*VAGUE_WORDS, *FEW_WORDS)) - {"a"}
VULGAR = frozenset("½ ¼ ¾ ⅕ ⅖ ⅗ ⅘ ⅛".split())
ARTICLES = frozenset({"a", "an"})
_FEW_AFTER_ARTICLE = frozenset({"few", "handful"})
AFTER_AN_ARTICLE = AFTER_ARTICLE | frozenset(PARTS) - {"half"} | _FEW_AFTER_ARTICLE | UNITS_OF_ONE
"""After "a" or "an" they may be a quantity together with it: "a dozen", "over a year"."""
TRIGGERS = (
    frozenset(SMALL)
    | frozenset(PARTS)
    | frozenset(MULTIPLES)
    | VAGUE_STARTS
    | VULGAR
    | AFTER_AN_ARTICLE
    | {"zero"}
)
"""Words at which a quantity may begin, or is sure to have begun with the article before."""
AFTER_DIGITS = frozenset(SCALES) | SUFFIXES | VULGAR | frozenset(GROUPS)
"""Words that continue a number in digits: "5 million", "10k", "2 ½", "3 dozen"."""
JOINS_DIGITS = AFTER_DIGITS | frozenset(IN_SHARE) | frozenset("/ × x · * ∙ ⋅ e ^".split())
"""All that makes a number of more than the digits right before it."""
NEVER_DATES = frozenset(MULTIPLES) | VAGUE_STARTS | frozenset(PARTS) | VULGAR | AFTER_ARTICLE
