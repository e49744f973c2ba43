"""Columns ⇄ pure values, there and back."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange

from claims import rows
from claims.consistency import Interval, Period, read_quantity

from . import make

D = Decimal


@pytest.mark.parametrize(
    ("interval", "column"),
    [
        (Interval(D(1), D(2)), NumericRange(D(1), D(2), "[]")),
        (Interval(D(1), D(2), False, False), NumericRange(D(1), D(2), "()")),
        (Interval(D(1), None), NumericRange(D(1), None, "[)")),
        (Interval(None, D(2), False, True), NumericRange(None, D(2), "(]")),
        (None, None),
    ],
    ids=["closed", "open", "no upper end", "no lower end", "none"],
)
def test_intervals(interval, column):
    assert rows.range_of(interval) == column
    assert rows.interval_of(column) == interval


@pytest.mark.parametrize(
    ("period", "column"),
    [
        (
            Period(date(2020, 7, 1), date(2020, 7, 31)),
            DateRange(date(2020, 7, 1), date(2020, 8, 1), "[)"),
        ),
        (Period(None, date(2020, 7, 31)), DateRange(None, date(2020, 8, 1), "[)")),
        (Period(date(2020, 7, 1), None), DateRange(date(2020, 7, 1), None, "[)")),
    ],
    ids=["both ends", "no start", "no end"],
)
def test_periods(period, column):
    assert rows.daterange_of(period) == column
    assert rows.period_of(column, "instant", "stated") == period


def test_a_range_with_other_bounds_is_read_right():
    column = DateRange(date(2020, 6, 30), date(2020, 7, 31), "(]")
    assert rows.period_of(column, "within", "inferred") == Period(
        date(2020, 7, 1), date(2020, 7, 31), "within", "inferred"
    )


@pytest.mark.parametrize("period", [None, Period(None, None)], ids=["none", "no ends"])
def test_an_unknown_date_is_no_range(period):
    assert rows.daterange_of(period) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wording",
    ["approximately 5,000", "more than 600", "63 percent", "$5.2 million", "declined to say", ""],
)
def test_a_quantity_survives_the_database(wording):
    figure = make.figure(unit="", slug="any")
    claim = make.claim(wording, figure=figure)
    claim.refresh_from_db()
    assert claim.quantity == (read_quantity(wording) if wording else None)


@pytest.mark.django_db
def test_a_claim_and_its_evidence_as_reports():
    figure = make.figure(window_days=10)
    made = rows.daterange_of(Period(date(2020, 7, 15), date(2020, 7, 15)))
    claim = make.claim(figure=figure, claimant="A speaker", made_on=made)
    evidence = make.evidence(claim, "5,200", "2020-07-20", scope=make.scope("Iraq", "US forces"))
    claim.refresh_from_db()
    report = claim.report
    assert (report.id, report.figure) == (claim.key, "United States forces/troop level")
    assert (report.nature, report.window_days, report.origin) == ("stock", 10, "A speaker")
    assert report.scope.geography == "Iraq"
    assert report.made == Period(date(2020, 7, 15), date(2020, 7, 15))
    evidence.refresh_from_db()
    assert evidence.report.scope.population == "US forces"
    assert evidence.report.period == Period(date(2020, 7, 20), date(2020, 7, 20))
    assert evidence.report.figure == report.figure


@pytest.mark.django_db
def test_evidence_that_states_no_scope_has_that_of_the_figure():
    evidence = make.evidence(make.claim())
    assert evidence.report.scope.geography == "Iraq"
