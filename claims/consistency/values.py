"""Two values side by side: supports, conflicts, tension, gap, change.

"Support by reading, conflict by accept": what the evidence says must lie within what the
claim tolerates; only values whose tolerances do not meet conflict. Source:
docs/consistency.md, section 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from .config import CONFIG
from .interval import Interval
from .quantity import Quantity
from .units import Unit, canonical_unit, same_dimension


@dataclass(frozen=True, slots=True)
class Value:
    """A quantity's two intervals, in a unit shared with the value it is compared to."""

    reading: Interval
    accept: Interval


def in_one_unit(a: Quantity, b: Quantity) -> tuple[Value, Value] | None:
    """Both values in one unit; None when their units do not convert.

    A quantity without a unit is in the other's; but what counts something ("41 members") is no
    measure, no share and no money, and a plain count is no share. Unknown quantities
    have no value: give none.
    """
    assert a.reading and a.accept and b.reading and b.accept
    unit_a, unit_b = canonical_unit(a.unit), canonical_unit(b.unit)
    left, right = Value(a.reading, a.accept), Value(b.reading, b.accept)
    if unit_a is None or unit_b is None:
        counts_and_measure = (unit_a is None and _is_count_beside(a, unit_b)) or (
            unit_b is None and _is_count_beside(b, unit_a)
        )
        return None if counts_and_measure else (left, right)
    if not same_dimension(unit_a, unit_b):
        return None
    if unit_a.factor == unit_b.factor:
        return left, right
    return _scaled(left, unit_a.factor), _scaled(right, unit_b.factor)


def _is_count_beside(quantity: Quantity, other: Unit | None) -> bool:
    if other is None or not other.continuous:
        return False
    return quantity.counted is not None or (quantity.discrete and other.is_share)


def _scaled(value: Value, factor: Decimal) -> Value:
    return Value(value.reading.scaled(factor), value.accept.scaled(factor))


def supports(evidence: Value, claim: Value) -> bool:
    return claim.accept.covers(evidence.reading)


def conflicts(a: Value, b: Value) -> bool:
    return not a.accept.meets(b.accept)


def in_tension(a: Value, b: Value) -> bool:
    return not conflicts(a, b) and not a.reading.meets(b.reading)


def relative_gap(a: Value, b: Value) -> Decimal | None:
    """How far apart two readings are, as a share of the larger near end; 0 where they meet.

    Symmetric; rounded to four places, since it is shown and compared to one threshold only.
    """
    lower, upper = (
        (a.reading, b.reading) if a.reading.is_below(b.reading) else (b.reading, a.reading)
    )
    if a.reading.meets(b.reading) or lower.high is None or upper.low is None:
        return Decimal(0)
    larger = max(abs(lower.high), abs(upper.low))
    if larger == 0:
        return Decimal(0)
    share = (upper.low - lower.high) / larger
    return share.quantize(Decimal("0.0001"))


def is_minor(gap: Decimal | None) -> bool:
    return gap is not None and gap < CONFIG.round_share


def change(earlier: Value, later: Value) -> str:
    """From the earlier to the later value: none, increase, decrease or undetermined."""
    if supports(later, earlier) or supports(earlier, later):
        return "none"
    if earlier.accept.is_below(later.accept):
        return "increase"
    return "decrease" if later.accept.is_below(earlier.accept) else "undetermined"
