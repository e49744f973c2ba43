"""What the property tests draw from: quantities, periods, scopes, reports and evidence.

Small pools on purpose, so that draws often meet: the same moment, the same origin, values near
each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from claims.consistency import Evidence, Interval, Period, Quantity, Report, Scope, ScopeOrder
from claims.consistency.evidence import STANCES
from claims.consistency.hedges import HEDGES
from claims.consistency.numerals import place_of
from claims.consistency.period import BASES, MODES
from claims.consistency.quantity import WordingError, from_intervals
from claims.consistency.report import MODALITIES, NATURES
from claims.consistency.values import Value

ORDER = ScopeOrder({"Iraq": ["Iraq and Syria"], "US troops": ["coalition troops"]})

NUMBERS = (0, 1, 7, 12, 41, 150, 600, 650, 2500, 4000, 4900, 5000, 5200, 9999)
numbers = st.sampled_from(NUMBERS)


def _quantity(hedge: str, n: Decimal, discrete: bool) -> Quantity | None:
    try:
        return from_intervals(
            wording=f"{hedge} {n}",
            hedge=hedge,
            amount=n,
            unit=None if discrete else "percent",
            discrete=discrete,
            pair=HEDGES[hedge](n, place_of(n), discrete),
        )
    except WordingError:  # "fewer than 0" leaves nothing
        return None


COUNTS = [q for h in sorted(HEDGES) for n in NUMBERS if (q := _quantity(h, Decimal(n), True))]
SHARES = [
    q
    for h in sorted(HEDGES)
    for n in NUMBERS
    for part in (1, 8)
    if (q := _quantity(h, Decimal(n) / part, False))
]


def quantities(discrete: bool | None = None) -> st.SearchStrategy[Quantity]:
    """Any hedge on any number, as a count or in percent."""
    pools = {True: COUNTS, False: SHARES, None: COUNTS + SHARES}
    return st.sampled_from(pools[discrete])


DAY_ZERO = date(2020, 1, 1)


def _periods() -> Iterator[Period]:
    for start in (0, 1, 20, 31, 45, 100, 366, 500):
        first = DAY_ZERO + timedelta(days=start)
        for length in (0, 10, 30, 90, 365):
            last = first + timedelta(days=length)
            for mode in MODES:
                yield Period(first, last, mode, BASES[length % 3])
        yield Period(first, None, "since")
        yield Period(None, first, "deadline")
    yield Period(None, None, "instant", "inferred")


PERIODS = list(_periods())


def periods() -> st.SearchStrategy[Period]:
    """Spans of some lengths that often meet; a few are open at an end, one at both."""
    return st.sampled_from(PERIODS)


scopes = st.sampled_from(
    [
        Scope(geography, population)
        for geography in (None, "Iraq", "Syria", "Iraq and Syria")
        for population in (None, "US troops", "coalition troops")
    ]
)


@st.composite
def reports(draw, id: str = "r", **fixed) -> Report:
    """Any report of one of two figures. `fixed` fields are as given."""
    nature = fixed.pop("nature", None) or draw(st.sampled_from(NATURES))
    discrete = False if nature == "ratio" else None
    known = quantities(discrete)
    unknown = Quantity("unknown", "unknown", None, None, True, None, None)
    fields = {
        "id": id,
        "figure": draw(st.sampled_from(["f", "f", "f", "g"])),
        "nature": nature,
        "quantity": draw(st.one_of(known, known, known, st.just(unknown))),
        "period": draw(st.none() | periods()),
        "scope": draw(st.none() | scopes),
        "modality": draw(st.sampled_from(["observation", "observation", *MODALITIES])),
        "origin": draw(st.sampled_from([None, "Agency", "Rival"])),
        "additive": draw(st.sampled_from([True, True, False])),
        "made": draw(st.none() | periods()),
        "corrects": draw(st.sampled_from([None, None, "a", "b"])),
    }
    if nature == "event-date":
        fields["quantity"] = None
    return Report(**(fields | fixed))


@st.composite
def evidence(draw, id: str = "e", **fixed) -> Evidence:
    """Any evidence, of few documents and upstreams, so that some share an origin."""
    fields = {
        "report": draw(reports(id)) if "report" not in fixed else None,
        "stance": draw(st.sampled_from([None, *STANCES])),
        "document": draw(st.sampled_from([None, "d1", "d2", "d3"])),
        "origins": tuple(draw(st.lists(st.sampled_from(["Reuters", "AP", "UN"]), max_size=2))),
        "reliability": draw(st.sampled_from("ABCDEF")),
        "state": draw(st.sampled_from(["accepted", "accepted", "accepted", "proposed"])),
        "split": draw(st.booleans()),
    }
    return Evidence(**(fields | fixed))


@st.composite
def bodies_of_evidence(draw, max_size: int = 6, **fixed) -> list[Evidence]:
    """Up to `max_size` rows, ids e0, e1 …; some say that they correct another."""
    rows = []
    for i in range(draw(st.integers(0, max_size))):
        row = draw(evidence(f"e{i}", **fixed))
        corrects = draw(st.sampled_from([None, None, None, "e0", "e1"]))
        if row.report is not None:
            row = replace(row, report=replace(row.report, corrects=corrects))
        rows.append(row)
    return rows


def widened(interval: Interval, below: Decimal | None, above: Decimal | None) -> Interval:
    """Moved out at either end; None moves it to the infinite."""
    low = None if below is None or interval.low is None else interval.low - below
    high = None if above is None or interval.high is None else interval.high + above
    return Interval(
        low, high, interval.low_closed or bool(below), interval.high_closed or bool(above)
    )


steps_out = st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(100), None])
VALUES = [Value(q.reading, q.accept) for q in SHARES]
values = st.sampled_from(VALUES)
