"""Whether two readings of a passage say the same: one stance, and one number at one time."""

from __future__ import annotations

from claims.models import Adjudication, BlindReading, Evidence

Judged = BlindReading | Adjudication | Evidence
"""Anything that gives a stance, and a number at a time."""


def say_the_same(a: Judged, b: Judged) -> bool:
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
