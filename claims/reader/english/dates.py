"""English words for dates."""

from __future__ import annotations

from claims.consistency.lexicon import MONTHS

__all__ = ["MONTHS"]

AMBIGUOUS_MONTHS = frozenset({"may", "march"})
"""Also ordinary words: months only with a capital and in the company of a date's words."""
ABBREVIATED_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
NEVER_ALONE = frozenset("jan mar jun sep dec mar".split())

WEEKDAYS: dict[str, int] = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}
SEASONS: dict[str, tuple[int, int]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "fall": (9, 11),
    "autumn": (9, 11),
    "winter": (12, 2),
}
"""First and last month, as meteorologists of the northern half count them."""

PARTS: dict[str, str] = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "beginning of": "early",
    "start of": "early",
    "onset of": "early",
    "turn of": "early",
    "opening of": "early",
    "early part of": "early",
    "early days of": "early",
    "first days of": "early",
    "middle of": "mid",
    "end of": "late",
    "close of": "late",
    "latter part of": "late",
    "last days of": "late",
    "later part of": "late",
    "late in": "late",
    "early in": "early",
    "midway through": "mid",
    "first half of": "first half",
    "second half of": "second half",
    "latter half of": "second half",
    "first quarter of": "q1",
    "second quarter of": "q2",
    "third quarter of": "q3",
    "fourth quarter of": "q4",
    "final quarter of": "q4",
    "last quarter of": "q4",
    "last": "last",
}
"""Phrase before a month or year → the part of it. "last" only stands in "last June"."""
LONGEST_PART = max(len(words.split()) for words in PARTS)

SINCE = frozenset({"since"})
DEADLINE = frozenset({"by"})
LEADS_A_DATE = frozenset(
    """in on since by until till from during before after of early mid late last next this through
    for between around every to and throughout as beginning starting ending late- due
    scheduled""".split()
)
"""One of these before "May" or "March" makes it a month."""

WHICH: dict[str, int] = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
}
"""Before week, month, year …: which one, counted from the publication date's own."""
ONLY_AFTER_THE = frozenset({"past", "previous", "current", "coming"})
CALENDAR_UNITS: dict[str, str] = {
    "week": "week",
    "weekend": "weekend",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "night": "day",
}
DAYS: dict[str, int] = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
}
EDGES: dict[str, str] = {
    "end": "late",
    "close": "late",
    "beginning": "early",
    "start": "early",
    "middle": "mid",
}
"""Before "of the year": a part of the publication date's own year."""
SHIFTED: dict[str, int] = {"earlier": -1, "later": 1, "early": -2, "late": 2}
"""Before "this year": the part before, or after, the publication date."""
NOT_A_RATE = frozenset({"ago", "later", "earlier", "before", "after", "since", "old"})
AGO = frozenset({"ago"})
FROM_NOW = ("from", "now")
AGO_OR_FROM = AGO | {"from"}
NOW_PHRASES = frozenset({("as", "of", "now"), ("as", "of", "today"), ("as", "of", "yesterday")})
ORDINAL_DAYS: dict[str, int] = {
    word: n
    for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}
FUTURE_WORDS = frozenset(
    """will scheduled due planned plans expected expects next upcoming would shall going""".split()
)
"""Before a month without a year they make it the coming one."""
FUTURE_LEADS = frozenset({"until", "till", "by"})
"""Right before it, the same."""

TRIGGERS = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | frozenset(SEASONS)
    | frozenset(WHICH)
    | frozenset(DAYS)
    | frozenset(EDGES)
    | frozenset({"as", "q"})
)
