"""Section 1: numbers as written, and u, the place of the last stated significant digit."""

from decimal import Decimal

import pytest

from claims.consistency import read_quantity
from claims.consistency.numerals import read_numeral
from claims.consistency.tokens import simplify, tokenize


@pytest.mark.parametrize(
    ("text", "amount", "place"),
    [
        pytest.param("2,500", 2500, 100, id="trailing zeros are not stated"),
        pytest.param("5,000", 5000, 1000, id="5,000"),
        pytest.param("1.39 million", 1_390_000, 10_000, id="a scale"),
        pytest.param("half a million", 500_000, 100_000, id="half a million"),
        pytest.param("1,390,001", 1_390_001, 1, id="to the last digit"),
        pytest.param("5.0", 5, "0.1", id="a written zero is stated"),
        pytest.param("5.20 million", 5_200_000, 10_000, id="a written zero before a scale"),
        pytest.param("0", 0, 1, id="zero"),
        pytest.param("600", 600, 100, id="600"),
        pytest.param("150", 150, 10, id="150"),
        pytest.param("41", 41, 1, id="41"),
        pytest.param("two dozen", 24, 1, id="dozens have no digits of their own"),
        pytest.param("twenty-five hundred", 2500, 100, id="hundreds over ten"),
    ],
)
def test_amount_and_place(text, amount, place):
    found = read_numeral(tokenize(simplify(text)), 0)
    assert (found.amount, found.place) == (Decimal(amount), Decimal(place))


SAME_NUMBER = {
    "2500": [
        *("2,500", "2500", "2 500", "2\u00a0500", "2\u202f500", "2’500", "2'500", "2.5 thousand"),
        *("2.5k", "2.5K", "two thousand five hundred", "twenty-five hundred", "25 hundred"),
        *("٢٥٠٠", "٢٬٥٠٠", "۲۵۰۰", "۲٬۵۰۰", "२५००", "२,५००", "２５００", "２，５００"),
        "two and a half thousand",
    ],
    "1390000": ["1.39 million", "1.39m", "1,390,000", "1.39 mn", "١٫٣٩ million", "13.9 lakh"],
    "500000": [
        *("half a million", "half-a-million", "a half million", "half-million", "½ million"),
        *("500k", "0.5 million", "five hundred thousand", "5 lakh", "500 thousand"),
    ],
    "750000": ["three quarters of a million", "three-quarters of a million", "¾ million"],
    "250000": ["a quarter of a million", "quarter-million", "two hundred and fifty thousand"],
    "1500000": [
        *("one and a half million", "1½ million", "1 1/2 million", "one point five million"),
        "one million five hundred thousand",
    ],
    "12": ["12", "twelve", "a dozen", "one dozen", "１２"],
    "24": ["two dozen", "twenty-four", "twenty four"],
    "6": ["half a dozen", "half-dozen", "six"],
    "2000": ["two thousand", "2 thousand", "2k"],
    "150": ["one hundred and fifty", "one hundred fifty", "a hundred and fifty"],
    "1000000000": ["a billion", "1 bn", "1bn", "one thousand million", "100 crore"],
    "1234567": ["1,234,567", "12,34,567"],
    "60": ["three score", "sixty"],
    "7": ["7", "seven", "007", "7.0"],
}


@pytest.mark.parametrize(
    ("amount", "text"),
    [pytest.param(n, t, id=t) for n, texts in SAME_NUMBER.items() for t in texts],
)
def test_one_number_in_many_spellings(amount, text):
    assert read_quantity(text).amount == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("5 to 6 million", 5_000_000, 6_000_000, id="the scale of both"),
        pytest.param("five to six thousand", 5000, 6000, id="in words"),
        pytest.param("two to three hundred", 200, 300, id="hundreds"),
        pytest.param("two or three dozen", 24, 36, id="dozens"),
        pytest.param("$1.2-1.5 billion", 1_200_000_000, 1_500_000_000, id="money"),
        pytest.param("one to two hundred thousand", 100_000, 200_000, id="two scales"),
        pytest.param("800 to 1,500", 800, 1500, id="no scale to share"),
        pytest.param("500,000 to a million", 500_000, 1_000_000, id="complete as it stands"),
    ],
)
def test_the_ends_of_a_range_share_a_scale(text, low, high):
    reading = read_quantity(text).reading
    assert (reading.low, reading.high) == (low, high)


@pytest.mark.parametrize(
    ("wording", "percent"),
    [
        *(("half of Iraqis", "50"), ("a quarter", "25"), ("three quarters", "75")),
        *(("four-fifths", "80"), ("a third", "33.3333"), ("two-thirds of lawmakers", "66.6667")),
        *(("1/3 of Iraqis", "33.3333"), ("one in five", "20"), ("nine in ten", "90")),
        *(("3 in 4 Iraqis", "75"), ("1-in-3", "33.3333")),
    ],
)
def test_a_part_of_a_whole_is_a_share_and_rounds(wording, percent):
    quantity = read_quantity(wording)
    assert (quantity.hedge, quantity.amount, quantity.unit) == (
        "about",
        Decimal(percent),
        "percent",
    )


@pytest.mark.parametrize(
    ("wording", "amount", "unit"),
    [
        pytest.param("41 of 329 seats", 41, None, id="so many of so many is a count"),
        pytest.param("41 out of 329", 41, None, id="out of so many"),
        pytest.param("78 out of 100", 78, "out of 100", id="out of a round best mark"),
        pytest.param("7.5/10", "7.5", "out of 10", id="a mark with a stroke"),
        pytest.param("2 in 10 days", 2, None, id="in a time is no share"),
    ],
)
def test_a_count_of_some_whole_is_no_share(wording, amount, unit):
    quantity = read_quantity(wording)
    assert (quantity.amount, quantity.unit) == (Decimal(amount), unit)


def test_reading_a_number_is_exact():
    assert read_quantity("0.1 percent").amount == Decimal("0.1")
    assert read_quantity("123456789012345678901234").amount == Decimal("123456789012345678901234")
