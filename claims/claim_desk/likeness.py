"""How like two claims are, in parts, for a person to judge whether one repeats the other. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from claims.consistency import Interval, Period

WORDS, VALUE, TIME = 4, 3, 3
"""How much each part weighs; where no numbers are compared, the words weigh for both."""


@dataclass(frozen=True, slots=True)
class Described:
    """What of a claim is compared.

    words   the stems of its statement
    figure  key of the figure; None: it has none
    reading, accept  of its number, in the figure's unit; None: no number
    period  None: not known
    """

    words: frozenset[str]
    figure: str | None = None
    reading: Interval | None = None
    accept: Interval | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was compared: 0 to 1, how much it weighs, and what was found, in words."""

    name: str
    score: float
    weight: int
    found: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """The parts, and their weighted mean."""

    parts: tuple[Part, ...]

    @property
    def score(self) -> float:
        weights = sum(part.weight for part in self.parts)
        return sum(part.score * part.weight for part in self.parts) / weights

    @property
    def percent(self) -> int:
        return round(self.score * 100)


def likeness(a: Described, b: Described) -> Likeness | None:
    """None where one cannot repeat the other: another figure, another value, another time."""
    if a.figure and b.figure and a.figure != b.figure:
        return None
    value, time = _value(a, b), _time(a.period, b.period)
    if value is None or time is None:
        return None
    words = _words(a.words, b.words, weight=WORDS if value.weight else WORDS + VALUE)
    return Likeness(tuple(part for part in (words, value, time) if part.weight))


def _words(a: frozenset[str], b: frozenset[str], *, weight: int) -> Part:
    shared, all_words = len(a & b), len(a | b)
    score = shared / all_words if all_words else 0.0
    return Part("words", score, weight, f"{shared} of {all_words} words in common")


def _value(a: Described, b: Described) -> Part | None:
    if a.reading is None or b.reading is None or a.accept is None or b.accept is None:
        one_sided = (a.reading is None) != (b.reading is None)
        # A claim without a figure may tell in words what the other gives as a number.
        weight = VALUE if one_sided and a.figure and b.figure else 0
        return Part("number", 0.0, weight, "only one of them has a number")
    if a.reading == b.reading:
        return Part("number", 1.0, VALUE, "the same number")
    if a.accept.covers(b.reading) or b.accept.covers(a.reading):
        return Part("number", 0.8, VALUE, "one number lies within what the other tolerates")
    if a.accept.meets(b.accept):
        return Part("number", 0.4, VALUE, "the numbers can both be true")
    return None


def _time(a: Period | None, b: Period | None) -> Part | None:
    known = [period for period in (a, b) if period is not None and not period.is_unknown]
    if not known:
        return Part("time", 0.0, 0, "neither has a time")
    if len(known) == 1:
        return Part("time", 0.3, TIME, "only one of them has a time")
    one, other = known
    if one.same_days(other):
        return Part("time", 1.0, TIME, "the same time")
    if one.contains(other) or other.contains(one):
        return Part("time", 0.6, TIME, "the time of one lies within the other's")
    if one.overlaps(other):
        return Part("time", 0.4, TIME, "their times overlap")
    return None
