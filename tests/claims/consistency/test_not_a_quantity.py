"""Section 1, last rows: ordinals, names, footnote marks, dates and changes are no quantities."""

from decimal import Decimal

import pytest

from claims.consistency import read_quantity
from claims.consistency.wording import ChangeError, NotAQuantityError

from .shown import shown

KINDS = {
    "ordinal": [
        *("102nd", "the 28th", "21st century", "1st", "third", "the fourth largest bloc"),
        *("the third", "second", "the 102nd Iraqi Police Day"),
    ],
    "name": [
        *("Covid-19", "COVID-19", "F-16", "F-16s", "G7", "Article 5", "Resolution 1441"),
        *("Boeing 737", "No. 1", "#1", "Group of 20", "round two", "page 10"),
    ],
    "rank": ["number one"],
    "footnote mark": ["[10]", "[1] [2]"],
    "date": [
        *("9/11", "26/7/2021", "2020-07-15", "3 January 2020", "January 25, 2024", "January 31"),
        *("October 2021", "in 2021", "since 2014", "the end of 2021", "late August 2020"),
        *("the 1990s", "the 2003 invasion", "between 2014 and 2017", "from 2019 to 2020"),
        *("in July", "the 3rd of May 2020", "by the end of 2021", "24/7"),
    ],
    "time": ["10:30", "10 am", "3 p.m.", "10.30am", "at 10 a.m.", "5 o'clock"],
    "age": ["a 20-year-old", "20-year-old man"],
}


@pytest.mark.parametrize(
    ("kind", "wording"),
    [pytest.param(k, w, id=w) for k, wordings in KINDS.items() for w in wordings],
)
def test_looks_like_a_number_and_is_none(kind, wording):
    with pytest.raises(NotAQuantityError) as refused:
        read_quantity(wording)
    assert refused.value.kind == kind
    assert wording in str(refused.value)


@pytest.mark.parametrize(
    ("wording", "amount"),
    [
        pytest.param("5,000 [10]", 5000, id="a footnote mark after it"),
        pytest.param("$5.2 million.[12]", 5_200_000, id="a footnote mark and a stop"),
        pytest.param("17 F-16s", 17, id="a name after it"),
        pytest.param("approximately 5,000 (July 2020)", 5000, id="a date after it"),
        pytest.param("in July 2020 approximately 5,000 soldiers", 5000, id="a date before it"),
        pytest.param("as of 3 March 2020, 123 cases", 123, id="as of a day"),
        pytest.param("in 2020, 5,000 troops", 5000, id="a year before it"),
        pytest.param("by 2020, more than 5,000 troops", 5000, id="by a year"),
        pytest.param("2,500 troops on January 25, 2024", 2500, id="on a day"),
        pytest.param("14 militiamen arrested on June 25", 14, id="a day without its year"),
        pytest.param("14 in July", 14, id="a month alone"),
        pytest.param("74 percent in 2017", 74, id="percent in a year"),
        pytest.param("2,021 troops", 2021, id="a count like a year"),
        pytest.param("2021 people", 2021, id="a count of people like a year"),
        pytest.param("20 years old", 20, id="a length of time"),
        pytest.param("the 1,200 troops of the 28 other nations", 1200, id="the first number"),
        pytest.param("5,000 (five thousand)", 5000, id="told twice"),
    ],
)
def test_what_stands_beside_a_number_does_not_hide_it(wording, amount):
    assert read_quantity(wording).amount == amount


@pytest.mark.parametrize(
    ("wording", "before", "after"),
    [
        pytest.param("reduced from 5,000 to 2,500", "{5000}", "{2500}", id="reduced"),
        pytest.param("rose from 2,500 to 5,000", "{2500}", "{5000}", id="rose"),
        pytest.param("down to 2,500 from 5,000", "{5000}", "{2500}", id="to before from"),
        pytest.param("from 5,000 to 2,500 soldiers", "{5000}", "{2500}", id="a fall needs no verb"),
        pytest.param(
            "cut the number of US forces from 5,000 to 2,500 soldiers",
            *("{5000}", "{2500}"),
            id="with the noun between",
        ),
        pytest.param(
            "from 5,000 in July 2020 to 2,500 in January 2021",
            *("{5000}", "{2500}"),
            id="with both dates",
        ),
        pytest.param(
            "fell from about 5,000 to fewer than 2,500", "[4500, 5500]", "[0, 2499]", id="hedged"
        ),
        pytest.param("rose from 2 to 3 million", "{2000000}", "{3000000}", id="one scale for both"),
        pytest.param("fell from 74 percent to 14 percent", "{74}", "{14}", id="percent"),
        pytest.param("rose from 14 to 74 percent", "{14}", "{74}", id="one unit for both"),
        pytest.param("cut from $5 million to $4 million", "{5000000}", "{4000000}", id="money"),
    ],
)
def test_a_change_is_two_dated_values_and_never_a_range(wording, before, after):
    with pytest.raises(ChangeError) as change:
        read_quantity(wording)
    assert shown(change.value.before.reading) == before
    assert shown(change.value.after.reading) == after
    assert change.value.before.unit == change.value.after.unit


@pytest.mark.parametrize("wording", ["from 5,000 to 6,000", "anywhere from 5,000 up to 6,000"])
def test_from_and_to_without_a_change_is_a_range(wording):
    assert shown(read_quantity(wording).reading) == "[5000, 6000]"


@pytest.mark.parametrize(
    ("wording", "amount"),
    [("rose to 5,000", 5000), ("reduced to 2,500", 2500), ("down to 2,500 troops", 2500)],
)
def test_the_end_of_a_change_is_a_value(wording, amount):
    assert read_quantity(wording).amount == Decimal(amount)


@pytest.mark.parametrize("wording", ["none", "no troops", "no US soldiers", "nobody", "zero", "0"])
def test_nothing_is_zero(wording):
    assert shown(read_quantity(wording).accept) == "{0}"
