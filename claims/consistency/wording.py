"""The grammar of quantities in words: from "approximately 5,000" to a Quantity.

It reads one wording, not a page of text. What it cannot read it refuses with the reason; it
never drops a word that might change the meaning. Words are in `lexicon.py`, meanings in
`hedges.py`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from . import hedges, lexicon
from .interval import Interval, plain
from .not_a_quantity import why_not, without_footnote_marks
from .numerals import Numeral, read_numeral
from .quantity import Quantity, WordingError, from_intervals, unknown
from .tail import counted_noun, unit_after, unit_at
from .tokens import Token, simplify, tokenize
from .units import Unit, canonical_unit

MAX_LENGTH = 300


class NotAQuantityError(WordingError):
    """The wording is an ordinal, a name, a date … `kind` says which."""

    def __init__(self, wording: str, kind: str) -> None:
        super().__init__(f"‘{wording}’ is {_article(kind)}, not a quantity")
        self.kind = kind


class ChangeError(WordingError):
    """The wording states a change, "from A to B": two dated values, `before` and `after`."""

    def __init__(self, wording: str, before: Quantity, after: Quantity) -> None:
        super().__init__(
            f"‘{wording}’ states a change: give ‘{before.wording}’ and ‘{after.wording}’ "
            "as two reports, each with its own date"
        )
        self.before = before
        self.after = after


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


@dataclass
class _Parse:
    """What has been read so far of one wording."""

    wording: str
    text: str
    tokens: list[Token]
    discrete: bool | None
    given_unit: Unit | None
    hedges: list[str]
    unit: Unit | None = None
    counted: str | None = None

    def word(self, at: int) -> str:
        return self.tokens[at].text if at < len(self.tokens) else ""


def read_quantity(text: str, *, discrete: bool | None = None, unit: str | None = None) -> Quantity:
    """Read one wording.

    text      "approximately 5,000", "$5.2 million", "63 percent", "between 10 and 20 km"
    discrete  True for a count, False for a continuous value; None: judged by unit and digits
    unit      the unit where the wording states none; it may not contradict the wording

    Raises WordingError (NotAQuantityError, ChangeError) with a plain sentence.
    """
    parse = _begin(text, discrete, unit)
    kind = why_not(parse.tokens)
    if kind:
        raise NotAQuantityError(parse.wording, kind)
    if not _has_number(parse.tokens):
        folded = parse.text.casefold()
        if any(phrase in folded for phrase in lexicon.UNKNOWN_PHRASES):
            return unknown(parse.wording, parse.given_unit.name if parse.given_unit else None)
    _refuse_change(parse)
    return _read(parse)


def _begin(text: str, discrete: bool | None, unit: str | None) -> _Parse:
    if not isinstance(text, str):
        raise WordingError(f"a wording is text, not {type(text).__name__}")
    if len(text) > MAX_LENGTH:
        raise WordingError(f"a wording has at most {MAX_LENGTH} characters, this has {len(text)}")
    wording = " ".join(text.split())
    simple = simplify(text)
    tokens = tokenize(without_footnote_marks(simple))
    if not tokens:
        if simple:
            raise NotAQuantityError(wording, "footnote mark")
        raise WordingError("an empty wording states no quantity")
    simple = without_footnote_marks(simple)
    return _Parse(wording, simple, tokens, discrete, canonical_unit(unit), [])


def _has_number(tokens: list[Token]) -> bool:
    return any(read_numeral(tokens, i) is not None for i in range(len(tokens)))


def _phrase_at(tokens: list[Token], at: int, table: dict) -> tuple[object, int] | None:
    """The longest phrase of `table` that stands at tokens[at]: its value and where it ends."""
    for length in range(min(5, len(tokens) - at), 0, -1):
        phrase = " ".join(t.text for t in tokens[at : at + length])
        if phrase in table:
            return table[phrase], at + length
    return None


def _read(parse: _Parse) -> Quantity:
    at, tokens = 0, parse.tokens
    while at < len(tokens):
        if parse.word(at) in {"between", "from"} and _starts_number(parse, at + 1):
            return _range(parse, at + 1)
        unit = unit_at(tokens, at)
        if unit is not None:
            parse.unit, at = unit
            continue
        hedge = _phrase_at(tokens, at, lexicon.BEFORE)
        if hedge and hedge[1] < len(tokens):
            parse.hedges.append(str(hedge[0]))
            at = hedge[1]
            continue
        for table, read in ((lexicon.VAGUE, _vague), (lexicon.FEW, _few)):
            found = _phrase_at(tokens, at, table)
            if found:
                return read(parse, *found)
        if _starts_number(parse, at):
            return _number_or_range(parse, at)
        token = tokens[at]
        if token.text in lexicon.NEUTRAL or (token.kind == "sign" and token.text in ',.:;()"“”‘’'):
            at += 1
            continue
        _refuse_word(parse, at)
    raise WordingError(f"no number was found in ‘{parse.wording}’")


def _refuse_word(parse: _Parse, at: int) -> None:
    token = parse.tokens[at]
    if token.kind == "number":
        raise WordingError(f"‘{token.text}’ in ‘{parse.wording}’ is not a well-written number")
    if token.text == "-":
        following = parse.word(at + 1)
        raise WordingError(f"‘-{following}’: negative values are not quantities of this database")
    raise WordingError(
        f"‘{token.text}’ before the number in ‘{parse.wording}’ is not known as a hedge; "
        "give the number with a hedge such as about, nearly, more than, at least, up to"
    )


def _starts_number(parse: _Parse, at: int) -> bool:
    unit = unit_at(parse.tokens, at)
    return read_numeral(parse.tokens, unit[1] if unit else at) is not None


def _number_or_range(parse: _Parse, at: int) -> Quantity:
    first = read_numeral(parse.tokens, at)
    assert first is not None
    end = _unit_between(parse, first.end)
    connector = parse.word(end)
    if connector == "±" or (connector == "+" and parse.word(end + 1) == "/"):
        return _plus_minus(parse, first, end + (1 if connector == "±" else 3))
    if connector in {"-", "to", "or"} and _starts_number(parse, end + 1):
        return _range(parse, at)
    return _single(parse, first)


def _unit_between(parse: _Parse, at: int) -> int:
    """Step over a unit that stands between the first number and the connector."""
    unit = unit_after(parse.tokens, at)
    if unit is None or parse.word(unit[1]) not in {"-", "to", "and", "or", "±"}:
        return at
    parse.unit = unit[0]
    return unit[1]


def _single(parse: _Parse, number: Numeral) -> Quantity:
    _tail(parse, number.end)
    hedge, softened = _one_hedge(parse, number.approx)
    discrete = _discrete(parse, number.amount)
    if softened:
        pair = hedges.softened(hedge, number.amount, number.place, discrete)
    else:
        pair = hedges.HEDGES[hedge](number.amount, number.place, discrete)
    return _made(parse, hedge, number.amount, discrete, pair)


def _range(parse: _Parse, at: int) -> Quantity:
    first, second = _two_numbers(parse, at)
    if first.amount > second.amount:
        raise WordingError(
            f"‘{parse.wording}’ runs from {plain(first.amount)} down to {plain(second.amount)}; "
            "a range names the smaller value first"
        )
    _tail(parse, second.end)
    odd = set(parse.hedges) - {"about", "bare"}
    if odd:
        raise WordingError(f"‘{parse.wording}’ has both a range and ‘{odd.pop()}’; give one")
    discrete = _discrete(parse, first.amount, second.amount)
    pair = hedges.between(
        (first.amount, first.place),
        (second.amount, second.place),
        discrete,
        hedged="about" in parse.hedges,
    )
    return _made(parse, "between", None, discrete, pair)


def _two_numbers(parse: _Parse, at: int) -> tuple[Numeral, Numeral]:
    """The two ends of a range that starts at tokens[at], "5 to 6 million" completed."""
    first, end = _end_of_range(parse, at)
    end = _unit_between(parse, end)
    if parse.word(end) not in {"-", "to", "and", "or"}:
        raise WordingError(f"‘{parse.wording}’ has no second number after ‘{plain(first.amount)}’")
    second, _ = _end_of_range(parse, end + 1)
    shorter = first.scale == 1 and second.scale > 1 and second.mantissa is not None
    if shorter and first.amount < second.mantissa:
        first = replace(first.times(second.scale), end=first.end)
    return first, second


def _end_of_range(parse: _Parse, at: int) -> tuple[Numeral, int]:
    hedge = _phrase_at(parse.tokens, at, lexicon.BEFORE)
    if hedge and hedge[0] == "about":
        parse.hedges.append("about")
        at = hedge[1]
    unit = unit_at(parse.tokens, at)
    if unit is not None:
        parse.unit, at = unit
    number = read_numeral(parse.tokens, at)
    if number is None:
        raise WordingError(f"a range in ‘{parse.wording}’ lacks its second number")
    return number, number.end


def _plus_minus(parse: _Parse, number: Numeral, at: int) -> Quantity:
    error = read_numeral(parse.tokens, at)
    if error is None:
        raise WordingError(f"‘{parse.wording}’ has no number after ±")
    _tail(parse, error.end)
    both = Interval(number.amount - error.amount, number.amount + error.amount)
    discrete = _discrete(parse, number.amount, error.amount)
    return _made(parse, "plus-minus", number.amount, discrete, (both, both))


def _vague(parse: _Parse, meaning: object, at: int) -> Quantity:
    reading, accept = meaning  # type: ignore[misc]
    return _between_bounds(parse, "vague", at, reading, accept)


def _few(parse: _Parse, least: object, at: int) -> Quantity:
    """ "several", and with a scale "several hundred": at least so many of them."""
    scale, most = 1, None
    word = parse.word(at).removesuffix("s") if parse.word(at) != "s" else ""
    if word in lexicon.SCALES or word == "dozen":
        scale = lexicon.SCALES.get(word) or lexicon.GROUPS[word]
        most = 10 * scale - 1 if word != "dozen" else 99
        at += 1
    low = int(str(least)) * scale
    return _between_bounds(parse, "several", at, (low, most), (low, most))


def _between_bounds(
    parse: _Parse,
    hedge: str,
    at: int,
    reading: tuple[int, int | None],
    accept: tuple[int, int | None],
) -> Quantity:
    """Vague words, cut by a bound before or after them ("at least several hundred")."""
    _tail(parse, at)
    bounds = set(parse.hedges)
    if bounds & hedges.LOWER_BOUNDS:
        reading, accept = (reading[0], None), (accept[0], None)
    elif bounds & hedges.UPPER_BOUNDS:
        reading, accept = (0, reading[1]), (0, accept[1])
    says, tolerates = (
        Interval(Decimal(low), None if high is None else Decimal(high))
        for low, high in (reading, accept)
    )
    return _made(parse, hedge, None, _discrete(parse), (says, tolerates))


def _tail(parse: _Parse, at: int) -> None:
    """Unit, counted noun and trailing hedge after the last number."""
    end = len(parse.tokens)
    while at < end:
        found = _phrase_at(parse.tokens, at, lexicon.AFTER)
        if found and parse.word(at) == "-":
            found = None
        if not found:
            break
        parse.hedges.append(str(found[0]))
        at = found[1]
    if parse.word(at) == "-" and parse.word(at + 1) in {"odd", "plus"}:
        parse.hedges.append(lexicon.AFTER[parse.word(at + 1)])
        at += 2
    end = _hedge_at_the_end(parse, at, end)
    unit = unit_after(parse.tokens, at)
    if unit is not None:
        parse.unit, at = unit
        found = _phrase_at(parse.tokens, at, lexicon.AFTER)
        if found:
            parse.hedges.append(str(found[0]))
            at = found[1]
    _refuse_second_number(parse, at, end)
    if parse.unit is None or not parse.unit.continuous:
        parse.counted = counted_noun(parse.text, parse.tokens[at:end])


def _hedge_at_the_end(parse: _Parse, at: int, end: int) -> int:
    for length in range(5, 1, -1):
        if end - length > at:
            phrase = " ".join(t.text for t in parse.tokens[end - length : end])
            if phrase in lexicon.AFTER:
                parse.hedges.append(lexicon.AFTER[phrase])
                return end - length
    return end


def _refuse_second_number(parse: _Parse, at: int, end: int) -> None:
    for i in range(at, end):
        joins = parse.word(i - 1) in {"and", "or", ",", "plus", "&"} and i > at
        if joins and parse.tokens[i].kind == "number":
            raise WordingError(
                f"‘{parse.wording}’ states more than one number; give each its own report"
            )


def _one_hedge(parse: _Parse, approx: bool) -> tuple[str, bool]:
    """The hedge that all the words together amount to, and whether its number is approximate."""
    named = list(dict.fromkeys(parse.hedges))
    strong = [h for h in named if h not in {"about", "bare"}]
    soft = "about" in named
    if not strong:
        return ("about" if soft or approx else "bare"), False
    if len(strong) > 1:
        raise WordingError(
            f"‘{parse.wording}’ has hedges that do not go together: {', '.join(strong)}"
        )
    bound = strong[0] in hedges.LOWER_BOUNDS | hedges.UPPER_BOUNDS
    return strong[0], soft and bound


def _discrete(parse: _Parse, *amounts: Decimal) -> bool:
    unit = parse.unit or parse.given_unit
    whole = all(amount == amount.to_integral_value() for amount in amounts)
    if parse.discrete:
        if not whole:
            raise WordingError(f"‘{parse.wording}’ is not a whole number, so it is not a count")
        return True
    if parse.discrete is False:
        return False
    return whole and not (unit and unit.continuous)


def _made(
    parse: _Parse,
    hedge: str,
    amount: Decimal | None,
    discrete: bool,
    pair: tuple[Interval, Interval],
) -> Quantity:
    unit, given = parse.unit, parse.given_unit
    if unit and given and unit.dimension != given.dimension:
        raise WordingError(
            f"‘{parse.wording}’ is in {unit.name}, but its unit was given as {given.name}"
        )
    chosen = unit or given
    return from_intervals(
        wording=parse.wording,
        hedge=hedge,
        amount=amount,
        unit=chosen.name if chosen else None,
        discrete=discrete,
        pair=pair,
        counted=parse.counted,
    )


def _refuse_change(parse: _Parse) -> None:
    """ "reduced from A to B", "rose to B from A": two values, never a range."""
    tokens = parse.tokens
    words = [t.text for t in tokens]
    if "from" not in words or "to" not in words:
        return
    after_from = words.index("from") + 1
    after_to = next((i + 1 for i, w in enumerate(words) if w == "to" and i + 1 < len(words)), 0)
    verb = any(w in lexicon.CHANGE_VERBS for w in words)
    if not (_starts_number(parse, after_from) and _starts_number(parse, after_to)):
        return
    before, after = _value_at(parse, after_from), _value_at(parse, after_to)
    before = before if before.unit else replace(before, unit=after.unit)
    falls = before.amount is not None and after.amount is not None and before.amount > after.amount
    if verb or falls:
        raise ChangeError(parse.wording, before, after)


def _value_at(parse: _Parse, at: int) -> Quantity:
    """The bare value that begins at tokens[at], for a change's two ends."""
    own = replace(parse, hedges=[], unit=None)
    unit = unit_at(own.tokens, at)
    start = unit[1] if unit else at
    number = read_numeral(own.tokens, start)
    assert number is not None
    stated = unit_after(own.tokens, number.end)
    own.unit = unit[0] if unit else (stated[0] if stated else None)
    own.wording = own.text[own.tokens[at].start : own.tokens[number.end - 1].end]
    discrete = _discrete(own, number.amount)
    pair = hedges.bare(number.amount, number.place, discrete)
    return _made(own, "bare", number.amount, discrete, pair)
