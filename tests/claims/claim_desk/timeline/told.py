"""Reports and claims in one line, for the tests of the timeline."""

from __future__ import annotations

from itertools import count

from claims.claim_desk.timeline import Asserted, Told
from claims.consistency import read_period, read_quantity

_numbers = count(1)


def told(wording: str = "5,000", when: str = "July 2020", role: str = "supports", **fields) -> Told:
    quantity = read_quantity(wording) if wording else None
    return Told(
        id=fields.pop("id", f"evidence-{next(_numbers)}"),
        number=fields.pop("number", 1),
        source=fields.pop("source", "A report"),
        says=wording,
        when=when,
        role=role,
        link="#here",
        reading=quantity and quantity.reading,
        best=quantity and quantity.amount,
        period=read_period(when, **fields) if when else None,
    )


def asserted(wording: str = "approximately 5,000", when: str = "July 2020") -> Asserted:
    quantity = read_quantity(wording) if wording else None
    return Asserted(accept=quantity and quantity.accept, period=read_period(when) if when else None)
