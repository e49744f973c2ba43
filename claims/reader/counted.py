"""The noun phrase that a number counts: "US soldiers", "doses", "Iraqis"."""

from __future__ import annotations

from claims.consistency.units import PERSONS

from .page import Page

_MOST_WORDS = 6


def counted_after(page: Page, at: int, *, unit: str | None = None) -> tuple[int, int] | None:
    """The tokens (first, end) of what is counted, from tokens[at] right after number and unit.

    After a unit it is named by "of" or "in": "63 percent of Iraqis", "$155 million in aid".
    """
    if page.text(at) == '"' and page.attached(at):
        at += 1
    if unit is not None:
        if page.text(at) == "of" or (page.text(at) == "in" and unit.isupper()):
            at += 1
            while page.text(at) in {"the", "all", "its", "their", "a", "an"}:
                at += 1
            return _phrase(page, at, singular=True)
        return None
    if page.text(at) == "-" and page.attached(at) and page.attached(at + 1):
        is_word = page.is_word(at + 1)
        return (at + 1, at + 2) if is_word else None
    if page.text(at) == "of" and page.text(at + 1) in {"the", "its", "their", "these", "those"}:
        at += 2
    elif page.text(at) == "of":
        at += 1
    return _phrase(page, at, singular=False)


def _phrase(page: Page, at: int, *, singular: bool) -> tuple[int, int] | None:
    nouns = page.words.nouns
    end, head = at, None
    while end - at < _MOST_WORDS + 3:
        text = page.text(end)
        if not page.is_word(end) and not _joins(page, end):
            break
        participle = text in nouns.WITHIN_PHRASE and head is None
        if end == at and text in {"those", "these"} and singular:
            end += 1
            continue
        if text in nouns.ENDS_PHRASE and not participle:
            break
        if text in page.words.dates.WEEKDAYS or text in page.words.numbers.SMALL:
            break
        if is_plural(page, end):
            head = end + 1
        elif head is not None and _begins_a_verb(text):
            break
        end += 1
    if head is not None:
        end = head
    elif not singular:
        end = min(end, at + 3)
        participles = (i for i in range(at, end) if _begins_a_verb(page.text(i)))
        end = next(participles, end)
    while end > at and not page.is_word(end - 1):
        end -= 1
    return (at, end) if end > at else None


def _joins(page: Page, at: int) -> bool:
    """A sign within a name: the dots of "U.S.", the hyphen of "Iran-backed"."""
    return page.text(at) in {"-", "'", "."} and page.attached(at) and page.attached(at + 1)


def _begins_a_verb(text: str) -> bool:
    return text.endswith("ed") or text.endswith("ing")


def is_plural(page: Page, at: int) -> bool:
    """True of a word that looks like a noun in the plural."""
    nouns = page.words.nouns
    text = page.text(at)
    if text in nouns.PLURALS_WITHOUT_S or (text in PERSONS and text.endswith("s")):
        return True
    if len(text) < 3 or not text.endswith("s") or text in nouns.NOT_PLURALS:
        return False
    return not text.endswith(("ss", "us", "ous")) and text not in nouns.ENDS_PHRASE


def counts_a_plural(page: Page, at: int) -> bool:
    """True where a counted noun in the plural follows: what stands before is a count."""
    found = _phrase(page, at, singular=False)
    return found is not None and is_plural(page, found[1] - 1)
