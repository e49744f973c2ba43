"""Telling a year from a count: "in 2020" and "the 2020 budget" from "2020 people"."""

from __future__ import annotations

from claims.consistency.units import PERSONS

from .counted import counts_a_plural
from .page import Page

FIRST_YEAR, LAST_YEAR = 1500, 2150


def looks_like_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and FIRST_YEAR <= int(text) <= LAST_YEAR


def is_year(page: Page, at: int) -> bool:
    """True of four digits that are a year here."""
    token = page.token(at)
    if token.kind != "number" or not looks_like_year(token.text):
        return False
    if _has_unit(page, at):
        return False
    before = page.text(at - 1)
    if before in page.words.labels.YEAR_PREPOSITIONS and not _is_counted(page, at + 1):
        return True
    if before in page.words.dates.MONTHS or before in page.words.dates.SEASONS:
        return True
    hedge = page.words.hedges.BEFORE_LAST_WORDS
    if before in hedge and before not in {"around", "about", "of", "to", "as", "in", "circa"}:
        return False
    if _is_counted(page, at + 1):
        return False
    article = before in {"the", "a", "its", "their", "his", "her", "our", "'"}
    return article or not _lower_plural(page, at + 1)


def _has_unit(page: Page, at: int) -> bool:
    before, after = page.text(at - 1), page.text(at + 1)
    units = page.words.units
    if before in units.CURRENCY_SIGNS or before in units.CURRENCY_CODES:
        return True
    if after in {"%", "°"} or (after == "+" and page.attached(at + 1)):
        return True
    spelling = page.cased(at + 1)
    symbol = spelling in units.SYMBOLS and (len(spelling) > 1 or page.attached(at + 1))
    return (
        (after in units.UNIT_WORDS and after != "won")
        or symbol
        or (after in page.words.numbers.SCALES)
    )


def _is_counted(page: Page, at: int) -> bool:
    """A person's noun right after: "2000 people", "1500 wounded"."""
    return page.text(at) in PERSONS and page.text(at) not in {"forces", "force", "members"}


def _lower_plural(page: Page, at: int) -> bool:
    lower = page.is_word(at) and not page.is_capitalised(at)
    return lower and counts_a_plural(page, at)
