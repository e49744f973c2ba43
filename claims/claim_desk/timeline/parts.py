"""What the timeline draws, and the parts that its drawing is made of. Pixels, y downwards."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from claims.consistency import Interval, Period

SUPPORTS, CONFLICTS, UNCOUNTED, ELSEWHERE = "supports", "conflicts", "uncounted", "elsewhere"
ROLES = (SUPPORTS, CONFLICTS, UNCOUNTED, ELSEWHERE)
"""How a report counts on the claim; elsewhere: it is evidence on another claim of the figure."""

ARROW = 7.0
"""How long the head of an open end is."""

_SIZE = {SUPPORTS: 5.0, CONFLICTS: 5.0, UNCOUNTED: 4.5, ELSEWHERE: 3.0}


@dataclass(frozen=True, slots=True)
class Told:
    """What one source reports.

    number   by which the drawing, the table and the page name it; 0: it is drawn without
    source, says, when  in words
    reading  what it says, in the figure's unit; None: no number that could be drawn
    best     the number itself, where the wording has one
    period   when that held; None: not known
    link     where the evidence is to be read
    """

    id: str
    number: int
    source: str
    says: str
    when: str
    role: str
    link: str
    reading: Interval | None = None
    best: Decimal | None = None
    period: Period | None = None

    def __post_init__(self) -> None:
        if self.role not in ROLES:
            raise ValueError(f"a role is one of {', '.join(ROLES)}, not ‘{self.role}’")

    @property
    def role_in_words(self) -> str:
        return ROLE_WORDS[self.role]

    @property
    def sentence(self) -> str:
        """“1. Report of the embassy: 5,100 troops, July 2020 (supports)”."""
        number = f"{self.number}. " if self.number else ""
        said = ", ".join(part for part in (self.says, self.when) if part)
        return f"{number}{self.source}: {said} ({self.role_in_words})"


ROLE_WORDS = {
    SUPPORTS: "supports",
    CONFLICTS: "conflicts",
    UNCOUNTED: "not counted",
    ELSEWHERE: "on another claim",
}


@dataclass(frozen=True, slots=True)
class Asserted:
    """What the claim tolerates, and when. None: no number; a time that is not known."""

    accept: Interval | None = None
    period: Period | None = None
    says: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """From (x1, y1) to (x2, y2); an open end goes on beyond the drawing and gets a head."""

    x1: float
    y1: float
    x2: float
    y2: float
    open_start: bool = False
    open_end: bool = False

    @property
    def heads(self) -> list[str]:
        """The points of a triangle for each open end."""
        ends = [(self.x2, self.y2, self.x1, self.y1)] if self.open_start else []
        ends += [(self.x1, self.y1, self.x2, self.y2)] if self.open_end else []
        return [_head(*end) for end in ends]

    @property
    def caps(self) -> list[tuple[float, float, float, float]]:
        """A short line across each end that is not open, where the line has a length."""
        if (self.x1, self.y1) == (self.x2, self.y2):
            return []
        ends = [] if self.open_start else [(self.x1, self.y1)]
        ends += [] if self.open_end else [(self.x2, self.y2)]
        dx, dy = (0.0, 3.5) if self.y1 == self.y2 else (3.5, 0.0)
        return [(x - dx, y - dy, x + dx, y + dy) for x, y in ends]


def _head(from_x: float, from_y: float, x: float, y: float) -> str:
    """A triangle with its tip at (x, y), pointing away from the other end of an upright line."""
    half = ARROW / 2
    if from_y == y:
        back = x + (ARROW if from_x > x else -ARROW)
        return f"{x:g},{y:g} {back:g},{y - half:g} {back:g},{y + half:g}"
    back = y + (ARROW if from_y > y else -ARROW)
    return f"{x:g},{y:g} {x - half:g},{back:g} {x + half:g},{back:g}"


@dataclass(frozen=True, slots=True)
class Mark:
    """One report in the drawing.

    across  over its period; None: not known
    along   over its reading; None where that is one number
    label   a few words beside it, for drawings that have room; else empty
    """

    told: Told
    x: float
    y: float
    across: Line | None = None
    along: Line | None = None
    label: str = ""

    @property
    def lines(self) -> list[Line]:
        return [line for line in (self.across, self.along) if line]

    @property
    def shape(self) -> str:
        """The path of its sign: a disc, a cross, an empty square, a small ring."""
        x, y, r = self.x, self.y, _SIZE[self.told.role]
        if self.told.role == CONFLICTS:
            return (
                f"M{x - r:g} {y - r:g}L{x + r:g} {y + r:g}M{x - r:g} {y + r:g}L{x + r:g} {y - r:g}"
            )
        if self.told.role == UNCOUNTED:
            return f"M{x - r:g} {y - r:g}h{2 * r:g}v{2 * r:g}h{-2 * r:g}Z"
        return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0Z"


@dataclass(frozen=True, slots=True)
class Band:
    """Where the claim's own tolerance lies."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, with its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The field inside the axes."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of it. `undated_at` is the middle of the lane for reports without a date, if any."""

    width: int
    height: int
    plot: Plot
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    band: Band | None
    marks: tuple[Mark, ...]
    description: str
    undated_at: float | None = None
