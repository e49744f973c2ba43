"""How far readers agree beyond chance: Cohen's κ for two, Krippendorff's α for any number.

Pure and exact (fractions); labels are nominal, which is what stances are. Written here rather
than taken from a library: the two formulas are short, and the libraries that fit bring numerical
packages of a hundred megabytes for them.

Sources: J. Cohen, "A coefficient of agreement for nominal scales", 1960; K. Krippendorff,
"Computing Krippendorff's alpha-reliability", 2011.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction


def cohens_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> Fraction | None:
    """κ of two readers, from their labels item by item; 1 is perfect, 0 what chance gives.

    None where it is not defined: no items, or both readers used one and the same label only.
    """
    pairs = list(pairs)
    if not pairs:
        return None
    total = len(pairs)
    observed = Fraction(sum(a == b for a, b in pairs), total)
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(Fraction(first[label] * second[label], total**2) for label in first)
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorffs_alpha(units: Iterable[Sequence[Hashable]]) -> Fraction | None:
    """α of any number of readers, nominal; each unit holds the labels that it was given.

    Readers may be missing from a unit; units with fewer than two labels say nothing. None
    where it is not defined: nothing to pair, or only one label in use.
    """
    pairable = [Counter(labels) for labels in units if len(labels) > 1]
    totals: Counter[Hashable] = sum(pairable, Counter())
    n = totals.total()
    expected = sum(totals[c] * (n - totals[c]) for c in totals)
    if not expected:
        return None
    observed = sum(
        Fraction(sum(k * (unit.total() - k) for k in unit.values()), unit.total() - 1)
        for unit in pairable
    )
    return 1 - (n - 1) * observed / expected
