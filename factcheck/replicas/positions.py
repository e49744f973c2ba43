"""How old the state is that a replica shows. Pure.

The primary's position is noted now and then, with the moment at which it was asked for. A replica
that has replayed such a position shows all that was committed by that moment. So its age needs no
clock but our own, and no word of the replica's about itself: one that has lost its primary says
that it has replayed all that it received, and is hours behind.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(slots=True)
class Positions:
    """What was noted of the primary's position; times are seconds of any steady clock.

    span  how far back it reaches: an older state is of no use to anyone
    """

    span: float
    _times: list[float] = field(default_factory=list)
    _positions: list[int] = field(default_factory=list)

    def note(self, *, at: float, position: int) -> None:
        """The primary stood at `position`, or further, at the time `at`."""
        if self._positions and (position < self._positions[-1] or at < self._times[-1]):
            # Another primary took over, or another thread was quicker: begin anew.
            self._times, self._positions = [], []
        self._times, self._positions = [*self._times, at], [*self._positions, position]
        old = bisect_right(self._times, at - self.span) - 1
        if old > 0:
            self._times, self._positions = self._times[old:], self._positions[old:]

    def noted_at(self) -> float | None:
        """When the position was noted last; None if it never was."""
        return self._times[-1] if self._times else None

    def at_most(self, *, replayed: int, at: float) -> float | None:
        """How many seconds old the state can be, at most, that a replica shows at the time `at`.

        None where it may be any age: it has replayed none of the positions noted here.
        """
        reached = bisect_right(self._positions, replayed)
        return at - self._times[reached - 1] if reached else None

    def at_least(self, *, replayed: int, at: float) -> float:
        """How many seconds old it is for certain; 0 if it has replayed all that was noted."""
        reached = bisect_right(self._positions, replayed)
        return at - self._times[reached] if reached < len(self._times) else 0.0
