"""Dates as intervals: when a value holds, and how two such intervals lie to each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MODES = ("instant", "within", "throughout", "since", "cumulative", "deadline")
BASES = ("stated", "relative", "inferred")


class PeriodError(ValueError):
    """A period that cannot be. The message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Period:
    """[earliest, latest], both days included; None is unbounded, so both None is unknown.

    mode   instant: a moment somewhere in the interval; within: an event in it; throughout:
           all of it; since: from its start on; cumulative: a total over it; deadline: by its end
    basis  stated, relative (to the publication date) or inferred
    """

    earliest: date | None
    latest: date | None
    mode: str = "instant"
    basis: str = "stated"

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise PeriodError(f"mode is one of {', '.join(MODES)}, not ‘{self.mode}’")
        if self.basis not in BASES:
            raise PeriodError(f"basis is one of {', '.join(BASES)}, not ‘{self.basis}’")
        if self.earliest and self.latest and self.earliest > self.latest:
            raise PeriodError(
                f"the period begins on {self.earliest} after it ends on {self.latest}"
            )

    @property
    def is_unknown(self) -> bool:
        return self.earliest is None and self.latest is None

    @property
    def start_ordinal(self) -> float:
        return float("-inf") if self.earliest is None else self.earliest.toordinal()

    @property
    def end_ordinal(self) -> float:
        return float("inf") if self.latest is None else self.latest.toordinal()

    def contains(self, other: Period) -> bool:
        return self.start_ordinal <= other.start_ordinal and other.end_ordinal <= self.end_ordinal

    def overlaps(self, other: Period) -> bool:
        return self.start_ordinal <= other.end_ordinal and other.start_ordinal <= self.end_ordinal

    def same_days(self, other: Period) -> bool:
        return (self.earliest, self.latest) == (other.earliest, other.latest)

    def ends_before(self, other: Period) -> bool:
        """True when every day of this one is earlier than every day of the other."""
        return self.end_ordinal < other.start_ordinal

    def as_event(self) -> Period:
        """When an event may have happened: "by" a date is any day until then."""
        if self.mode == "deadline":
            return Period(None, self.latest, "within", self.basis)
        return self

    def as_of(self) -> Period:
        """For a running total over a span, the moment at which it stood: the span's end."""
        if self.mode in {"cumulative", "since", "throughout"} and self.latest is not None:
            return Period(self.latest, self.latest, "instant", self.basis)
        return self

    def __str__(self) -> str:
        if self.is_unknown:
            return "an unknown date"
        if self.earliest == self.latest and self.earliest is not None:
            return _day(self.earliest)
        if self.earliest is None and self.latest is not None:
            return f"until {_day(self.latest)}"
        if self.latest is None and self.earliest is not None:
            return f"since {_day(self.earliest)}"
        return _span(self.earliest, self.latest)


UNKNOWN = Period(None, None, "instant", "inferred")


@lru_cache(maxsize=4096)
def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _span(first: date | None, last: date | None) -> str:
    """A span in words: "July 2020" and "2017" where it is a whole month or year."""
    assert first and last
    if first.day == 1 and _ends_month(last):
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%B %Y}"
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return str(first.year)
        return f"{first:%B %Y} to {last:%B %Y}"
    return f"{_day(first)} to {_day(last)}"


def _ends_month(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def window_relation(a: Period, b: Period, window_days: int) -> str:
    """same: the hull of both fits the window; maybe: only their gap does; else before/after.

    Lengths are differences of days: 1 to 31 July is 30. Source: docs/consistency.md, section 2.
    """
    hull = max(a.end_ordinal, b.end_ordinal) - min(a.start_ordinal, b.start_ordinal)
    if hull <= window_days:
        return "same"
    if b.start_ordinal - a.end_ordinal > window_days:
        return "before"
    if a.start_ordinal - b.end_ordinal > window_days:
        return "after"
    return "maybe"


def span_relation(a: Period, b: Period) -> str:
    """For counts over a period: same, inside (a in b), contains (b in a), overlapping, apart."""
    if a.same_days(b):
        return "same"
    if b.contains(a):
        return "inside"
    if a.contains(b):
        return "contains"
    return "overlapping" if a.overlaps(b) else "apart"
