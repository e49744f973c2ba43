"""What stands around a number: its unit, and the noun that is counted."""

from __future__ import annotations

from .tokens import Token
from .units import CURRENCIES, MEASURE_SPELLINGS, Unit, canonical_unit

_ENDS_A_NOUN_PHRASE = frozenset(
    """in of at on by from for with to into as since during under over and or but who whom that
    which whose were was is are be been have has had will would could can may remain remains
    remained who's between after before until than per while when where because despite through
    among within across against""".split()
)
_CURRENCY_SIGNS = frozenset("$€£¥₹₪₽₴₺")


def unit_at(tokens: list[Token], at: int) -> tuple[Unit, int] | None:
    """A currency that stands before a number: "$", "US$", "USD"."""
    if at >= len(tokens):
        return None
    token = tokens[at]
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
    """A measure or currency that stands after a number: "%", "percent", "km", "US dollars"."""
    for length in (3, 2, 1):
        words = tokens[at : at + length]
        if len(words) < length:
            continue
        spelling = " ".join(w.text for w in words)
        if length == 1 and spelling == "-":
            return None
        if spelling in MEASURE_SPELLINGS or spelling in CURRENCIES:
            unit = canonical_unit(spelling)
            return (unit, at + length) if unit else None
    hyphen = at < len(tokens) and tokens[at].text == "-" and tokens[at].attached
    return unit_after(tokens, at + 1) if hyphen and at + 1 < len(tokens) else None


def counted_noun(text: str, tokens: list[Token]) -> str | None:
    """The noun phrase at the head of `tokens`, as it stands in `text`; None if there is none."""
    end = 0
    for token in tokens:
        if token.text in _ENDS_A_NOUN_PHRASE or token.text in ',.;:()[]"“”':
            break
        end += 1
    while end and tokens[end - 1].kind != "word":
        end -= 1
    if not end or tokens[0].kind != "word":
        return None
    return text[tokens[0].start : tokens[end - 1].end]
