"""How long to wait before the next try. Pure."""

from __future__ import annotations

from datetime import timedelta

TRIES = 10
FIRST = timedelta(seconds=15)
GROWTH = 4
LONGEST = timedelta(hours=24)
SPREAD = 0.2


def delay_after(tries: int, *, chance: float) -> timedelta | None:
    """The wait after so many tries that failed; None when they were enough.

    It grows from 15 seconds to a day, which makes ten tries in about three days.

    chance  from 0 to 1, spreads the waits by a fifth each way, so that what failed together does
            not come back together
    """
    if tries >= TRIES:
        return None
    wait = min(FIRST * GROWTH ** (tries - 1), LONGEST)
    return wait * (1 - SPREAD + 2 * SPREAD * chance)
