"""English: the words that the reader of quantities knows. Tables only, no rules.

Another language is another such module: the grammar in `wording.py` and the meanings in
`hedges.py` do not change.
"""

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
"""Words that multiply the small number before them and may stand with "a"."""

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
    "b": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "t": 10**12,
    "tn": 10**12,
    "trn": 10**12,
}
"""Short scales that stand right after the digits, or (two letters and more) after a space."""

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

VAGUE: dict[str, tuple[tuple[int, int | None], tuple[int, int | None]]] = {
    "dozens": ((24, 99), (20, 99)),
    "scores": ((40, 99), (20, 99)),
    "hundreds": ((200, 999), (100, 999)),
    "thousands": ((2_000, 9_999), (1_000, 9_999)),
    "tens of thousands": ((20_000, 99_999), (10_000, 99_999)),
    "hundreds of thousands": ((200_000, 999_999), (100_000, 999_999)),
    "millions": ((2_000_000, 9_999_999), (1_000_000, 9_999_999)),
    "tens of millions": ((20_000_000, 99_999_999), (10_000_000, 99_999_999)),
    "hundreds of millions": ((200_000_000, 999_999_999), (100_000_000, 999_999_999)),
    "billions": ((2 * 10**9, 10**10 - 1), (10**9, 10**10 - 1)),
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

BEFORE: dict[str, str] = {
    # exact
    "exactly": "exactly",
    "precisely": "exactly",
    # approximate
    "about": "about",
    "around": "about",
    "approximately": "about",
    "approx": "about",
    "roughly": "about",
    "circa": "about",
    "ca": "about",
    "c": "about",
    "~": "about",
    "≈": "about",
    "some": "about",
    "estimated": "about",
    "an estimated": "about",
    "estimated at": "about",
    "in the region of": "about",
    "in the neighborhood of": "about",
    "in the neighbourhood of": "about",
    "on the order of": "about",
    "in the order of": "about",
    "something like": "about",
    # just under
    "nearly": "nearly",
    "almost": "nearly",
    "close to": "nearly",
    "approaching": "nearly",
    "just under": "nearly",
    "just below": "nearly",
    "just short of": "nearly",
    "just shy of": "nearly",
    "slightly under": "nearly",
    "slightly below": "nearly",
    "slightly less than": "nearly",
    "slightly fewer than": "nearly",
    "a little under": "nearly",
    "a little less than": "nearly",
    "a little fewer than": "nearly",
    # just over
    "just over": "just-over",
    "just above": "just-over",
    "just more than": "just-over",
    "slightly over": "just-over",
    "slightly above": "just-over",
    "slightly more than": "just-over",
    "a little over": "just-over",
    "a little more than": "just-over",
    "a bit over": "just-over",
    "a bit more than": "just-over",
    # lower bounds
    "more than": "more-than",
    "over": "more-than",
    "above": "more-than",
    "beyond": "more-than",
    "greater than": "more-than",
    "higher than": "more-than",
    "larger than": "more-than",
    "in excess of": "more-than",
    "exceeding": "more-than",
    "exceeds": "more-than",
    "exceeded": "more-than",
    "exceed": "more-than",
    "surpassing": "more-than",
    "surpassed": "more-than",
    "topping": "more-than",
    "upwards of": "more-than",
    "upward of": "more-than",
    "north of": "more-than",
    "well over": "more-than",
    "well above": "more-than",
    "well more than": "more-than",
    "much more than": "more-than",
    "far more than": "more-than",
    ">": "more-than",
    "at least": "at-least",
    "at the least": "at-least",
    "at the very least": "at-least",
    "no fewer than": "at-least",
    "no less than": "at-least",
    "not fewer than": "at-least",
    "not less than": "at-least",
    "a minimum of": "at-least",
    "minimum of": "at-least",
    "a minimum": "at-least",
    "minimum": "at-least",
    "≥": "at-least",
    ">=": "at-least",
    "as few as": "as-few-as",
    "as little as": "as-few-as",
    "as low as": "as-few-as",
    # upper bounds
    "less than": "less-than",
    "fewer than": "less-than",
    "under": "less-than",
    "below": "less-than",
    "lower than": "less-than",
    "smaller than": "less-than",
    "south of": "less-than",
    "well under": "less-than",
    "well below": "less-than",
    "far fewer than": "less-than",
    "far less than": "less-than",
    "much less than": "less-than",
    "<": "less-than",
    "at most": "at-most",
    "at the most": "at-most",
    "no more than": "at-most",
    "not more than": "at-most",
    "no greater than": "at-most",
    "not exceeding": "at-most",
    "a maximum of": "at-most",
    "maximum of": "at-most",
    "a maximum": "at-most",
    "maximum": "at-most",
    "within": "at-most",
    "≤": "at-most",
    "<=": "at-most",
    "up to": "up-to",
    "as many as": "up-to",
    "as much as": "up-to",
    "as high as": "up-to",
}
"""Phrase before a number → hedge."""

AFTER: dict[str, str] = {
    "or more": "at-least",
    "or above": "at-least",
    "or over": "at-least",
    "or higher": "at-least",
    "or greater": "at-least",
    "and above": "at-least",
    "and more": "at-least",
    "and over": "at-least",
    "and up": "at-least",
    "and counting": "at-least",
    "at least": "at-least",
    "at the least": "at-least",
    "at the very least": "at-least",
    "at a minimum": "at-least",
    "at minimum": "at-least",
    "minimum": "at-least",
    "plus": "at-least",
    "+": "at-least",
    "or fewer": "at-most",
    "or less": "at-most",
    "or below": "at-most",
    "or under": "at-most",
    "or lower": "at-most",
    "at most": "at-most",
    "at the most": "at-most",
    "at a maximum": "at-most",
    "maximum": "at-most",
    "or so": "about",
    "or thereabouts": "about",
    "approximately": "about",
    "odd": "about",
    "exactly": "exactly",
}
"""Phrase after a number, or at the end of the wording → hedge."""

NEUTRAL: frozenset[str] = frozenset(
    """a an the this that these those there its their his her our only just merely mere fully
    total totalling totaling totalled totaled numbering numbered number numbers of in at is are
    was were be been being has have had with by to for all another and reached reaching hit
    killing killed kills wounding wounded injuring injured left leaving including contains
    contained contain comprising comprised worth us u.s american iraqi coalition additional extra
    further whole combined currently now remaining overall altogether recorded reported confirmed
    counted stood stands holds held commands command approved approves about-to received""".split()
)
"""Words before the hedge or number that change nothing about it."""

CHANGE_VERBS: frozenset[str] = frozenset(
    """reduced reduce reduces reducing cut cuts cutting lowered lowering dropped drop drops
    dropping fell fall falls falling fallen declined decline declines declining decreased decrease
    decreases decreasing shrank shrunk shrinking down halved rose rise rises rising risen raised
    raise raises raising increased increase increases increasing grew grow grows growing grown
    climbed climb climbs climbing jumped jump jumps jumping soared up went go goes gone going
    changed change changes changing moved moving swelled slid slipped tumbled plunged expanded
    boosted scaled trimmed slashed""".split()
)
"""With one of these, "from A to B" is two dated values and never a range."""

UNKNOWN_PHRASES: tuple[str, ...] = (
    "declined to say",
    "declines to say",
    "decline to say",
    "declined to specify",
    "declined to give",
    "declined to provide",
    "declined to disclose",
    "refused to say",
    "refuses to say",
    "refused to provide",
    "refuses to provide",
    "refused to disclose",
    "did not say",
    "does not say",
    "did not specify",
    "did not disclose",
    "would not say",
    "has not said",
    "have not said",
    "not disclosed",
    "not known",
    "not specified",
    "not stated",
    "not given",
    "unknown",
    "undisclosed",
    "unspecified",
    "unclear how",
)
"""An explicit unknown, when no number follows."""

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
PARTS_OF_MONTH: dict[str, tuple[int, int]] = {"early": (1, 15), "mid": (10, 20), "late": (16, 31)}
"""First and last day; the last is cut to the month's length."""
PARTS_OF_YEAR: dict[str, tuple[int, int]] = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""First and last month."""
