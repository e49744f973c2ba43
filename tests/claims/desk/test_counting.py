"""A number speaks of a figure only where it counts what the figure counts."""

import pytest

from claims.consistency import read_period, read_quantity
from claims.desk.counting import alike_in, counts_another_thing
from claims.desk.places import whole_place
from claims.desk.reading import read_quote
from claims.models import Figure


@pytest.mark.parametrize(
    ("wording", "counted", "unit", "other"),
    [
        ("150", "attacks", "percent", True),
        ("150", None, "USD", True),
        ("150", "attacks", "attacks", False),
        ("150", "attacks", "troops", True),
        ("2,500", "US soldiers", "troops", False),
        ("2,500", None, "troops", False),
        ("2,500", "Iraqis", "people", False),
        ("$155 million", "aid", "troops", False),  # its unit says so: the engine refuses it
    ],
)
def test_what_is_counted_must_be_what_the_figure_counts(wording, counted, unit, other):
    why = counts_another_thing(read_quantity(wording), counted, Figure(unit=unit), "")
    assert (why is not None) == other


def test_a_thing_that_the_statement_names_is_no_other():
    seats = Figure(unit="seats")
    assert counts_another_thing(read_quantity("41"), "members", seats, "It had 41 members.") is None


@pytest.mark.parametrize(
    ("counted", "unit", "alike"),
    [("attacks", "attacks", 1.0), ("US soldiers", "troops", 0.5), ("doses", "people", 0.0)],
)
def test_the_very_thing_is_a_stronger_sign_than_persons(counted, unit, alike):
    assert alike_in(counted, Figure(unit=unit)) == alike


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Troops in Iraq and Syria saw attacks by men based in Iraq.", "Iraq and Syria"),
        ("Troops in Iraq saw attacks.", "Iraq"),
    ],
)
def test_places_named_together_are_one(sentence, expected):
    assert whole_place("Iraq", sentence, {"Iraq", "Iraq and Syria", "Syria"}) == expected


def test_a_date_after_what_a_number_is_compared_to_is_not_its_own():
    text = "Some 14 percent agreed, compared to 74 percent in 2017."
    quoted = read_quote(text, 0, 15, published=read_period("July 2020"))
    assert [(one.wording, one.when) for one in quoted.numbers] == [("Some 14 percent", "July 2020")]
