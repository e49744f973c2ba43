"""Two numbers in one wording: "between A and B", "A–B", "A ± B", "more than A but under B"."""

from __future__ import annotations

from dataclasses import replace

from . import hedges
from .amounts import Amount, amount_at
from .interval import Interval, plain
from .parse import BEFORE, Parse
from .quantity import Quantity, WordingError
from .tail import read_tail

CONNECTORS = frozenset({"-", "to", "and", "or"})
_BUT = frozenset({"but", "and", "yet", ","})


def starts_range(parse: Parse, at: int) -> bool:
    """ "between" or "from" with a number after it, perhaps an approximate one."""
    if parse.word(at) not in {"between", "from"}:
        return False
    return amount_at(parse.tokens, _past_about(parse, at + 1)) is not None


def _past_about(parse: Parse, at: int) -> int:
    hedge = parse.phrase_at(at, BEFORE)
    return hedge[1] if hedge and hedge[0] == "about" else at


def read_range(parse: Parse, at: int) -> Quantity:
    """A range whose first number, or the hedge before it, stands at tokens[at]."""
    first, second = _two_ends(parse, at)
    a, b = first.numeral, second.numeral
    if a.amount > b.amount:
        raise WordingError(
            f"‘{parse.wording}’ runs from {plain(a.amount)} down to {plain(b.amount)}; "
            "a range names the smaller value first"
        )
    read_tail(parse, second.end)
    odd = sorted(set(parse.hedges) - {"about", "bare"})
    if odd:
        raise WordingError(f"‘{parse.wording}’ has both a range and ‘{odd[0]}’; give one")
    discrete = parse.is_discrete(a.amount, b.amount)
    approx = "about" in parse.hedges or (a.approx and b.approx)
    pair = hedges.between((a.amount, a.place), (b.amount, b.place), discrete, hedged=approx)
    return parse.made("between", None, discrete, pair)


def _two_ends(parse: Parse, at: int) -> tuple[Amount, Amount]:
    first = _one_end(parse, at)
    if first is None or parse.word(first.end) not in CONNECTORS:
        raise WordingError(f"‘{parse.wording}’ has no second number for its range")
    end = first.end + 1
    if parse.word(end) == "up" and parse.word(end + 1) == "to":
        end += 2
    second = _one_end(parse, end)
    if second is None:
        raise WordingError(f"a range in ‘{parse.wording}’ lacks its second number")
    return complete(first, second), second


def _one_end(parse: Parse, at: int) -> Amount | None:
    past = _past_about(parse, at)
    if past > at:
        parse.hedges.append("about")
    end = amount_at(parse.tokens, past)
    if end is not None:
        parse.found_unit(end.unit)
        up_to = parse.word(end.end) == "up" and parse.word(end.end + 1) == "to"
        return replace(end, end=end.end + 1) if up_to else end
    return None


def complete(first: Amount, second: Amount) -> Amount:
    """The first number with the scale that only the second states: "5 to 6 million"."""
    scaled = second.numeral
    if first.numeral.scale > 1 or scaled.mantissa is None or scaled.scale == 1:
        return first
    if first.numeral.amount >= 10 * scaled.mantissa or first.numeral.amount >= 1000:
        return first
    return replace(first, numeral=first.numeral.times(scaled.scale, first.numeral.end))


def plus_minus(parse: Parse, first: Amount, at: int) -> Quantity:
    """ "5,000 ± 200"; `at` is where the second number begins."""
    error = amount_at(parse.tokens, at)
    if error is None:
        raise WordingError(f"‘{parse.wording}’ has no number after ±")
    parse.found_unit(first.unit)
    parse.found_unit(error.unit)
    read_tail(parse, error.end)
    number, margin = first.numeral.amount, error.numeral.amount
    both = Interval(number - margin, number + margin)
    return parse.made("plus-minus", number, parse.is_discrete(number, margin), (both, both))


def error_after(parse: Parse, at: int) -> int | None:
    """Where the margin of "± 200", "+/- 200" or "give or take 200" begins; None for none."""
    at = at + 1 if parse.word(at) == "," else at
    if parse.word(at) == "±":
        return at + 1
    words = [parse.word(at + step) for step in range(3)]
    known = words in (["+", "/", "-"], ["give", "or", "take"], ["plus", "or", "minus"])
    return at + 3 if known and amount_at(parse.tokens, at + 3) else None


def two_bounds(parse: Parse, first: Amount) -> Quantity | None:
    """ "more than 4,000 but fewer than 5,000": both bounds at once; None where there is one."""
    if len(parse.hedges) != 1 or parse.word(first.end) not in _BUT:
        return None
    hedge = parse.phrase_at(first.end + 1, BEFORE)
    second = amount_at(parse.tokens, hedge[1]) if hedge else None
    if hedge is None or second is None:
        return None
    low, high = (parse.hedges[0], first), (hedge[0], second)
    if low[0] in hedges.UPPER_BOUNDS:
        low, high = high, low
    if low[0] not in hedges.LOWER_BOUNDS or high[0] not in hedges.UPPER_BOUNDS:
        return None
    parse.found_unit(first.unit)
    parse.found_unit(second.unit)
    read_tail(parse, second.end)
    a, b = low[1], high[1]
    if a.end < b.end:
        a = complete(a, b)
    discrete = parse.is_discrete(a.numeral.amount, b.numeral.amount)
    above = hedges.HEDGES[low[0]](a.numeral.amount, a.numeral.place, discrete)
    below = hedges.HEDGES[high[0]](b.numeral.amount, b.numeral.place, discrete)
    reading, accept = (
        Interval(x.low, y.high, x.low_closed, y.high_closed)
        for x, y in zip(above, below, strict=True)
    )
    return parse.made("between", None, discrete, (reading, accept))
