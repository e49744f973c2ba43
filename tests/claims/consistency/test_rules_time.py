"""Section 2, the table: what follows from time, for each nature of figure."""

import pytest

from claims.consistency import relate

from .shown import report

MIRROR = {"before": "after", "after": "before", "inside": "contains", "contains": "inside"}


def check(a, b, relation, time, **more):
    found = relate(a, b)
    assert (found.relation, found.time) == (relation, time)
    for name, value in more.items():
        assert getattr(found, name) == value, name
    assert relate(b, a) == found.swapped()


STOCK = [
    pytest.param("5,000", "2020-07-15", "2,500", "2020-07-20", "conflicts", "same", id="same"),
    pytest.param("5,000", "2020-07-15", "5,200", "2020-08-14", "agrees", "same", id="hull 30"),
    pytest.param(
        "5,000", "2020-07-15", "2,500", "2020-08-15", "supersedes", "before", id="31 days on"
    ),
    pytest.param(
        "5,000",
        "2020-07-01/2020-07-31",
        "2,500",
        "2020-08-15",
        "compatible",
        "maybe",
        id="maybe: a conflict becomes compatible",
    ),
    pytest.param(
        "5,000",
        "2020-07-01/2020-07-31",
        "5,200",
        "2020-08-15",
        "agrees",
        "maybe",
        id="maybe: agreement counts",
    ),
    pytest.param("5,000", "unknown", "2,500", "2020-08-15", "compatible", "maybe", id="unknown"),
    pytest.param("5,000", None, "2,500", "2020-08-15", "compatible", "maybe", id="one undated"),
]


@pytest.mark.parametrize("nature", ["stock", "ratio"])
@pytest.mark.parametrize(("a", "when_a", "b", "when_b", "relation", "time"), STOCK)
def test_a_level_at_a_moment(nature, a, when_a, b, when_b, relation, time):
    check(
        report(a, when_a, nature=nature, id="a"),
        report(b, when_b, nature=nature, id="b"),
        relation,
        time,
        time_uncertain=time == "maybe",
    )


@pytest.mark.parametrize(
    ("earlier", "later", "change"),
    [
        pytest.param("5,000", "2,500", "decrease", id="it fell"),
        pytest.param("2,500", "5,000", "increase", id="it rose"),
        pytest.param("5,000", "approximately 5,000", "none", id="it did not change"),
        pytest.param("5,400", "4,600", "decrease", id="stated to the hundred, it fell"),
        pytest.param("5,000", "more than 4,000", "none", id="it lies within the bound"),
        pytest.param("more than 4,000", "fewer than 6,000", "undetermined", id="cannot be told"),
        pytest.param("more than 6,000", "fewer than 5,000", "decrease", id="bounds apart"),
    ],
)
def test_the_later_level_supersedes_with_its_change(earlier, later, change):
    found = relate(report(later, "2021-07-26", id="b"), report(earlier, "2020-07-15", id="a"))
    assert (found.relation, found.direction, found.change) == ("supersedes", "a->b", change)


def test_the_window_belongs_to_the_figure():
    a = report("5,000", "2020-01-01", window_days=365)
    b = report("2,500", "2020-12-01", window_days=365)
    assert relate(a, b).relation == "conflicts"


CUMULATIVE = [
    pytest.param("600", "2020-01-31", "700", "2021-08-04", "supersedes", "before", id="it grew"),
    pytest.param("600", "2020-01-31", "500", "2021-08-04", "conflicts", "before", id="it fell"),
    pytest.param(
        "at least 600", "2020-01-31", "400", "2021-08-04", "conflicts", "before", id="below a bound"
    ),
    pytest.param(
        "600", "2020-01-31", "580", "2021-08-04", "supersedes", "before", id="within rounding"
    ),
    pytest.param(
        "up to 600", "2020-01-31", "400", "2021-08-04", "supersedes", "before", id="perhaps grew"
    ),
    pytest.param("600", "2020-01-31", "700", "2020-02-10", "conflicts", "same", id="same"),
    pytest.param(
        "600", "2020-01-31", "700", "2020-02-01/2020-03-20", "compatible", "maybe", id="maybe"
    ),
    pytest.param(
        "600",
        "2020-01-31",
        "500",
        "2020-02-01/2020-03-20",
        "conflicts",
        "before",
        id="a fall between dates in a sure order",
    ),
    pytest.param(
        "600",
        "2020-01-15/2020-02-15",
        "500",
        "2020-02-10/2020-03-20",
        "compatible",
        "maybe",
        id="a fall, or the other way round",
    ),
    pytest.param(
        "600",
        "2019-10-01/2020-01-31 cumulative",
        "500",
        "2019-10-01/2021-08-04 cumulative",
        "conflicts",
        "before",
        id="totals over spans: judged at their ends",
    ),
    pytest.param(
        "600",
        "2014-06-01/2020-01-31 cumulative",
        "500",
        "2019-10-01/2021-08-04 cumulative",
        "not-comparable",
        "overlapping",
        id="totals that began years apart are not one total",
    ),
    pytest.param(
        "600",
        "2019-10-01/2020-01-31 cumulative",
        "500",
        "2014-06-01/2021-08-04 cumulative",
        "conflicts",
        "inside",
        id="…but a part cannot exceed the whole",
    ),
]


@pytest.mark.parametrize(("a", "when_a", "b", "when_b", "relation", "time"), CUMULATIVE)
def test_a_running_total_cannot_fall(a, when_a, b, when_b, relation, time):
    check(
        report(a, when_a, nature="cumulative", id="a"),
        report(b, when_b, nature="cumulative", id="b"),
        relation,
        time,
    )


YEAR, MARCH, SPRING = "2020-01-01/2020-12-31", "2020-03-01/2020-03-31", "2019-11-01/2020-04-30"
FLOW = [
    pytest.param("150", YEAR, "150", YEAR, "agrees", "same", id="same period"),
    pytest.param("150", YEAR, "60", YEAR, "conflicts", "same", id="same period, another count"),
    pytest.param("60", MARCH, "150", YEAR, "compatible", "inside", id="part within whole"),
    pytest.param("200", MARCH, "150", YEAR, "conflicts", "inside", id="part exceeds whole"),
    pytest.param(
        "more than 150", MARCH, "about 150", YEAR, "compatible", "inside", id="perhaps exceeds"
    ),
    pytest.param("150", SPRING, "150", YEAR, "not-comparable", "overlapping", id="overlapping"),
    pytest.param(
        "150", "2019-01-01/2019-12-31", "60", YEAR, "not-comparable", "apart", id="other years"
    ),
    pytest.param("150", "unknown", "60", YEAR, "compatible", "maybe", id="a span unknown"),
    pytest.param("150", "unknown", "150", YEAR, "agrees", "maybe", id="unknown, and agreeing"),
]


@pytest.mark.parametrize(("a", "when_a", "b", "when_b", "relation", "time"), FLOW)
def test_a_count_over_a_period(a, when_a, b, when_b, relation, time):
    check(
        report(a, when_a, nature="flow", id="a"),
        report(b, when_b, nature="flow", id="b"),
        relation,
        time,
    )


@pytest.mark.parametrize(
    ("a", "b", "relation", "direction"),
    [
        pytest.param("2020-01-03", "2020-01-03", "agrees", "both", id="the same day"),
        pytest.param("2020-01-03", "2020-01-01/2020-01-31", "agrees", "a->b", id="contained"),
        pytest.param("2020-05-01/2020-05-31", "2020-05-07", "agrees", "b->a", id="containing"),
        pytest.param(
            "2020-08-16/2020-08-31", "2020-08-25/2020-09-05", "compatible", None, id="overlapping"
        ),
        pytest.param("2020-01-03", "2020-01-04", "conflicts", None, id="a day apart"),
        pytest.param("2017-01-01/2017-12-31", "2018-01-01", "conflicts", None, id="years apart"),
        pytest.param(
            "2021-12-09", "2021-12-31/2021-12-31 deadline", "agrees", "a->b", id="by a day"
        ),
        pytest.param("2022-01-09", "2021-12-31 deadline", "conflicts", None, id="after the day"),
    ],
)
def test_the_date_of_an_event(a, b, relation, direction):
    first = report(None, a, nature="event-date", id="a")
    second = report(None, b, nature="event-date", id="b")
    found = relate(first, second)
    assert (found.relation, found.direction) == (relation, direction)
    assert relate(second, first) == found.swapped()


def test_an_event_of_unknown_date_does_not_compare():
    unknown = report(None, "unknown", nature="event-date")
    assert relate(unknown, report(None, "2020-01-03", nature="event-date")).rule == "value.unknown"
