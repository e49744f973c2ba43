"""Words that give bounds without a number: dozens, several hundred, none at all."""

from __future__ import annotations

from decimal import Decimal

from . import hedges
from .interval import Interval
from .lexicon import GROUPS, NONE_AT_ALL, SCALES
from .numeral import scale_at
from .parse import FEW, VAGUE, Parse
from .quantity import Quantity
from .tail import read_tail
from .units import PERSONS

Bounds = tuple[int, int | None]
_LONGEST_NONE = 4


def read_vague(parse: Parse, at: int) -> Quantity | None:
    """ "dozens of people", "a few thousand"; None where tokens[at] begins no such words."""
    found = parse.phrase_at(at, VAGUE)
    if found:
        (reading, accept), end = found
        return _between(parse, "vague", end, reading, accept)
    found = parse.phrase_at(at, FEW)
    return _few(parse, *found) if found else None


def _few(parse: Parse, least: int, at: int) -> Quantity:
    """ "several", and with a scale "several hundred": at least so many, under ten of them."""
    plural = parse.word(at).removesuffix("s")
    if parse.word(at) != plural and (plural in SCALES or plural in GROUPS):
        scale, end = SCALES.get(plural) or GROUPS[plural], at + 1
    else:
        scale, end = scale_at(parse.tokens, at)
    most = None if scale == 1 else (99 if scale == GROUPS["dozen"] else 10 * scale - 1)
    bounds = (least * scale, most)
    return _between(parse, "several", end, bounds, bounds)


def _between(parse: Parse, hedge: str, at: int, reading: Bounds, accept: Bounds) -> Quantity:
    """Vague words, cut by a bound before or after them ("at least several hundred")."""
    read_tail(parse, at)
    bounds = set(parse.hedges)
    if bounds & (hedges.LOWER_BOUNDS | {"just-over"}):
        reading, accept = (reading[0], None), (accept[0], None)
    elif bounds & (hedges.UPPER_BOUNDS | {"nearly"}):
        reading, accept = (0, reading[1]), (0, accept[1])
    says, tolerates = (
        Interval(Decimal(low), None if high is None else Decimal(high))
        for low, high in (reading, accept)
    )
    return parse.made(hedge, None, parse.is_discrete(), (says, tolerates))


def read_none(parse: Parse) -> Quantity | None:
    """ "none", "no troops", "nobody": the count 0; None where the wording says no such thing."""
    words = [t.text for t in parse.tokens]
    if len(words) > _LONGEST_NONE or not words:
        return None
    said = (
        words[0] in NONE_AT_ALL
        or words[:2] == ["no", "one"]
        or (words[0] == "no" and words[-1] in PERSONS)
    )
    if not said:
        return None
    zero = Interval.point(Decimal(0))
    return parse.made("bare", Decimal(0), parse.is_discrete(), (zero, zero))
