"""Number words that count nothing: a pronoun, a name, the kind of a thing."""

from __future__ import annotations

from claims.consistency.units import PERSONS

from ..counted import counts_a_plural, is_plural
from ..numerals import number_at
from ..page import Page
from ..units import unit_at


def name_in_words(page: Page, at: int) -> int | None:
    """ "Group of Seven", "Round Two", "the Three Gorges": a capital within a sentence."""
    if not page.is_capitalised(at) or page.starts_sentence(at) or page.is_title(at):
        return None
    first = page.text(at - 1) in {'"', ":", "("} or page.starts_line(at)
    return None if first else at + 1


def kind_of_thing(page: Page, at: int) -> int | None:
    """ "two-state", "two-pronged", "one-sided"; "three-day" is a length of time."""
    if page.text(at + 1) != "-" or not page.attached(at + 1) or not page.attached(at + 2):
        return None
    noun, numbers, labels = page.text(at + 2), page.words.numbers, page.words.labels
    if noun in numbers.SMALL:
        return at + 3 if noun == page.text(at) or page.text(at) == "one" else None
    if unit_at(page, at + 2) or noun in numbers.SCALES or noun in numbers.PARTS:
        return None
    if noun in {"odd", "plus"}:
        return None
    kind = noun in labels.NOT_COUNTED_WITH_HYPHEN or noun.endswith("ed") or len(noun) < 3
    return at + 3 if kind or page.text(at) in {"one", "zero"} else None


def pronoun_one(page: Page, at: int) -> int | None:
    """ "one" that stands for a thing, or for "a"; it counts before a unit, under a hedge."""
    if page.text(at) != "one":
        return None
    following, before = page.text(at + 1), page.text(at - 1)
    numbers = page.words.numbers
    after = at + 2 if following == "-" else at + 1
    if page.text(after) in numbers.SCALES or page.text(after) in numbers.PARTS:
        return None
    if following in {"in", "out"} or page.phrase(at + 1, at + 4) == "and a half":
        return None if _share_follows(page, at) else at + 1
    if page.text(after) == "of":
        return at + 1
    hedged = before in {"least", "only", "exactly", "just", "than", "most"}
    if page.text(after) in {"day", "time", "night"} and not hedged and following != "-":
        if page.text(after + 1) in {"after", "later", "before", "earlier"}:
            return None
        lasts = before in {"for", "in", "within", "after", "lasted", "of", "by", "every"}
        return None if lasts and page.text(after) != "time" else at + 1
    if hedged and page.is_word(after):
        return None
    unit = unit_at(page, after)
    if unit and unit[0] != "times" and before not in page.words.labels.NOT_BEFORE_ONE:
        return None
    if before in page.words.labels.NOT_BEFORE_ONE:
        return at + 1
    noun = page.text(after)
    person = noun in PERSONS or noun in page.words.labels.ONE_PERSON
    return None if person and not is_plural(page, after) else at + 1


def _share_follows(page: Page, at: int) -> bool:
    number = number_at(page, at)
    return number is not None and (number.share or number.end > at + 1)


def nothing_counted(page: Page, at: int) -> int | None:
    """ "the two of them", "these three": they point back; "zero" without a thing."""
    before, following = page.text(at - 1), page.token(at + 1)
    ends = page.words.nouns.ENDS_PHRASE
    bare = following.kind != "word" or following.text in ends
    joined = following.text in {"-", "to", "or"}
    if page.text(at) == "zero":
        unit = unit_at(page, at + 1)
        return None if unit or counts_a_plural(page, at + 1) else at + 1
    points_back = before in {"the", "these", "those", "all"} and bare
    others = before == "other" and not counts_a_plural(page, at + 1)
    if (points_back or others) and not joined:
        return at + 1
    return None
