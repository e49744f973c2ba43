"""Whether two blind readings say the same: one stance, and one number at one time."""

from __future__ import annotations

from claims.models import BlindReading


def say_the_same(a: BlindReading, b: BlindReading) -> bool:
    """Same stance; the same reading of the number and the same days, however worded.

    A time that only one of them gives is a difference: the two would count differently.
    """
    return (a.stance, a.reading, a.unit, a.period, a.modality) == (
        b.stance,
        b.reading,
        b.unit,
        b.period,
        b.modality,
    )
