"""Units as they stand in a wording: before a number, after it, and the noun that is counted."""

from __future__ import annotations

from itertools import pairwise

from .lexicon import NOT_NOUNS, ONES
from .numeral import word_at
from .tokens import Token
from .units import COUNT, CURRENCIES, MEASURE_SPELLINGS, Unit, canonical_unit

ENDS_A_NOUN_PHRASE = frozenset(
    """in of at on by from for with to into as since during under over and or but who whom that
    which whose were was is are be been have has had will would could can may remain remains
    remained who's between after before until than per while when where because despite through
    among within across against out each every a an the""".split()
)
_CURRENCY_SIGNS = frozenset("$€£¥₹₪₽₴₺")
_MARKS = {word: str(ONES[word]) for word in ONES if 2 <= ONES[word] <= 10} | {
    str(best): str(best) for best in (*range(2, 11), 20, 100)
}
_NOT_A_RATE = frozenset({"ago", "later", "earlier", "before", "after", "since", "old"})


def currency_at(tokens: list[Token], at: int) -> tuple[Unit, int] | None:
    """A currency that stands before a number: "$", "US$", "USD"; and where it ends."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or token.kind == "number":
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.attached and following.text in _CURRENCY_SIGNS:
        combined = CURRENCIES.get(token.text + following.text)
        if combined:
            return combined, at + 2
    if token.text in _CURRENCY_SIGNS:
        return CURRENCIES[token.text], at + 1
    code = len(token.text) == 3 and CURRENCIES.get(token.text)
    return (code, at + 1) if code and following else None


def unit_after(tokens: list[Token], at: int) -> tuple[Unit, int] | None:
    """What a number is in: "%", "US dollars", "km/h", "out of 10", "a year"; and where it ends."""
    found = _measure(tokens, at)
    unit, end = found if found else (None, at)
    span = _rate_span(tokens, end)
    if span is None:
        return found or _mark(tokens, at)
    return canonical_unit(f"{unit.name if unit else COUNT.name} per {span[0]}"), span[1]


def _measure(tokens: list[Token], at: int) -> tuple[Unit, int] | None:
    """The longest measure or currency that is spelt from tokens[at] on."""
    for length in range(min(3, len(tokens) - at), 0, -1):
        spelling = _spelling(tokens[at : at + length])
        if spelling in MEASURE_SPELLINGS or spelling in CURRENCIES:
            unit = canonical_unit(spelling)
            return (unit, at + length) if unit else None
    return None


def _spelling(tokens: list[Token]) -> str:
    """The tokens as written: signs run into words stay so ("km/h")."""
    parts = [tokens[0].text]
    for before, token in pairwise(tokens):
        close = token.attached and "sign" in {before.kind, token.kind}
        parts.append(token.text if close else f" {token.text}")
    return "".join(parts)


def _rate_span(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """The "year" of "per year", "a year", "each year", "/year"; and where it ends."""
    word = word_at(tokens, at)
    span = word_at(tokens, at + 1)
    if word == "per" and tokens[at + 1 : at + 2] and tokens[at + 1].kind == "word":
        return span, at + 2
    unit = canonical_unit(span) if span and word in {"a", "an", "each", "every", "/"} else None
    timed = unit is not None and unit.dimension in {"time", "months"}
    if timed and word_at(tokens, at + 2) not in _NOT_A_RATE:
        return span, at + 2
    return None


def _mark(tokens: list[Token], at: int) -> tuple[Unit, int] | None:
    """ "out of 10" and "/10", for a mark; "41 out of 329" is a count of 41."""
    words = [word_at(tokens, at + step) for step in range(3)]
    if words[:2] == ["out", "of"] and words[2] in _MARKS:
        end, best = at + 3, words[2]
    elif words[0] == "/" and words[1] in _MARKS and tokens[at].attached:
        end, best = at + 2, words[1]
    else:
        return None
    unit = canonical_unit(f"out of {_MARKS[best]}")
    return (unit, end) if unit else None


def noun_after(tokens: list[Token], at: int) -> int:
    """Where the noun phrase that begins at tokens[at] ends; `at` itself where there is none."""
    if at >= len(tokens) or tokens[at].kind != "word":
        return at
    end = at
    while end < len(tokens) and tokens[end].text not in ENDS_A_NOUN_PHRASE:
        if tokens[end].text in ',.;:()[]"“”/':
            break
        end += 1
    while end > at and tokens[end - 1].kind != "word":
        end -= 1
    return at if all(t.text in NOT_NOUNS for t in tokens[at:end]) else end
