"""Section 2: how two periods lie to each other. P is 30 days."""

import pytest

from claims.consistency import Period, PeriodError
from claims.consistency.period import span_relation, window_relation

from .shown import day, when

P = 30


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param("2020-07-15", "2020-07-15", "same", id="one day"),
        pytest.param("2020-07-01", "2020-07-31", "same", id="30 days apart"),
        pytest.param("2020-07-01", "2020-08-01", "before", id="31 days apart"),
        pytest.param("2020-07-01/2020-07-31", "2020-07-01/2020-07-31", "same", id="one month"),
        pytest.param(
            "2020-07-01/2020-07-31", "2020-07-15/2020-08-05", "maybe", id="hull 35, overlapping"
        ),
        pytest.param("2020-07-01/2020-07-31", "2020-08-30", "maybe", id="gap 30"),
        pytest.param("2020-07-01/2020-07-31", "2020-08-31", "before", id="gap 31"),
        pytest.param("2020", "2020", "maybe", id="one year holds many moments"),
        pytest.param("2020", "2020-07-15", "maybe", id="a day of the year"),
        pytest.param("2020", "2022", "before", id="two years apart"),
        pytest.param("unknown", "2020-07-15", "maybe", id="unknown"),
        pytest.param("unknown", "unknown", "maybe", id="both unknown"),
        pytest.param("…/2020-07-31", "2021-07-31", "before", id="until, then a year later"),
        pytest.param("2020-07-31/…", "2019-07-31", "after", id="from, and a year before"),
        pytest.param("2020-07-31/…", "2021-07-31", "maybe", id="from, and a year later"),
    ],
)
def test_the_window(a, b, relation):
    mirror = {"before": "after", "after": "before"}
    first, second = whole_years(a), whole_years(b)
    assert window_relation(first, second, P) == relation
    assert window_relation(second, first, P) == mirror.get(relation, relation)


def whole_years(text: str) -> Period:
    return when(f"{text}-01-01/{text}-12-31" if text.isdigit() else text)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param("2020-01-01/2020-12-31", "2020-01-01/2020-12-31", "same", id="same"),
        pytest.param("2020-03-01/2020-03-31", "2020-01-01/2020-12-31", "inside", id="inside"),
        pytest.param("2020-01-01/2020-06-30", "2020-01-01/2020-12-31", "inside", id="one start"),
        pytest.param(
            "2020-01-01/2020-06-30", "2020-04-01/2020-12-31", "overlapping", id="overlapping"
        ),
        pytest.param("2020-01-01/2020-06-30", "2020-07-01/2020-12-31", "apart", id="side by side"),
        pytest.param("2020-01-01/2020-06-30", "unknown", "inside", id="in the unknown"),
    ],
)
def test_spans(a, b, relation):
    mirror = {"inside": "contains"}
    assert span_relation(when(a), when(b)) == relation
    assert span_relation(when(b), when(a)) == mirror.get(relation, relation)


@pytest.mark.parametrize("mode", ["cumulative", "since", "throughout"])
def test_a_running_total_over_a_span_is_judged_at_its_end(mode):
    assert when(f"2019-10-01/2021-08-04 {mode}").as_of() == when("2021-08-04")


@pytest.mark.parametrize("mode", ["instant", "within"])
def test_a_moment_somewhere_in_an_interval_stays_that(mode):
    period = when(f"2020-07-01/2020-07-31 {mode}")
    assert period.as_of() is period


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2020-07-15", "15 July 2020"),
        ("2020-07-01/2020-07-31", "July 2020"),
        ("2017-01-01/2017-12-31", "2017"),
        ("2020-03-01/2020-05-31", "March 2020 to May 2020"),
        ("2020-03-05/2020-05-31", "5 March 2020 to 31 May 2020"),
        ("…/2020-07-31", "until 31 July 2020"),
        ("2014-06-01/… since", "since 1 June 2014"),
        ("unknown", "an unknown date"),
    ],
)
def test_a_period_in_words(period, words):
    assert str(when(period)) == words


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        (("2020-02-01", "2020-01-01"), "begins on 2020-02-01 after it ends on 2020-01-01"),
        (("2020-01-01", "2020-02-01", "sometime"), "mode is one of"),
        (("2020-01-01", "2020-02-01", "instant", "guessed"), "basis is one of"),
    ],
)
def test_a_period_that_cannot_be_is_refused(fields, complaint):
    first, last, *rest = fields
    with pytest.raises(PeriodError, match=complaint):
        Period(day(first), day(last), *rest)
