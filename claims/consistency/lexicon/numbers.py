"""English number words: values, scales, fractions and vague plurals."""

from __future__ import annotations

from decimal import Decimal

ONES: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * (value + 2)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())
}
GROUPS: dict[str, int] = {"dozen": 12, "score": 20, "couple": 2, "pair": 2}
"""Words that multiply the small number before them; all but "score" may stand with "a"."""

SCALES: dict[str, int] = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "lakh": 10**5,
    "crore": 10**7,
}
SCALE_SUFFIXES: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "mil": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
"""Short scales that stand right after the digits, or after a space where they have two letters
and more, or follow an amount of money."""

FRACTIONS: dict[str, Decimal] = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
}
VULGAR_FRACTIONS: dict[str, Decimal] = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅛": Decimal("0.125"),
}
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
}
"""Parts of a whole: "two-thirds of them" is a share."""

VAGUE: dict[str, tuple[tuple[int, int | None], tuple[int, int | None]]] = {
    "dozens": ((24, 99), (20, 99)),
    "scores": ((40, 99), (20, 99)),
    **{
        words: ((2 * ten, 10 * ten - 1), (ten, 10 * ten - 1))
        for words, ten in {
            "tens": 10,
            "hundreds": 10**2,
            "thousands": 10**3,
            "tens of thousands": 10**4,
            "hundreds of thousands": 10**5,
            "millions": 10**6,
            "tens of millions": 10**7,
            "hundreds of millions": 10**8,
            "billions": 10**9,
            "tens of billions": 10**10,
            "hundreds of billions": 10**11,
            "trillions": 10**12,
        }.items()
    },
}
"""Plural scales: (reading, accept). dozens, hundreds, thousands are the design's; the others
follow the same pattern (two to just under ten of them; at least one is tolerated)."""

FEW: dict[str, int] = {
    "several": 3,
    "a few": 3,
    "a handful of": 3,
    "a handful": 3,
    "numerous": 2,
    "many": 2,
    "multiple": 2,
}
"""Words that give only a least number."""

NONE_AT_ALL: frozenset[str] = frozenset({"none", "nobody", "nil"})
"""Words that are the count 0; "no" is one before a word for persons."""
