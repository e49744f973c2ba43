"""Changes: "reduced from A to B", "rose to B from A" are two dated values, never a range."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .amounts import amount_at
from .lexicon import CHANGE_VERBS
from .parse import BEFORE, Parse
from .quantity import Quantity, WordingError
from .ranges import complete
from .tokens import tokenize
from .units import Unit

Reader = Callable[[Parse], Quantity]
Spans = tuple[tuple[int, int], tuple[int, int]]


class ChangeError(WordingError):
    """The wording states a change, "from A to B": two dated values, `before` and `after`."""

    def __init__(self, wording: str, before: Quantity, after: Quantity) -> None:
        super().__init__(
            f"‘{wording}’ states a change: give ‘{before.wording}’ and ‘{after.wording}’ "
            "as two reports, each with its own date"
        )
        self.before = before
        self.after = after


def refuse_change(parse: Parse, read: Reader) -> None:
    """Raise ChangeError where the wording is one. `read` reads the wording of either end."""
    spans = _from_and_to(parse)
    if spans is None:
        return
    before, after = _end(parse, *spans[0], read), _end(parse, *spans[1], read)
    if before.unit is None and after.unit is not None:
        before = _end(replace(parse, given_unit=_unit_of(parse, *spans[1])), *spans[0], read)
    before = _completed(parse, spans, before, read)
    falls = before.amount is not None and after.amount is not None and before.amount > after.amount
    if falls or _has_verb(parse, *spans):
        raise ChangeError(parse.wording, before, after)


def _from_and_to(parse: Parse) -> Spans | None:
    """The tokens of A in "from A" and of B in "to B", where both begin with a number."""
    words = [t.text for t in parse.tokens]
    if "from" not in words or "to" not in words:
        return None
    start = next((i + 1 for i, w in enumerate(words) if w == "from" and _number(parse, i + 1)), 0)
    goal = next((i + 1 for i, w in enumerate(words) if w == "to" and _number(parse, i + 1)), 0)
    if not start or not goal:
        return None
    if start < goal:
        stop = goal - 2 if words[goal - 2] in {"up", "down"} else goal - 1
        return (start, stop), (goal, len(words))
    return (start, len(words)), (goal, start - 1)


def _number(parse: Parse, at: int) -> bool:
    hedge = parse.phrase_at(at, BEFORE)
    return amount_at(parse.tokens, hedge[1] if hedge else at) is not None


def _has_verb(parse: Parse, start: tuple[int, int], goal: tuple[int, int]) -> bool:
    """A verb of change; the "up" of "from 4,000 up to 5,000" is none."""
    up_to = goal[0] - 2 if start[0] < goal[0] else -1
    return any(t.text in CHANGE_VERBS for i, t in enumerate(parse.tokens) if i != up_to)


def _end(parse: Parse, start: int, stop: int, read: Reader) -> Quantity:
    tokens = parse.tokens[start:stop]
    wording = parse.text[tokens[0].start : tokens[-1].end].strip(" ,.;")
    return read(replace(parse, wording=wording, tokens=tokens, hedges=[], unit=None, counted=None))


def _unit_of(parse: Parse, start: int, stop: int) -> Unit | None:
    hedge = parse.phrase_at(start, BEFORE)
    found = amount_at(parse.tokens[:stop], hedge[1] if hedge else start)
    return found.unit if found and found.unit else parse.given_unit


def _completed(parse: Parse, spans: Spans, before: Quantity, read: Reader) -> Quantity:
    """ "from 2 to 3 million": before is 2 million."""
    (start, stop), (goal, end) = spans
    first, second = amount_at(parse.tokens[:stop], start), amount_at(parse.tokens[:end], goal)
    if not first or not second or first.end != stop or complete(first, second) is first:
        return before
    text = f"{before.wording} {parse.tokens[second.numeral.end - 1].text}"
    return read(
        replace(
            parse,
            wording=text,
            text=text,
            tokens=tokenize(text),
            given_unit=second.unit or parse.given_unit,
            hedges=[],
            unit=None,
            counted=None,
        )
    )
