"""Section 1, "unit and number travel together": units in and beside a wording; conversion."""

import pytest

from claims.consistency import Report, WordingError, read_quantity, relate
from claims.consistency.units import canonical_unit


@pytest.mark.parametrize(
    ("wording", "unit"),
    [
        *(("63 percent", "percent"), ("63%", "percent"), ("63 per cent", "percent")),
        *(("٦٣٪", "percent"), ("63％", "percent"), ("a 30-percent share", "percent")),
        *(("$5.2 million", "USD"), ("US$155m", "USD"), ("155 million US dollars", "USD")),
        *(("USD 155 million", "USD"), ("155 million USD", "USD"), ("$ 5", "USD")),
        *(("€2.5bn", "EUR"), ("5 million euros", "EUR"), ("£3m", "GBP"), ("A$5 million", "AUD")),
        *(("$1.2 m", "USD"), ("several million dollars", "USD"), ("10 billion yen", "JPY")),
        *(("10–20 km", "km"), ("100km", "km"), ("5 kilometers", "km"), ("100 km/h", "km/h")),
        *(("90 minutes", "minute"), ("two weeks", "week"), ("twenty years", "year")),
        *(("an hour", "hour"), ("less than a year", "year"), ("half an hour", "hour")),
        *(("30 percentage points", "percentage points"), ("5kg", "kg"), ("100 MW", "MW")),
        *(("$5 million a year", "USD per year"), ("5 attacks per day", "count per day")),
        *(("5,000", None), ("5,000 US troops", None), ("41 members", None), ("1.2m", None)),
    ],
)
def test_the_unit_that_a_wording_states(wording, unit):
    assert read_quantity(wording).unit == unit


@pytest.mark.parametrize(
    ("wording", "counted"),
    [
        ("approximately 5,000 US soldiers remain today", "US soldiers"),
        ("around 2,500 U.S. troops", "U.S. troops"),
        ("half a million doses of the vaccine", "doses"),
        ("1.39 million internally displaced persons", "internally displaced persons"),
        ("329-seat parliament", "seat parliament"),
        ("earned 155 million worldwide", None),
        ("$155 million in aid", None),
        ("5,000", None),
    ],
)
def test_the_noun_that_is_counted(wording, counted):
    assert read_quantity(wording).counted == counted


@pytest.mark.parametrize(
    ("wording", "discrete"),
    [
        ("5,000", True),
        ("1.39 million", True),
        ("7.5", False),
        ("63 percent", False),
        ("$5", False),
        ("5 km", False),
        ("5,000 troops", True),
    ],
)
def test_counts_and_continuous_values(wording, discrete):
    assert read_quantity(wording).discrete is discrete


def test_a_given_unit_stands_where_the_wording_has_none():
    assert read_quantity("5.2 million", unit="US dollars").unit == "USD"


def test_a_given_unit_may_not_contradict_the_wording():
    with pytest.raises(WordingError, match="in percent, but its unit was given as troops"):
        read_quantity("63 percent", unit="troops")


def test_a_given_unit_of_a_yearly_figure_may_leave_out_the_year():
    assert read_quantity("$5 million a year", unit="USD").unit == "USD"


def relation(a: str, b: str, unit_a: str | None = None, unit_b: str | None = None) -> str:
    pair = (
        Report(id=i, nature="stock", quantity=read_quantity(w, unit=u))
        for i, w, u in (("a", a, unit_a), ("b", b, unit_b))
    )
    return relate(*pair).relation


CONVERTIBLE = [
    ("10 km", "10,000 m", None, None),
    ("2 hours", "120 minutes", None, None),
    ("two weeks", "14 days", None, None),
    ("two decades", "20 years", None, None),
    ("1 mile", "1.609344 km", None, None),
    ("5.2 million", "$5.2 million", None, None),
    ("62.8", "62.8 percent", None, None),
    ("5,000", "5,000", "troops", "US soldiers"),
    ("5,000", "5,000", "doses", "vaccine doses"),
    ("5,000", "5,000", "count", "doses"),
    ("$5 million a year", "$5 million per year", None, None),
    ("5", "5", "attacks per day", "count per day"),
]
INCONVERTIBLE = [
    ("41 members", "41 percent", None, None),
    ("41", "41 percent", None, None),
    ("41", "41", "count", "percent"),
    ("5,000 troops", "$5,000", None, None),
    ("63 percent", "63 percentage points", None, None),
    ("$5 million", "€5 million", None, None),
    ("5,000", "5,000", "doses", "people"),
    ("5,000", "5,000", "attacks", "doses"),
    ("$5 million a year", "$5 million", None, None),
    ("5 km", "5 kg", None, None),
    ("a month", "30 days", None, None),
    ("78 out of 100", "78 percent", None, None),
]


@pytest.mark.parametrize(("a", "b", "unit_a", "unit_b"), CONVERTIBLE)
def test_units_that_convert_compare(a, b, unit_a, unit_b):
    assert relation(a, b, unit_a, unit_b) == relation(b, a, unit_b, unit_a) == "agrees"


@pytest.mark.parametrize(("a", "b", "unit_a", "unit_b"), INCONVERTIBLE)
def test_units_that_do_not_convert_are_not_compared(a, b, unit_a, unit_b):
    assert relation(a, b, unit_a, unit_b) == "not-comparable"
    assert relation(b, a, unit_b, unit_a) == "not-comparable"


@pytest.mark.parametrize("text", [None, "", "  "])
def test_no_unit(text):
    assert canonical_unit(text) is None
