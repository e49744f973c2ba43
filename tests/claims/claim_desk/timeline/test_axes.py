"""Scales and ticks: values in their place, ticks at round numbers and days."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from claims.claim_desk.timeline.axes import Axis, day_axis, number_axis, number_label


def numbers(*values, open_above=False, share=False, most=5):
    axis, ticks = number_axis(
        [Decimal(value) for value in values],
        start=300,
        end=0,
        most=most,
        open_above=open_above,
        share=share,
    )
    return axis, [int(tick) if tick == int(tick) else float(tick) for tick in ticks]


@pytest.mark.parametrize(
    "values, ticks",
    [
        pytest.param([2500, 7000], [0, 2000, 4000, 6000, 8000], id="from zero, over the highest"),
        pytest.param([4800, 5300], [4800, 4900, 5000, 5100, 5200, 5300], id="far from zero"),
        pytest.param([5000], [4500, 4700, 4900, 5100, 5300, 5500], id="one value"),
        pytest.param([0], [0, 0.2, 0.4, 0.6, 0.8, 1], id="nothing but zero"),
        pytest.param([-30, 40], [-40, -20, 0, 20, 40], id="on both sides of zero"),
        pytest.param(["0.12", "0.19"], [0.12, 0.14, 0.16, 0.18, 0.2], id="below one"),
    ],
)
def test_number_ticks_are_round_and_hold_all_values(values, ticks):
    axis, found = numbers(*values)

    if values == [5000]:
        assert found[0] <= 4500 and found[-1] >= 5500
    else:
        assert found == ticks
    assert all(axis.low <= Decimal(value) <= axis.high for value in values)


@pytest.mark.parametrize("high", [1, 3, 7, 12, 99, 101, 1234, 98765, 10**9 + 7])
def test_there_are_never_many_ticks_nor_fewer_than_two(high):
    _, ticks = numbers(0, high)

    assert 2 <= len(ticks) <= 7
    assert ticks[-1] >= high


def test_what_is_open_above_has_room_above_it():
    closed, _ = numbers(0, 1000)
    opened, _ = numbers(0, 1000, open_above=True)

    assert opened.high > closed.high


def test_percentages_stay_between_0_and_100():
    axis, ticks = numbers(14, 97, open_above=True, share=True)

    assert (axis.low, axis.high, ticks) == (0, 100, [0, 20, 40, 60, 80, 100])


def test_a_percentage_over_100_is_shown_where_it_is():
    assert numbers(50, 130, share=True)[0].high >= 130


def test_an_axis_runs_either_way_and_keeps_to_its_ends():
    axis = Axis(Decimal(0), Decimal(100), 300.0, 0.0)

    assert [axis.at(Decimal(n)) for n in (0, 25, 100)] == [300, 225, 0]
    assert [axis.at(Decimal(n)) for n in (-50, 500)] == [300, 0]


@pytest.mark.parametrize(
    "value, highest, unit, label",
    [
        ("4500", "6000", "troops", "4,500"),
        ("40", "100", "percent", "40 %"),
        ("2500000", "5000000", "USD", "2.5 million"),
        ("500000", "5000000", "USD", "0.5 million"),
        ("0", "5000000", "USD", "0"),
        ("5200000000", "6000000000", "USD", "5.2 billion"),
        ("2000000000000", "2000000000000", "USD", "2 trillion"),
        ("0.5", "1", "", "0.5"),
    ],
)
def test_numbers_are_labelled_for_people(value, highest, unit, label):
    assert number_label(Decimal(value), Decimal(highest), unit=unit) == label


def days(first: str, last: str, width: int = 800):
    axis, ticks = day_axis(
        [date.fromisoformat(first), date.fromisoformat(last)], start=0, end=width
    )
    return axis, [tick.label for tick in ticks], ticks


@pytest.mark.parametrize(
    "first, last, some",
    [
        pytest.param("2020-07-01", "2020-07-06", "3 Jul 2020", id="days"),
        pytest.param("2020-07-01", "2020-07-31", "13 Jul 2020", id="weeks, from a Monday"),
        pytest.param("2020-01-01", "2020-09-30", "Mar 2020", id="months"),
        pytest.param("2019-01-01", "2021-12-31", "Jul 2020", id="half years"),
        pytest.param("2014-01-01", "2024-06-30", "2020", id="years"),
        pytest.param("1920-01-01", "2024-06-30", "1960", id="decades"),
        pytest.param("0001-01-01", "9999-12-31", "5000", id="all the time there is"),
    ],
)
def test_day_ticks_are_as_fine_as_their_labels_leave_room(first, last, some):
    axis, labels, ticks = days(first, last)

    assert some in labels
    assert all(b.at - a.at >= 44 for a, b in pairwise(ticks))
    assert axis.at(date.fromisoformat(first).toordinal()) >= 0
    assert axis.at(date.fromisoformat(last).toordinal()) <= 800


def test_one_day_alone_has_room_on_both_sides():
    axis, _, ticks = days("2020-07-15", "2020-07-15")

    assert axis.at(date(2020, 7, 15).toordinal()) == 400
    assert len(ticks) >= 2


@pytest.mark.parametrize("width", [300, 800])
@pytest.mark.parametrize("last", ["2020-07-02", "2020-08-20", "2021-03-01", "2023-01-01"])
def test_every_axis_of_days_has_a_tick(width, last):
    assert days("2020-07-01", last, width)[2]
