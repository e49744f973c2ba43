"""Dates inside a wording: "in July 2020", "as of 3 March 2020", "26/7/2021", "since 2014".

They say when, not how many, so they are taken out before a quantity is read. What is only a
date is no quantity.
"""

from __future__ import annotations

import re

from .lexicon import MONTHS, SCALES
from .numeral import word_at
from .tokens import Token
from .units import MEASURE_SPELLINGS, PERSONS

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d\Z")
_ALSO_WORDS = frozenset({"may", "march", "mar", "sun"})
"""Months that are other words too: only beside a year, or beside a day at either end."""
_BEFORE_A_YEAR = frozenset(
    """in since by during until till early mid late before after summer spring autumn fall winter
    throughout through""".split()
)
_LEADS = _BEFORE_A_YEAR | frozenset("as of on from between the end beginning start middle".split())
_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def without_dates(tokens: list[Token]) -> tuple[list[Token], bool]:
    """The tokens outside dates (and the words that lead to a date), and whether any was found."""
    kept: list[Token] = []
    found, at = False, 0
    while at < len(tokens):
        end = _date_end(tokens, at)
        if end is None:
            kept.append(tokens[at])
            at += 1
            continue
        while kept and kept[-1].text in _LEADS:
            kept.pop()
        found, at = True, end
    return kept, found


def _date_end(tokens: list[Token], at: int) -> int | None:
    """Where the date that begins at tokens[at] ends; None where none begins."""
    token = tokens[at]
    if token.kind == "word":
        return _month_first(tokens, at)
    if token.kind == "number":
        return (
            _joined_by_signs(tokens, at)
            or _day_first(tokens, at)
            or _decade(tokens, at)
            or _span_of_years(tokens, at)
            or _year_alone(tokens, at)
        )
    return None


def _is_day(tokens: list[Token], at: int) -> bool:
    text = word_at(tokens, at)
    return text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 31


def _is_year(tokens: list[Token], at: int) -> bool:
    return bool(_YEAR.match(word_at(tokens, at))) and word_at(tokens, at + 1) not in SCALES


def _day_end(tokens: list[Token], at: int) -> int | None:
    """Where the day of a month that stands at tokens[at] ends: "3", "3rd"."""
    if not _is_day(tokens, at):
        return None
    return at + 2 if word_at(tokens, at + 1) in _ENDINGS else at + 1


def _year_end(tokens: list[Token], at: int) -> int | None:
    if word_at(tokens, at) == ",":
        at += 1
    return at + 1 if _is_year(tokens, at) else None


def _month_first(tokens: list[Token], at: int) -> int | None:
    """ "July 2020", "January 25, 2024", "January 31", "October"."""
    if tokens[at].text not in MONTHS:
        return None
    after = at + 2 if word_at(tokens, at + 1) == "." else at + 1
    if _is_year(tokens, after):
        return after + 1
    day = _day_end(tokens, after)
    if day is not None:
        year = _year_end(tokens, day)
        if year or tokens[at].text not in _ALSO_WORDS or (at == 0 and day == len(tokens)):
            return year or day
    return None if tokens[at].text in _ALSO_WORDS else after


def _day_first(tokens: list[Token], at: int) -> int | None:
    """ "3 January 2020", "the 3rd of May 2020", "25 January"."""
    end = _day_end(tokens, at)
    if end is None:
        return None
    if word_at(tokens, end) == "of":
        end += 1
    if word_at(tokens, end) not in MONTHS:
        return None
    year = _year_end(tokens, end + 1)
    if word_at(tokens, end) in _ALSO_WORDS and not year and end + 1 < len(tokens):
        return None
    return year or end + 1


def _joined_by_signs(tokens: list[Token], at: int) -> int | None:
    """ "2020-07-15", "26/7/2021", "9/11"; not the fraction of "1/3 of" or "2 1/2 million"."""
    sign = word_at(tokens, at + 1)
    joined = all(t.attached for t in tokens[at + 1 : at + 3]) and len(tokens) > at + 2
    if sign not in {"-", "/"} or not joined or not _plain_digits(tokens, at, at + 2):
        return None
    third = word_at(tokens, at + 3) == sign and _plain_digits(tokens, at + 4)
    if third and all(t.attached for t in tokens[at + 3 : at + 5]):
        return at + 5
    if sign == "-":
        return None
    follows = word_at(tokens, at + 3)
    fraction = follows == "of" or follows in SCALES or (at and tokens[at - 1].kind == "number")
    below = int(word_at(tokens, at + 2)[:4])
    smaller = int(word_at(tokens, at)[:4]) < below <= 10
    return None if fraction and smaller else at + 3


def _plain_digits(tokens: list[Token], *places: int) -> bool:
    return all(word_at(tokens, at).isdecimal() for at in places)


def _decade(tokens: list[Token], at: int) -> int | None:
    """ "the 1990s"."""
    plural = word_at(tokens, at + 1) == "s" and tokens[at + 1].attached
    return at + 2 if plural and _is_year(tokens, at) else None


def _span_of_years(tokens: list[Token], at: int) -> int | None:
    """ "from 2019 to 2020", "between 2014 and 2017"."""
    led = word_at(tokens, at - 1) in {"from", "between"}
    joined = word_at(tokens, at + 1) in {"to", "and", "until", "through", "-"}
    if led and joined and _is_year(tokens, at) and _is_year(tokens, at + 2):
        return None if _counted_next(tokens, at + 3) else at + 3
    return None


def _year_alone(tokens: list[Token], at: int) -> int | None:
    """ "in 2021", "since 2014"; "of 2021" at the end; "the 2003 invasion"."""
    if not _is_year(tokens, at) or _counted_next(tokens, at + 1):
        return None
    before, last = word_at(tokens, at - 1), at + 1 == len(tokens)
    if before in _BEFORE_A_YEAR or (before == "of" and last):
        return at + 1
    modern = word_at(tokens, at)[:2] in {"19", "20"}
    follows = tokens[at + 1].kind == "word" if not last else False
    return at + 1 if before == "the" and modern and follows else None


def _counted_next(tokens: list[Token], at: int) -> bool:
    """What follows is counted or measured, so the number before it is no year."""
    text = word_at(tokens, at)
    return text in PERSONS or text in SCALES or text in MEASURE_SPELLINGS or text == "-"
