"""What follows the number: unit, hedge, counted noun; and no second number unnoticed."""

from __future__ import annotations

from .amounts import amount_at
from .lexicon import PARTS, SCALE_SUFFIXES, SCALES
from .numeral import Numeral
from .parse import AFTER, BEFORE, VAGUE, Parse
from .quantity import WordingError
from .unit_words import noun_after, unit_after

_SEPARATORS = frozenset({",", "(", "/", "-", "to", "&", ";", "±"})
_JOINERS = frozenset({"and", "or", "but", "while", "plus", "versus", "vs"})
_COMPARED = frozenset(
    {"as", "more", "higher", "larger", "greater", "fewer", "less", "lower", "the"}
)


def read_tail(parse: Parse, at: int, number: Numeral | None = None) -> None:
    """Read the tokens from `at` on into `parse`; a WordingError where meaning would be lost."""
    at = _hedges_after(parse, at)
    end = _hedge_at_the_end(parse, at)
    if parse.unit is None:
        unit = unit_after(parse.tokens[:end], at)
        if unit is not None:
            parse.found_unit(unit[0])
            at = _hedges_after(parse, unit[1])
    if at < end:
        _refuse_comparison(parse, at, end)
        _refuse_broken_number(parse, at)
    noun = noun_after(parse.tokens[:end], at)
    if noun > at and (parse.unit is None or not parse.unit.continuous):
        parse.counted = parse.text[parse.tokens[at].start : parse.tokens[noun - 1].end]
        rate = unit_after(parse.tokens[:end], noun)
        if parse.unit is None and rate and rate[0].name.startswith("count per "):
            parse.found_unit(rate[0])
    _refuse_second_number(parse, at, end, number)


def _hedges_after(parse: Parse, at: int) -> int:
    while True:
        skipped = at + 1 if parse.word(at) in {",", "(", "-"} else at
        found = parse.phrase_at(skipped, AFTER)
        if found is None:
            return at
        if parse.word(found[1] - 1) in {"take", "less"} and amount_at(parse.tokens, found[1]):
            return at  # "give or take 200", "or less than 5" are more than a hedge
        parse.hedges.append(found[0])
        at = found[1] + 1 if parse.word(found[1]) == ")" else found[1]


def _hedge_at_the_end(parse: Parse, at: int) -> int:
    """ "5,000 troops or more": where the tail ends without such a hedge."""
    end = len(parse.tokens)
    while end > at and parse.word(end - 1) in {".", ",", ")", "”", '"', "’", "'"}:
        end -= 1
    for length in range(5, 1, -1):
        if end - length > at:
            phrase = " ".join(t.text for t in parse.tokens[end - length : end])
            if phrase in AFTER.table:
                parse.hedges.append(AFTER.table[phrase])
                return end - length
    return len(parse.tokens)


def _refuse_comparison(parse: Parse, at: int, end: int) -> None:
    """ "three times as many", "5,000 fewer than before": a difference, not a value."""
    times = parse.word(at) == "times" and parse.word(at + 1) in _COMPARED
    than = any(
        parse.word(i) in _COMPARED and parse.word(i + 1) == "than" for i in range(at, end - 1)
    )
    if times or than:
        raise WordingError(
            f"‘{parse.wording}’ compares two values and states neither; give each its own report"
        )


def _refuse_broken_number(parse: Parse, at: int) -> None:
    token = parse.tokens[at]
    letter = token.text in SCALE_SUFFIXES and at + 1 == len(parse.tokens)
    goes_on = letter or token.text in SCALES or token.text in PARTS or amount_at(parse.tokens, at)
    if token.kind == "number" or (goes_on and token.text not in {"a", "an"}):
        raise WordingError(
            f"‘{token.text}’ in ‘{parse.wording}’ is not a well-written number with what is "
            "before it"
        )


def _refuse_second_number(parse: Parse, at: int, end: int, number: Numeral | None) -> None:
    """A second number that is joined to the first would be lost: it is refused.

    One inside the phrase that follows ("troops of the 28 other nations") is left alone.
    """
    joined = False
    for i in range(at, end):
        word = parse.word(i)
        joined = joined or word in _JOINERS
        second = amount_at(parse.tokens, i) if word not in {"a", "an", "one"} else None
        if second is None and not parse.phrase_at(i, VAGUE):
            continue
        if i > 0 and parse.tokens[i].attached and parse.tokens[i - 1].text == "-":
            continue  # the 16 of "F-16s"
        directly = parse.word(_before_hedge(parse, i) - 1) in _SEPARATORS
        same = second is not None and number is not None
        if same and second.numeral.amount == number.amount:
            continue  # "5,000 (five thousand)"
        if joined or directly:
            raise WordingError(
                f"‘{parse.wording}’ states more than one number; give each its own report"
            )


def _before_hedge(parse: Parse, at: int) -> int:
    """Where the hedge that ends right before tokens[at] begins; `at` where there is none."""
    for length in range(4, 0, -1):
        if at >= length:
            found = parse.phrase_at(at - length, BEFORE)
            if found and found[1] == at:
                return at - length
    return at
