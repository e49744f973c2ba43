"""Section 2: dates in words, each an interval."""

import pytest

from claims.consistency import Period, PeriodError, read_period

from .shown import day, when


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        pytest.param("2020-07-15", "2020-07-15", "2020-07-15", id="ISO day"),
        pytest.param("2020-07", "2020-07-01", "2020-07-31", id="ISO month"),
        pytest.param("3 January 2020", "2020-01-03", "2020-01-03", id="day first"),
        pytest.param("January 25, 2024", "2024-01-25", "2024-01-25", id="month first"),
        pytest.param("the 3rd of May 2020", "2020-05-03", "2020-05-03", id="ordinal day"),
        pytest.param("July 2020", "2020-07-01", "2020-07-31", id="month"),
        pytest.param("in October 2021", "2021-10-01", "2021-10-31", id="with its preposition"),
        pytest.param("2017", "2017-01-01", "2017-12-31", id="year"),
        pytest.param("early July 2020", "2020-07-01", "2020-07-15", id="early month: 1–15"),
        pytest.param("mid-July 2020", "2020-07-10", "2020-07-20", id="mid month: 10–20"),
        pytest.param("late July 2020", "2020-07-16", "2020-07-31", id="late month: 16–end"),
        pytest.param("late February 2020", "2020-02-16", "2020-02-29", id="in a leap year"),
        pytest.param("late February 2021", "2021-02-16", "2021-02-28", id="in a common year"),
        pytest.param("early 2020", "2020-01-01", "2020-04-30", id="early year: Jan–Apr"),
        pytest.param("mid-2018", "2018-05-01", "2018-08-31", id="mid year: May–Aug"),
        pytest.param("late 2019", "2019-09-01", "2019-12-31", id="late year: Sep–Dec"),
        pytest.param("the end of 2021", "2021-09-01", "2021-12-31", id="the end is late"),
        pytest.param("the end of November 2019", "2019-11-16", "2019-11-30", id="of a month"),
        pytest.param("March 2020 to May 2020", "2020-03-01", "2020-05-31", id="a span"),
        pytest.param("2020-01-01/2020-06-30", "2020-01-01", "2020-06-30", id="an ISO span"),
        pytest.param("between 2014 and 2017", "2014-01-01", "2017-12-31", id="between"),
        pytest.param("٢٠٢٠", "2020-01-01", "2020-12-31", id="another script's digits"),
    ],
)
def test_a_date_is_an_interval(words, earliest, latest):
    assert read_period(words) == Period(day(earliest), day(latest))


def test_since_runs_from_its_start_to_the_publication():
    published = when("2021-08-04")
    assert read_period("since 2014", published=published) == when("2014-01-01/2021-08-04 since")
    assert read_period("since 2014") == when("2014-01-01/… since")


def test_by_is_a_deadline():
    assert read_period("by the end of 2021") == when("2021-09-01/2021-12-31 deadline")


@pytest.mark.parametrize("word", ["now", "today", "currently"])
def test_now_is_the_publication_interval(word):
    published = when("2020-07-01/2020-07-31")
    period = read_period(word, published=published)
    assert (period.earliest, period.latest) == (published.earliest, published.latest)
    assert period.basis == "relative"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param("", "an empty date", id="empty"),
        pytest.param("now", "needs the publication date", id="now, published who knows when"),
        pytest.param("31 June 2020", "not a day of the calendar", id="no such day"),
        pytest.param("2020-13", "there is no month 13", id="no such month"),
        pytest.param("last fall", "is not read as a date", id="no year"),
        pytest.param("[10]", "is not read as a date", id="a footnote mark"),
        pytest.param("2021 to 2020", "ends before it begins", id="backwards"),
        pytest.param("to " * 100, "at most 100 characters", id="too long"),
    ],
)
def test_what_is_no_date_is_refused(words, complaint):
    with pytest.raises(PeriodError, match=complaint):
        read_period(words)
