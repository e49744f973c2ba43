"""English: the words that the reader of quantities knows. Tables only, no rules.

Another language is another such package: the grammar in `wording.py` and the meanings in
`hedges.py` do not change.
"""

from .dates import MONTHS, PARTS_OF_MONTH, PARTS_OF_YEAR
from .hedges import AFTER, BEFORE
from .numbers import (
    FEW,
    FRACTIONS,
    GROUPS,
    NONE_AT_ALL,
    ONES,
    PARTS,
    SCALE_SUFFIXES,
    SCALES,
    TENS,
    VAGUE,
    VULGAR_FRACTIONS,
)
from .phrases import (
    ASKED_FOR,
    CHANGE_VERBS,
    NAMED_BY_NUMBER,
    NEUTRAL,
    NOT_NOUNS,
    ORDINALS,
    UNKNOWN_PHRASES,
)

__all__ = [
    "AFTER",
    "ASKED_FOR",
    "BEFORE",
    "CHANGE_VERBS",
    "FEW",
    "FRACTIONS",
    "GROUPS",
    "MONTHS",
    "NAMED_BY_NUMBER",
    "NEUTRAL",
    "NONE_AT_ALL",
    "NOT_NOUNS",
    "ONES",
    "ORDINALS",
    "PARTS",
    "PARTS_OF_MONTH",
    "PARTS_OF_YEAR",
    "SCALES",
    "SCALE_SUFFIXES",
    "TENS",
    "UNKNOWN_PHRASES",
    "VAGUE",
    "VULGAR_FRACTIONS",
]
