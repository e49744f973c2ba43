"""Section 6: what must always hold, as properties. They are numbered as in the design."""

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from claims.consistency import Period, Report, Verdict, assess, relate
from claims.consistency.hedges import HEDGES
from claims.consistency.quantity import from_intervals
from claims.consistency.status import STATUSES, SWAPPED
from claims.consistency.values import Value, conflicts, supports

from .strategies import (
    ORDER,
    VALUES,
    bodies_of_evidence,
    evidence,
    numbers,
    periods,
    reports,
    steps_out,
    values,
    widened,
)

CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no failure."""

SYMMETRIC = {"agrees", "compatible", "conflicts", "not-comparable"}
STANCE_CLAIM = Report(id="claim")


def counts(found):
    return found.supports, found.conflicts, found.mixed


def weigh(claim, rows):
    return assess(claim, rows, order=ORDER)


@given(reports("claim"), bodies_of_evidence(), st.randoms(use_true_random=False))
@settings(CALM)
def test_1_permuting_the_evidence_changes_nothing(claim, rows, random):
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert weigh(claim, shuffled) == weigh(claim, rows)


@given(reports("claim"), bodies_of_evidence(), st.data())
@settings(CALM)
def test_2_a_copy_changes_nothing(claim, rows, data):
    """A copy: the same report from the same origin, as reliable, in a document of its own.

    A row that names neither document nor upstream has no origin that a copy could share. A
    correction names the one report that it takes back, so it does not reach a copy of it: rows
    that correct, or are corrected, are left out.
    """
    rows = [replace(row, report=replace(row.report, corrects=None)) for row in rows]
    assume(rows)
    of = data.draw(st.sampled_from(rows))
    assume(of.origins)
    copy = replace(of, report=replace(of.report, id="copy"), document="elsewhere")
    before, after = weigh(claim, rows), weigh(claim, [*rows, copy])
    assert (after.status, counts(after)) == (before.status, counts(before))


@given(reports("a"), reports("b"))
@settings(CALM, max_examples=200)
def test_3_relations_are_symmetric_and_supersedes_antisymmetric(a, b):
    there, back = relate(a, b, ORDER), relate(b, a, ORDER)
    assert back == there.swapped()
    if there.relation in SYMMETRIC:
        assert (back.relation, back.tension) == (there.relation, there.tension)
    if there.relation == "supersedes":
        assert {there.direction, back.direction} == {"a->b", "b->a"}


@given(reports("a"))
@settings(CALM)
def test_3_nothing_supersedes_itself(a):
    assert relate(a, a, ORDER).relation != "supersedes"


@given(reports("a"))
@settings(CALM, max_examples=200)
def test_4_a_report_agrees_with_itself(a):
    assume(a.has_value)
    assert relate(a, a, ORDER).relation == "agrees"


@given(values, values)
@settings(CALM)
def test_5_supports_and_conflicts_exclude_each_other(a, b):
    assert not (supports(a, b) and conflicts(a, b))


@given(values, values, steps_out, steps_out)
@settings(CALM)
def test_6_widening_never_creates_a_conflict(a, b, below, above):
    assume(not conflicts(a, b))
    assert not conflicts(Value(a.reading, widened(a.accept, below, above)), b)


@given(values, steps_out, steps_out, st.data())
@settings(CALM)
def test_6_widening_a_claim_never_loses_support(claim, below, above, data):
    """Drawn among the values that support the claim, of which it is one itself."""
    a = data.draw(st.sampled_from([value for value in VALUES if supports(value, claim)]))
    assert supports(a, Value(claim.reading, widened(claim.accept, below, above)))


@given(reports("a", nature="ratio"), reports("b", nature="ratio"), steps_out, steps_out)
@settings(CALM, max_examples=200)
def test_6_widening_a_report_never_creates_a_conflict(a, b, below, above):
    """Shares, since a count cannot be widened below 0 or by half a person."""
    assume(not a.quantity.is_unknown)
    accept = widened(a.quantity.accept, below, above)
    if relate(a, b, ORDER).relation != "conflicts":
        wide = replace(a, quantity=replace(a.quantity, accept=accept))
        assert relate(wide, b, ORDER).relation != "conflicts"


@given(reports("claim"), bodies_of_evidence(), evidence("new"))
@settings(CALM)
def test_7_more_evidence_only_moves_up(claim, rows, new):
    """Of a new origin, and correcting nothing: evidence that merges two origins makes one of
    them, one that joins an origin may make it speak both ways (S to M), and a correction is
    there to take support away."""
    new = replace(new, document="a new document", origins=("a new upstream",))
    new = replace(new, report=replace(new.report, corrects=None))
    before, after = weigh(claim, rows), weigh(claim, [*rows, new])
    assert after.supports >= before.supports
    assert after.conflicts >= before.conflicts
    assert after.mixed == before.mixed


@given(bodies_of_evidence(report=None), st.data())
@settings(CALM)
def test_8_swapping_support_and_conflict_swaps_the_status(rows, data):
    rows = [replace(row, report=Report(id=f"e{i}")) for i, row in enumerate(rows)]
    other = {"supports": "conflicts", "conflicts": "supports"}
    swapped = [replace(row, stance=other.get(row.stance, row.stance)) for row in rows]
    here, there = weigh(STANCE_CLAIM, rows), weigh(STANCE_CLAIM, swapped)
    assert there.status == SWAPPED[here.status]
    assert counts(there) == (here.conflicts, here.supports, here.mixed)


def test_8_swapping_twice_is_nothing():
    assert {status: SWAPPED[SWAPPED[status]] for status in STATUSES} == {s: s for s in STATUSES}


def scaled(hedge: str, n: Decimal, u: Decimal, factor: Decimal):
    return from_intervals(
        wording="scaled",
        hedge=hedge,
        amount=n * factor,
        unit="percent",
        discrete=False,
        pair=HEDGES[hedge](n * factor, u * factor, False),
    )


hedged_numbers = st.tuples(
    st.sampled_from(sorted(set(HEDGES) - {"less-than", "nearly", "just-over"})),
    numbers.map(Decimal),
    st.sampled_from([Decimal(1), Decimal(10), Decimal(100)]),
) | st.tuples(
    st.sampled_from(["less-than", "nearly", "just-over"]),
    numbers.filter(bool).map(Decimal),
    st.sampled_from([Decimal(1), Decimal(10), Decimal(100)]),
)


@given(
    reports("a", nature="stock"),
    reports("b", nature="stock"),
    hedged_numbers,
    hedged_numbers,
    st.sampled_from([Decimal("0.001"), Decimal("0.5"), Decimal(7), Decimal(10) ** 9]),
)
@settings(CALM)
def test_9_scaling_keeps_relations(a, b, value_a, value_b, factor):
    def related(by: Decimal):
        first = replace(a, quantity=scaled(*value_a, by))
        second = replace(b, quantity=scaled(*value_b, by))
        return replace(relate(first, second, ORDER), gap=None)

    assert related(factor) == related(Decimal(1))


def shifted(period: Period | None, by: timedelta) -> Period | None:
    if period is None:
        return None
    ends = (None if e is None else e + by for e in (period.earliest, period.latest))
    return Period(*ends, period.mode, period.basis)


@given(reports("a"), reports("b"), st.sampled_from([-3650, -31, 1, 29, 366]))
@settings(CALM)
def test_9_shifting_every_date_keeps_relations(a, b, n):
    by = timedelta(days=n)
    moved = [replace(r, period=shifted(r.period, by), made=shifted(r.made, by)) for r in (a, b)]
    assert relate(*moved, ORDER) == relate(a, b, ORDER)


@given(reports("claim"), bodies_of_evidence(), evidence("new"))
@settings(CALM)
def test_10_what_does_not_count_leaves_s_and_x_alone(claim, rows, new):
    """Rejected, withdrawn, or not comparable: here of a figure that no claim has."""
    before = counts(weigh(claim, rows))
    for state in ("rejected", "withdrawn", "proposed"):
        assert counts(weigh(claim, [*rows, replace(new, state=state)])) == before
    if claim.has_value or claim.quantity is not None:
        elsewhere = replace(new, report=replace(new.report, figure="no claim's"))
        assert counts(weigh(claim, [*rows, elsewhere])) == before


@given(reports("claim"), bodies_of_evidence(), st.sampled_from(STATUSES), st.text(max_size=3))
@settings(CALM)
def test_11_one_live_verdict_is_effective(claim, rows, status, seen):
    withdrawn = Verdict("contested", "Ben", 9, seen, live=False)
    found = assess(claim, rows, order=ORDER, verdicts=[Verdict(status, "Ada", 1, seen), withdrawn])
    assert found.standing.effective == found.standing.reviewer == status
    assert found.standing.computed == weigh(claim, rows).status


POOL = st.lists(st.sampled_from([0, 1, 2, 3]), unique=True, max_size=3)


@given(reports("claim"), bodies_of_evidence(max_size=4), POOL, POOL, st.booleans())
@settings(CALM, max_examples=200)
def test_12_the_same_fingerprint_has_the_same_explanation(claim, rows, some, others, renamed):
    """Two bodies drawn from one pool are often the same evidence, in another order."""
    first = weigh(claim, [rows[i] for i in some if i < len(rows)])
    claim = replace(claim, origin="another") if renamed else claim
    second = weigh(claim, [rows[i] for i in others if i < len(rows)])
    same = first.fingerprint == second.fingerprint
    assert same == (as_bytes(first) == as_bytes(second))


def as_bytes(found) -> bytes:
    return json.dumps(found.explanation, ensure_ascii=False).encode()


@given(reports("claim"), bodies_of_evidence(max_size=8))
@settings(CALM, max_examples=200)
def test_13_s_x_m_are_origins_and_origins_are_in_documents(claim, rows):
    found = weigh(claim, rows)
    assert sum(counts(found)) <= found.origins <= found.documents


@given(periods(), periods())
@settings(CALM)
def test_periods_in_words_never_fail(a, b):
    assert str(a) and str(b)
