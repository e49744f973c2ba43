"""How far readers agree: per pair of readers, per figure, over time, and on the whole.

Only passages that two people have handed in count; a reading that is not handed in says nothing
yet. Labels are stances; `same` also asks for the same number at the same time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from claims.models import BlindReading

from .agreement import cohens_kappa, krippendorffs_alpha
from .compare import say_the_same

Twice = tuple[BlindReading, BlindReading]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One line of the table.

    items  passages read twice
    same   of these, with the same stance, number and time
    kappa  Cohen's κ of the stances, for one pair of readers only; None where not defined
    alpha  Krippendorff's α of the stances; None where not defined
    """

    name: str
    items: int
    same: int
    kappa: Fraction | None
    alpha: Fraction | None


@dataclass(frozen=True, slots=True)
class Agreements:
    overall: Agreement
    by_pair: list[Agreement]
    by_figure: list[Agreement]
    by_month: list[Agreement]


def agreements() -> Agreements:
    """All of them, from one query."""
    read = _read_twice()
    return Agreements(
        overall=_line("all", read),
        by_pair=_grouped(read, _pair, kappa=True),
        by_figure=_grouped(read, _figure),
        by_month=_grouped(read, _month),
    )


def _read_twice() -> list[Twice]:
    """Pairs of handed-in readings of one passage for one claim, readers in order of name."""
    rows = (
        BlindReading.objects.filter(submitted_at__isnull=False)
        .select_related("reader", "claim__figure")
        .defer("claim__search", "claim__explanation")
        .order_by("claim", "passage", "reader__username")
    )
    items: defaultdict[tuple[int, int], list[BlindReading]] = defaultdict(list)
    for row in rows:
        items[row.claim_id, row.passage_id].append(row)
    return [(held[0], held[1]) for held in items.values() if len(held) == 2]


def _grouped(
    read: Iterable[Twice], name_of: Callable[[Twice], str], *, kappa: bool = False
) -> list[Agreement]:
    groups: defaultdict[str, list[Twice]] = defaultdict(list)
    for twice in read:
        groups[name_of(twice)].append(twice)
    return [_line(name, groups[name], kappa=kappa) for name in sorted(groups)]


def _line(name: str, read: list[Twice], *, kappa: bool = False) -> Agreement:
    stances = [(a.stance, b.stance) for a, b in read]
    return Agreement(
        name=name,
        items=len(read),
        same=sum(say_the_same(a, b) for a, b in read),
        kappa=cohens_kappa(stances) if kappa else None,
        alpha=krippendorffs_alpha(stances),
    )


def _pair(twice: Twice) -> str:
    return f"{twice[0].reader.get_username()} and {twice[1].reader.get_username()}"


def _figure(twice: Twice) -> str:
    figure = twice[0].claim.figure
    return figure.slug if figure else "no figure"


def _month(twice: Twice) -> str:
    """The month in which the second of the two was handed in."""
    return max(r.submitted_at for r in twice if r.submitted_at).strftime("%Y-%m")
