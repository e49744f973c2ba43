"""The walk over a text: at each number and trigger word, a date, a quantity, or neither.

It goes from left to right and never back before what it has taken, and every rule looks at a
bounded number of tokens: the work grows as the text does, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from claims.consistency import Period
from claims.consistency.quantity import unknown

from . import english
from .amount import Amount
from .amounts import amount_at
from .context import Sentence, modality, place, sentence_at
from .dates import Dated, date_at
from .find import Find
from .leave_out import left_out
from .page import Page
from .vague import a_unit_at, multiple_at, vague_at


def read_text(
    text: str, published: Period | None = None, *, words: ModuleType = english
) -> list[Find]:
    """Every quantity and date of a text, in their order, never overlapping.

    published  when it was published: what "last month" counts from; without it the bounds of
               relative dates are unknown
    words      the language's tables
    """
    page = Page(text, published=published, words=words)
    return _described(page, list(walk(page)))


def find_quantities(text: str, *, published: Period | None = None) -> list[Find]:
    return [find for find in read_text(text, published) if find.kind == "quantity"]


def find_dates(text: str, *, published: Period | None = None) -> list[Find]:
    return [find for find in read_text(text, published) if find.kind == "date"]


def walk(page: Page) -> Iterator[Amount | Dated]:
    """The amounts and dates of a page, from left to right."""
    taken = passed = 0
    for at in page.hits:
        if at < passed:
            continue
        first, _ = page.sentence_of(at)
        found, passed = _at(page, at, max(taken, first))
        yield from found
        if found:
            taken = passed


def _at(page: Page, at: int, floor: int) -> tuple[list[Amount | Dated], int]:
    """What stands at a trigger, and the token from which to go on."""
    words, text = page.words, page.texts[at]
    if page.in_address(at):
        return [], at + 1
    number = page.is_number(at)
    if not number and text in words.numbers.AFTER_AN_ARTICLE and _has_article(page, at, floor):
        at -= 1
    if number or text not in words.numbers.NEVER_DATES:
        date = date_at(page, at, floor)
        if date:
            return [date], date.end
    if not number and text in words.dates.TRIGGERS:
        return [], at + 1
    amounts, end = _quantity(page, at, floor)
    return (list(amounts), amounts[-1].end) if amounts else ([], end)


def _has_article(page: Page, at: int, floor: int) -> bool:
    return at > floor and page.texts[at - 1] in page.words.numbers.ARTICLES


def _quantity(page: Page, at: int, floor: int) -> tuple[list[Amount], int]:
    numbers, text = page.words.numbers, page.texts[at]
    if text in numbers.SMALL or text == "zero" or page.is_number(at):
        end = left_out(page, at)
        return ([], end) if end else (amount_at(page, at, floor), at + 1)
    if text in numbers.MULTIPLES:
        return multiple_at(page, at, floor), at + 1
    if text in numbers.ARTICLES:
        if page.text(at + 1) in numbers.PAIRS and not _has_of(page, at + 2):
            return [], at + 2
        found = a_unit_at(page, at, floor) or vague_at(page, at, floor)
        return found or amount_at(page, at, floor), at + 2
    if text == "half":
        return a_unit_at(page, at, floor) or amount_at(page, at, floor), at + 1
    if text in numbers.VAGUE_STARTS:
        return vague_at(page, at, floor), at + 1
    if text in numbers.PARTS or text in numbers.VULGAR or text in numbers.ALONE:
        return amount_at(page, at, floor), at + 1
    if text in page.words.speech.UNKNOWN_STARTS:
        return _kept_unknown(page, at, floor), at + 1
    return [], at + 1


def _has_of(page: Page, at: int) -> bool:
    return page.text(at) == "of" or page.text(at) in page.words.numbers.SCALES


def _kept_unknown(page: Page, at: int, floor: int) -> list[Amount]:
    """ "declined to say how many", "would not disclose the number of", from its "how"."""
    speech = page.words.speech
    if not any(page.phrase(at, at + len(what)) == " ".join(what) for what in speech.UNKNOWN_WHAT):
        return []
    for last in range(at, max(floor, at - speech.UNKNOWN_WITHIN), -1):
        for length in range(min(speech.LONGEST_UNKNOWN, last - floor), 0, -1):
            if page.phrase(last - length, last) in speech.UNKNOWN_PHRASES:
                start = last - length
                return [Amount(start, at + 2, unknown(page.raw_text(start, at + 2)))]
    return []


def _described(page: Page, found: list[Amount | Dated]) -> list[Find]:
    """The finds, with what their sentences say around them."""
    sentences: dict[int, Sentence] = {}
    dates: dict[int, list[Period]] = {}
    for it in found:
        if isinstance(it, Dated):
            dates.setdefault(page.sentence_of(it.start)[0], []).append(it.period)
    frozen = {first: tuple(periods) for first, periods in dates.items()}
    return [_find(page, it, sentences, frozen) for it in found]


def _find(
    page: Page,
    it: Amount | Dated,
    sentences: dict[int, Sentence],
    dates: dict[int, tuple[Period, ...]],
) -> Find:
    sentence = sentence_at(page, it.start, sentences)
    start, end = page.span(it.start, it.end)
    amount = isinstance(it, Amount)
    counted = page.raw_text(*it.counted) if amount and it.counted else None
    return Find(
        kind="quantity" if amount else "date",
        start=start,
        end=end,
        text=page.raw[start:end],
        quantity=it.quantity if amount else None,
        period=None if amount else it.period,
        counted=" ".join(counted.split()) if counted else None,
        modality=modality(page, sentence, it.start),
        speaker=sentence.speaker,
        place=place(sentence, it.end) if amount else None,
        sentence=page.span(sentence.first, sentence.end),
        dates=dates.get(sentence.first, ()) if amount else (),
        role=it.role if amount else None,
    )
