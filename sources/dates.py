"""Dates known only to within an interval. Pure."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DateSpan:
    """A day somewhere in [earliest, latest], both inclusive; ``None`` = not known on that side."""

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(
                f"the earliest date {self.earliest} is after the latest date {self.latest}"
            )

    @property
    def known(self) -> bool:
        """True when at least one side is known."""
        return self.earliest is not None or self.latest is not None

    def __str__(self) -> str:
        if not self.known:
            return "unknown"
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        if self.earliest is None:
            return f"not after {self.latest}"
        if self.latest is None:
            return f"not before {self.earliest}"
        return f"{self.earliest} to {self.latest}"


_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def read_iso_span(text: str) -> DateSpan:
    """``2020-07-15``, ``2020-07``, ``2020`` or ``A/B`` of any of these, as a span.

    Raises ValueError with a sentence that says what was expected.
    """
    first, slash, last = text.strip().partition("/")
    begin = _one_iso(first, text)
    return DateSpan(begin.earliest, _one_iso(last, text).latest) if slash else begin


def _one_iso(part: str, whole: str) -> DateSpan:
    match = _ISO.fullmatch(part.strip())
    if not match:
        raise ValueError(
            f"{whole!r} is not a date: write 2020-07-15, 2020-07, 2020, or two of them as A/B"
        )
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        if month is None:
            return DateSpan(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return DateSpan(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return DateSpan(date(year, month, day), date(year, month, day))
    except ValueError as error:
        raise ValueError(f"{whole!r} is not a date of the calendar: {error}") from error
