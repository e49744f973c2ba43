"""Names with a number in them: Covid-19, Article 5, Boeing 737, 3-1, aged 45."""

from __future__ import annotations

from ..counted import counts_a_plural, is_plural
from ..page import Page
from ..units import unit_at
from .run import MOST, PUNCTUATION, attached_run

_MOST_OF_A_STREET = 4
"""Words of a street's name."""


def name_runs_in(page: Page, at: int) -> int | None:
    """ "Covid-19", "F-16", "G7", "CO2", "and/5": a word runs into the number."""
    if not page.attached(at):
        return None
    before = page.text(at - 1)
    if page.is_word(at - 1):
        codes = page.words.units.CURRENCY_CODES
        money = before in codes or before == "rs" or page.text(at - 2) == "$"
        return None if money else attached_run(page, at)
    if before in {"#", "№", "§", "@", "_", "\\", "&"}:
        return attached_run(page, at)
    if before in {"-", "/", "+", "'"} and page.attached(at - 1):
        joined = page.token(at - 2)
        hedged = joined.text in page.words.hedges.BEFORE_LAST_WORDS
        if joined.kind == "word" and not hedged:
            return attached_run(page, at)
    if before == "." and page.attached(at - 1) and page.is_word(at - 2):
        return attached_run(page, at)
    return None


def letters_run_on(page: Page, at: int) -> int | None:
    """ "5G", "3D", "737s", "18O", "4x4": letters without a space that are no unit or scale."""
    following = page.token(at + 1)
    if following.kind != "word" or not following.attached:
        return None
    suffixes = page.words.numbers.SUFFIXES
    cased = page.cased(at + 1)
    if following.text in suffixes and not page.attached(at + 2):
        if len(following.text) == 1 and cased.isupper() and following.text not in "mbkt":
            return attached_run(page, at)
        return None
    if page.text(at + 2) in PUNCTUATION and following.text in suffixes:
        return None
    if unit_at(page, at + 1) is not None and cased not in {"G", "D", "C", "S", "A"}:
        return None
    if following.text[0] in "½¼¾⁰¹²³⁴⁵⁶⁷⁸⁹" or following.text == "e":
        return None
    return attached_run(page, at)


def label(page: Page, at: int) -> int | None:
    """ "Article 5", "Resolution 2254", "pp. 3-5", "Figs 2 and 3", "round two"."""
    labels = page.words.labels
    before, where = page.text(at - 1), at - 1
    if before == "." and page.attached(at - 1):
        before, where = page.text(at - 2), at - 2
    elif before == ":" and page.attached(at - 1) and page.text(at - 2) == "isbn":
        return attached_run(page, at)
    if before == "(" and page.attached(at) and page.text(at - 2) in labels.LABELS:
        return at + 1
    if before == "of" and page.text(at - 2) in labels.GROUPS_BEFORE:
        return at + 1 if page.is_capitalised(at - 2) and not page.starts_sentence(at - 2) else None
    if before not in labels.LABELS:
        return None
    if page.text(at - 1) == "." and len(before) > 4:
        return None
    if before in labels.MAYBE_LABELS and not _takes_a_label(page, where, at):
        return None
    end = at + 1
    while end - at < MOST and page.is_number(end + 1):
        joint = page.text(end)
        if joint == "-" or (joint in {"and", ",", "&", "or", "to"} and before.endswith("s")):
            end += 2
        else:
            break
    return end


def _takes_a_label(page: Page, label: int, at: int) -> bool:
    """A label that could be an ordinary word: no counted noun, unit or comma follows."""
    if "," in page.text(at) or "." in page.text(at) or unit_at(page, at + 1):
        return False
    if page.text(at + 1) in page.words.numbers.SCALES:
        return False
    if page.text(label) == "number" and is_plural(page, label - 1):
        return False  # "those nations number 28"
    return not counts_a_plural(page, at + 1) or page.is_capitalised(label)


def index(page: Page, at: int) -> int | None:
    """ "S&P 500", "FTSE 100", "Fortune 500"."""
    before = page.text(at - 1)
    if before == "p" and page.text(at - 2) != "&":
        return None
    named = before in page.words.labels.INDICES and page.is_capitalised(at - 1)
    return at + 1 if named and len(page.text(at)) <= 4 and page.text(at).isdigit() else None


def age(page: Page, at: int) -> int | None:
    """ "aged 45", "45-year-old", "45 years old", "Mr Khan, 45,"."""
    labels = page.words.labels
    lead = (page.text(at - 2), page.text(at - 1))
    if lead[1] in labels.AGE_WORDS or (lead[0] in labels.AGE_WORDS and lead[1] in labels.IS_OR_OF):
        end = at + 1
        if page.text(end) in {"-", "to", "and"} and page.is_number(end + 1):
            end += 2
        return end + (page.text(end) in labels.OLDER_UNITS)
    after = at + 1
    while after - at < 4 and page.text(after) in {"-", "to", "and"}:
        after += 2 if page.is_number(after + 1) else 1
    if page.text(after) in labels.OLDER_UNITS:
        olden = after + 1 + (page.text(after + 1) == "-")
        if page.text(olden) in {"old", "olds"} or page.phrase(olden, olden + 2) == "of age":
            return olden + 1
    commas = page.text(at - 1) == "," and page.text(at + 1) == ","
    text = page.text(at)
    if commas and text.isdigit() and 1 <= len(text) <= 3 and 0 < int(text) < 115:
        named = page.is_word(at - 2) and page.is_capitalised(at - 2)
        listed = page.is_number(at + 2)
        month = page.text(at - 2) in page.words.dates.MONTHS
        return at + 1 if named and not listed and not month else None
    return None


def capital_before(page: Page, at: int) -> int | None:
    """ "Apollo 11", "Boeing 737": a name right before, and nothing counted after."""
    before = page.token(at - 1)
    if before.kind != "word" or not page.is_capitalised(at - 1) or len(page.text(at)) > 4:
        return None
    text = page.text(at)
    if not text.isdigit() or page.starts_sentence(at - 1) or page.is_title(at):
        return None
    if before.text in page.words.dates.WEEKDAYS or before.text in page.words.dates.MONTHS:
        return None
    if before.text in page.words.hedges.BEFORE_LAST_WORDS:
        return None
    if before.text in page.words.units.CURRENCY_CODES or before.text in {"rs", "i"}:
        return None
    following = page.text(at + 1)
    if unit_at(page, at + 1) or following in page.words.numbers.SCALES:
        return None
    if following in {"of", "in", "per", "or"} and page.is_number(at + 2):
        return None
    if counts_a_plural(page, at + 1) or (following == "-" and page.attached(at + 1)):
        return None
    return at + 1


def score(page: Page, at: int) -> int | None:
    """ "won 3-1", "a 5-4 ruling": two numbers that fall, or beside a word for a result."""
    if page.text(at + 1) != "-" or not page.attached(at + 1) or not page.attached(at + 2):
        return None
    first, second = page.text(at), page.text(at + 2)
    if not (first.isdigit() and second.isdigit() and len(first) <= 3 and len(second) <= 3):
        return None
    scores = page.words.labels.SCORE_WORDS
    near = [page.text(i) for i in (*range(max(0, at - 4), at), *range(at + 3, at + 5))]
    if unit_at(page, at + 3) or unit_at(page, at + 1):
        return None
    falls = int(first) > int(second) and page.text(at + 3) != "-"
    small = page.text(at + 3) not in page.words.numbers.SCALES
    result = any(word in scores for word in near) and not counts_a_plural(page, at + 3)
    equal = first == second
    return at + 3 if small and (falls or result or equal) else None


def street(page: Page, at: int) -> int | None:
    """ "10 Downing Street", "1600 Pennsylvania Avenue"."""
    end = at + 1
    while end - at <= _MOST_OF_A_STREET and page.is_word(end) and page.is_capitalised(end):
        end += 1
        if page.text(end - 1) in page.words.labels.STREETS and end > at + 2:
            return end
    return None


def top_ten(page: Page, at: int) -> int | None:
    return at + 1 if page.text(at - 1) == "top" else None
