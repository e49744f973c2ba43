"""Dates as intervals."""

from datetime import date

import pytest

from sources.dates import DateSpan, read_iso_span

READ = {
    "a day": ("2020-07-15", date(2020, 7, 15), date(2020, 7, 15)),
    "a month": ("2020-07", date(2020, 7, 1), date(2020, 7, 31)),
    "a February of a leap year": ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
    "a year": ("2020", date(2020, 1, 1), date(2020, 12, 31)),
    "from a day to a day": ("2020-07-07/2020-07-31", date(2020, 7, 7), date(2020, 7, 31)),
    "from a month to a year": ("2020-11/2021", date(2020, 11, 1), date(2021, 12, 31)),
    "space around it": (" 2020-07 ", date(2020, 7, 1), date(2020, 7, 31)),
}


@pytest.mark.parametrize(("text", "earliest", "latest"), READ.values(), ids=READ.keys())
def test_iso_dates_are_read_as_both_their_ends(text, earliest, latest):
    assert read_iso_span(text) == DateSpan(earliest, latest)


BAD = ["", "July 2020", "15.07.2020", "2020-13", "2020-02-30", "20-07-15", "2020-7-5", "0000"]


@pytest.mark.parametrize("text", [*BAD, "2021/2020", "2020/", "٢٠٢٠"])
def test_anything_else_is_an_error(text):
    with pytest.raises(ValueError, match=r"date|year"):
        read_iso_span(text)


SAID = {
    "one day": (DateSpan(date(2020, 7, 1), date(2020, 7, 1)), "2020-07-01"),
    "two days": (DateSpan(date(2020, 7, 1), date(2020, 7, 3)), "2020-07-01 to 2020-07-03"),
    "no end": (DateSpan(date(2020, 7, 1), None), "not before 2020-07-01"),
    "no beginning": (DateSpan(None, date(2020, 7, 1)), "not after 2020-07-01"),
    "nothing": (DateSpan(), "unknown"),
}


@pytest.mark.parametrize(("span", "words"), SAID.values(), ids=SAID.keys())
def test_a_span_says_what_is_known(span, words):
    assert str(span) == words
