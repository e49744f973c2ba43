"""What a sentence says around its numbers: modality, speaker, place.

A sentence is looked through once, however many numbers it has; each number then looks at a
bounded stretch before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from .page import Page

_CLAUSE = 18
"""Tokens before a number in which a verb of planning or a negation governs it."""
_NEGATED_WITHIN = 6
_SPEAKER = 8
_PLACE = 5
_LONGEST_SENTENCE = 400
"""Tokens; a longer run without an end is no sentence, and only its beginning is looked at."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """tokens first to end (excluded); said: somebody is said to say it; speaker: who."""

    first: int
    end: int
    said: bool
    speaker: str | None
    places: tuple[tuple[int, str], ...]


def sentence_at(page: Page, at: int, cache: dict[int, Sentence]) -> Sentence:
    first, end = page.sentence_of(at)
    if first not in cache:
        cache[first] = _read_sentence(page, first, end)
    return cache[first]


def modality(page: Page, sentence: Sentence, at: int) -> str:
    """asserted, planned, attributed or negated, for the number at tokens[at]."""
    speech = page.words.speech
    stated = "attributed" if sentence.said else "asserted"
    near = range(max(sentence.first, at - _CLAUSE), at)
    if speech.GOVERNING.isdisjoint(page.texts[near.start : at]):
        return stated
    planned = False
    for i in reversed(near):
        text = page.texts[i]
        if text not in speech.GOVERNING:
            continue
        if text in {";", ":", "—"} or (text == "," and page.text(i + 1) in speech.TURNS):
            break
        if text in speech.RELATIVES and page.text(i + 1) in speech.PRESENT:
            break
        if at - i <= _NEGATED_WITHIN and _negates(page, i):
            return "negated"
        planned = planned or _plans(page, i, at)
    there = page.text(at - 1) in speech.DEFINITE  # "will protect the 1,200 troops": they are there
    return "planned" if planned and not there else stated


def _negates(page: Page, i: int) -> bool:
    speech = page.words.speech
    if page.text(i) == "t":
        return page.text(i - 1) == "'"
    pair = page.text(i), page.text(i + 1)
    return pair[0] in speech.NEGATIONS and pair not in speech.NOT_NEGATIONS


def _plans(page: Page, i: int, at: int) -> bool:
    speech = page.words.speech
    text = page.text(i)
    if text not in speech.PLANS:
        return False
    if text in speech.NOT_PLANS:
        return "to" in {page.text(k) for k in range(i + 1, min(at, i + 8))}
    return True


def place(sentence: Sentence, at: int) -> str | None:
    """The place named nearest after the number in its sentence, else nearest before."""
    after = [name for where, name in sentence.places if where >= at]
    if after:
        return after[0]
    return sentence.places[-1][1] if sentence.places else None


def _read_sentence(page: Page, first: int, end: int) -> Sentence:
    speech = page.words.speech
    said, speaker = False, None
    places: list[tuple[int, str]] = []
    for i, text in enumerate(page.texts[first : min(end, first + _LONGEST_SENTENCE)], first):
        if text not in speech.AROUND:
            continue
        if text in speech.PLACE_PREPOSITIONS:
            name = _place_after(page, i, end)
            if name:
                places.append((i, name))
        elif text == speech.ACCORDING[0] and page.text(i + 1) == speech.ACCORDING[1]:
            said, speaker = True, _name_after(page, i + 2, end) or speaker
        elif text in speech.SAID and not said:
            name = _name_before(page, i, first) or _name_after(page, i + 1, end, known=True)
            pronoun = page.text(i - 1) in speech.PRONOUNS
            if name or pronoun:
                said, speaker = True, name
    return Sentence(first, end, said, speaker, tuple(places))


def _place_after(page: Page, at: int, end: int) -> str | None:
    start = at + 1
    if page.text(start) == "the":
        start += 1
    stop = _end_of_name(page, start, end)
    second = stop + 1 + (page.text(stop + 1) == "the")
    if stop > start and page.text(stop) == "and":
        last = _end_of_name(page, second, end)
        following = page.text(last)
        joined = page.text(second) not in page.words.dates.MONTHS
        if last > second and joined and (not page.is_word(last) or _ends_a_phrase(page, following)):
            stop = last
    dates = page.words.dates
    dated = page.text(start) in dates.MONTHS or page.text(start) in dates.WEEKDAYS
    following = page.token(stop)
    adjective = following.kind == "word" and following.text not in page.words.nouns.ENDS_PHRASE
    return page.raw_text(start, stop) if stop > start and not (dated or adjective) else None


def _end_of_name(page: Page, start: int, end: int) -> int:
    stop = start
    while stop < min(end, start + _PLACE) and _is_name(page, stop):
        stop += 1
    return stop


def _ends_a_phrase(page: Page, text: str) -> bool:
    return text in page.words.nouns.ENDS_PHRASE


def _is_name(page: Page, at: int) -> bool:
    if page.is_word(at):
        particle = page.text(at) in page.words.speech.NAME_PARTICLES
        return page.is_capitalised(at) or (particle and page.is_capitalised(at + 1))
    joins = page.text(at) in {"-", ".", "'"} and page.attached(at)
    return joins and page.attached(at + 1) and page.is_capitalised(at + 1)


def _name_before(page: Page, at: int, first: int) -> str | None:
    """Who speaks, right before "said": "Iraqi officials", "the US command", "Pompeo"."""
    stop = at
    while stop > first and page.text(stop - 1) in {"also", "has", "have", "had", "later"}:
        stop -= 1
    start = stop
    lowest = max(first, stop - _SPEAKER)
    speakers = page.words.speech.SPEAKERS
    while start > lowest and (
        _is_name(page, start - 1) or page.text(start - 1) in speakers or _joins(page, start - 1)
    ):
        start -= 1
    while start < stop and not page.is_word(start):
        start += 1
    if start == stop or (page.text(start) in page.words.speech.PRONOUNS):
        return None
    return page.raw_text(start, stop)


def _joins(page: Page, at: int) -> bool:
    """A hyphen, a dot or "of" within a name."""
    inner = page.text(at) in {"of", "for"} and page.is_capitalised(at + 1)
    return inner or (page.text(at) in {"-", ".", "'"} and page.attached(at))


def _name_after(page: Page, at: int, end: int, *, known: bool = False) -> str | None:
    """Who speaks, after "according to" or after "said"; known: only a name or a speaker's noun."""
    start = at
    while page.text(start) in {"the", "a", "an", "its", "their"}:
        start += 1
    stop = start
    while stop < min(end, start + _SPEAKER):
        token = page.token(stop)
        ends = token.kind in {"number", "break"} or (
            token.kind == "sign" and not _is_name(page, stop)
        )
        participle = stop > start and token.text.endswith("ed") and not _is_name(page, stop)
        ends = ends or participle
        if ends or token.text in page.words.nouns.ENDS_PHRASE - {"of", "for", "by"}:
            break
        if known and not (_is_name(page, stop) or token.text in page.words.speech.SPEAKERS):
            break
        stop += 1
    while stop > start and page.text(stop - 1) in {"of", "for", "by"}:
        stop -= 1
    return page.raw_text(start, stop) if stop > start else None
