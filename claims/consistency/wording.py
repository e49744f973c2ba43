"""The grammar of quantities in words: from "approximately 5,000" to a Quantity.

It reads one wording, not a page of text. What it cannot read it refuses with the reason; it
never drops a word that might change the meaning. Words are in `lexicon`, meanings in
`hedges.py`.
"""

from __future__ import annotations

from functools import lru_cache

from . import hedges, lexicon
from .amounts import Amount, amount_at, has_amount
from .changes import ChangeError, refuse_change
from .dates_within import without_dates
from .not_a_quantity import why_not, without_footnote_marks
from .parse import BEFORE, FEW, VAGUE, Parse
from .quantity import Quantity, WordingError, unknown
from .ranges import (
    CONNECTORS,
    error_after,
    plus_minus,
    read_range,
    starts_range,
    two_bounds,
)
from .tail import read_tail
from .tokens import Token, simplify, tokenize
from .unit_words import currency_at
from .units import canonical_unit
from .vague import read_none, read_vague

__all__ = ["MAX_LENGTH", "ChangeError", "NotAQuantityError", "read_quantity"]

MAX_LENGTH = 300
_BEGIN_AN_UNKNOWN = frozenset(phrase.split()[0] for phrase in lexicon.UNKNOWN_PHRASES)


class NotAQuantityError(WordingError):
    """The wording is an ordinal, a name, a date … `kind` says which."""

    def __init__(self, wording: str, kind: str) -> None:
        article = "an" if kind[0] in "aeiou" else "a"
        super().__init__(f"‘{wording}’ is {article} {kind}, not a quantity")
        self.kind = kind


def read_quantity(text: str, *, discrete: bool | None = None, unit: str | None = None) -> Quantity:
    """Read one wording.

    text      "approximately 5,000", "$5.2 million", "63 percent", "between 10 and 20 km"
    discrete  True for a count, False for a continuous value; None: judged by unit and digits
    unit      the unit where the wording states none; it may not contradict the wording

    Raises WordingError (NotAQuantityError, ChangeError) with a plain sentence.
    """
    if not isinstance(text, str):
        raise WordingError(f"a wording is text, not {type(text).__name__}")
    if len(text) > MAX_LENGTH:
        raise WordingError(f"a wording has at most {MAX_LENGTH} characters, this has {len(text)}")
    return _read_once(text, discrete, unit)


@lru_cache(maxsize=4096)
def _read_once(text: str, discrete: bool | None, unit: str | None) -> Quantity:
    wording = " ".join(text.split())
    simple = simplify(text)
    bare = without_footnote_marks(simple)
    tokens, dated = without_dates(tokenize(bare))
    parse = Parse(wording, bare, tokens, discrete, canonical_unit(unit), [])
    if not tokens:
        raise _nothing_left(wording, simple, dated)
    if _says_unknown(parse):
        return unknown(wording, parse.given_unit.name if parse.given_unit else None)
    nothing = read_none(parse)
    if nothing is not None:
        return nothing
    kind = why_not(tokens)
    if kind is None and dated and not _has_number(parse):
        kind = "date"
    if kind:
        raise NotAQuantityError(wording, kind)
    refuse_change(parse, _read)
    return _read(parse)


def _nothing_left(wording: str, simple: str, dated: bool) -> WordingError:
    if dated:
        return NotAQuantityError(wording, "date")
    if simple:
        return NotAQuantityError(wording, "footnote mark")
    return WordingError("an empty wording states no quantity")


def _has_number(parse: Parse) -> bool:
    tables = (VAGUE, FEW)
    return has_amount(parse.tokens) or any(
        parse.phrase_at(i, table) for i in range(len(parse.tokens)) for table in tables
    )


def _says_unknown(parse: Parse) -> bool:
    """An explicit unknown: with no number, or with what was asked for named after it."""
    if _BEGIN_AN_UNKNOWN.isdisjoint(token.text for token in parse.tokens):
        return False
    words = " ".join(t.text for t in parse.tokens)
    ends = [words.find(p) + len(p) for p in lexicon.UNKNOWN_PHRASES if _has_words(words, p)]
    if not ends:
        return False
    rest = words[min(ends) :]
    asked = any(_has_words(rest, phrase) for phrase in lexicon.ASKED_FOR)
    return asked or not has_amount(parse.tokens)


def _has_words(words: str, phrase: str) -> bool:
    return f" {phrase} " in f" {words} "


def _read(parse: Parse) -> Quantity:
    """Step over neutral words, gather hedges, and read the first number."""
    at, tokens = 0, parse.tokens
    while at < len(tokens):
        if starts_range(parse, at):
            return read_range(parse, at + 1)
        hedge = parse.phrase_at(at, BEFORE)
        if hedge and hedge[1] < len(tokens):
            parse.hedges.append(hedge[0])
            at = hedge[1]
            continue
        vague = read_vague(parse, at)
        if vague is not None:
            return vague
        amount = amount_at(tokens, at)
        if amount is not None:
            return _amount_or_range(parse, at, amount)
        currency = currency_at(tokens, at)
        if currency:
            parse.found_unit(currency[0])
            at = currency[1]
        elif tokens[at].text in lexicon.CHANGE_VERBS and parse.word(at + 1) == "to":
            at += 2
        elif _is_neutral(tokens[at]):
            at += 1
        else:
            raise _unreadable(parse, at)
    raise WordingError(f"no number was found in ‘{parse.wording}’")


def _is_neutral(token: Token) -> bool:
    return token.text in lexicon.NEUTRAL or (token.kind == "sign" and token.text in ",.:;()\"“”‘’'")


def _unreadable(parse: Parse, at: int) -> WordingError:
    token = parse.tokens[at]
    if token.kind == "number":
        return WordingError(f"‘{token.text}’ in ‘{parse.wording}’ is not a well-written number")
    if token.text == "-":
        return WordingError(
            f"‘-{parse.word(at + 1)}’: negative values are not quantities of this database"
        )
    if token.text in lexicon.CHANGE_VERBS:
        return WordingError(
            f"‘{parse.wording}’ states a change or a difference; give the values before and "
            "after it as reports, each with its own date"
        )
    return WordingError(
        f"‘{token.text}’ before the number in ‘{parse.wording}’ is not known as a hedge; "
        "give the number with a hedge such as about, nearly, more than, at least, up to"
    )


def _amount_or_range(parse: Parse, at: int, amount: Amount) -> Quantity:
    margin = error_after(parse, amount.end)
    if margin is not None:
        return plus_minus(parse, amount, margin)
    connector = parse.word(amount.end)
    if connector in CONNECTORS - {"and"} and amount_at(parse.tokens, amount.end + 1):
        return read_range(parse, at)
    return two_bounds(parse, amount) or _single(parse, amount)


def _single(parse: Parse, amount: Amount) -> Quantity:
    number = amount.numeral
    parse.found_unit(amount.unit)
    read_tail(parse, amount.end, number)
    hedge, softened = parse.one_hedge(approx=number.approx)
    discrete = parse.is_discrete(number.amount)
    if softened:
        pair = hedges.softened(hedge, number.amount, number.place, discrete)
    else:
        pair = hedges.HEDGES[hedge](number.amount, number.place, discrete)
    return parse.made(hedge, number.amount, discrete, pair)
