"""The field for a time, and a passage's context."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateRange

from claims.admin.context import context_of
from claims.admin.fields import PeriodField
from claims.consistency import Period
from tests.claims import make


def held(first: date | None, last: date | None) -> DateRange:
    """A range as PostgreSQL gives it back: its end is the day after."""
    end = last and date.fromordinal(last.toordinal() + 1)
    return DateRange(first, end, "[)" if first else "()")


@pytest.mark.parametrize(
    "first, last, words",
    [
        (date(2020, 7, 15), date(2020, 7, 15), "15 July 2020"),
        (date(2020, 7, 1), date(2020, 7, 31), "July 2020"),
        (date(2017, 1, 1), date(2017, 12, 31), "2017"),
        (date(2020, 7, 7), date(2020, 7, 31), "7 July 2020 to 31 July 2020"),
        (date(2019, 10, 1), date(2020, 3, 31), "October 2019 to March 2020"),
    ],
)
def test_a_stored_period_is_shown_in_words_that_read_as_the_same_days(first, last, words):
    shown = PeriodField().prepare_value(held(first, last))

    assert shown == words
    assert PeriodField.read(shown).same_days(Period(first, last))


@pytest.mark.parametrize(
    "first, last, words",
    [
        (date(2014, 1, 1), None, "since 1 January 2014"),
        (None, date(2020, 7, 31), "until 31 July 2020"),
    ],
)
def test_an_open_period_is_shown_and_is_no_change_when_left_alone(first, last, words):
    field = PeriodField()

    assert field.prepare_value(held(first, last)) == words
    assert not field.has_changed(held(first, last), words)
    assert field.has_changed(held(first, last), "2020")


def test_what_was_typed_is_shown_as_it_was_typed():
    assert PeriodField().prepare_value("  soonish ") == "  soonish "


def test_an_empty_text_is_an_unknown_time():
    assert PeriodField.read("") is None


def test_now_is_when_it_was_published():
    july = Period(date(2020, 7, 1), date(2020, 7, 31))

    assert PeriodField.read("now", published=july).same_days(july)


@pytest.mark.parametrize(
    "text, reason",
    [
        ("soonish", "‘soonish’ is not read as a date"),
        ("now", "needs the publication date"),
        ("until July 2020", "does not say since when"),
        ("29 February 2021", "is not a day of the calendar"),
    ],
)
def test_what_is_no_time_is_refused_with_the_reason(text, reason):
    with pytest.raises(ValidationError, match=reason):
        PeriodField.read(text)


def test_a_short_text_is_shown_whole(db):
    passage = make.passage(make.document("One. Two. Three."), "Two.")

    shown = context_of(passage)

    assert (shown.before, shown.quote, shown.after) == ("One. ", "Two.", " Three.")
    assert (shown.begins, shown.ends) == (True, True)


def test_a_long_text_is_cut_between_words(db):
    passage = make.passage(make.document("alpha beta gamma QUOTE delta epsilon zeta"), "QUOTE")

    shown = context_of(passage, width=9)

    assert (shown.before, shown.after) == (" gamma ", " delta ")
    assert (shown.begins, shown.ends) == (False, False)


def test_a_text_of_one_long_word_is_cut_within_it(db):
    passage = make.passage(make.document("x" * 50 + "QUOTE" + "y" * 50), "QUOTE")

    shown = context_of(passage, width=10)

    assert shown.before == "x" * 10
    assert shown.after.startswith("y" * 10)


def test_offsets_are_code_points(db):
    passage = make.passage(make.document("😀 é\u00ad« 5٬000 » 👩‍🚀 after"), "5٬000")

    shown = context_of(passage)

    assert (shown.before, shown.after) == ("😀 é\u00ad« ", " » 👩‍🚀 after")


def test_the_context_is_one_query_and_not_the_whole_text(db, django_assert_num_queries):
    passage = make.passage(make.document("before " * 5_000 + "QUOTE" + " after" * 5_000), "QUOTE")

    with django_assert_num_queries(1):
        shown = context_of(passage, width=100)

    assert len(shown.before) <= 100
    assert len(shown.after) <= 100
