"""What a query may say, and what is said back when it is wrong. No database."""

from datetime import date

import pytest
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.test import APIRequestFactory

from factcheck.api.parameters import AnyOf, Day, Flag, OneOf, Parameters, Text, WholeNumber


class Sample(Parameters):
    words = Text(required=False, max_length=10)
    flag = Flag(required=False)
    day = Day(required=False)
    number = WholeNumber(min_value=1, max_value=20, default=5)
    colour = OneOf(["red", "green"], required=False)
    sizes = AnyOf(choices=["small", "large"], required=False)


def read(query: str) -> dict:
    return Sample.read(Request(APIRequestFactory().get(f"/?{query}")))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("", {"number": 5}, id="nothing: the default"),
        pytest.param("words=%20a+b%20", {"words": "a b"}, id="words lose the space around them"),
        pytest.param("flag=true", {"flag": True}, id="true"),
        pytest.param("flag=false", {"flag": False}, id="false"),
        pytest.param("day=2020-02-29", {"day": date(2020, 2, 29)}, id="a leap day"),
        pytest.param("day=0001-01-01", {"day": date(1, 1, 1)}, id="the first day"),
        pytest.param("day=9999-12-31", {"day": date(9999, 12, 31)}, id="the last day"),
        pytest.param("number=20", {"number": 20}, id="the largest number"),
        pytest.param("number=007", {"number": 7}, id="leading zeros"),
        pytest.param("colour=red", {"colour": "red"}, id="a word of the list"),
        pytest.param("sizes=small", {"sizes": ["small"]}, id="one of several"),
        pytest.param(
            "sizes=small&sizes=large", {"sizes": ["small", "large"]}, id="several of several"
        ),
    ],
)
def test_a_good_query_is_read(query, expected):
    assert read(query) == {"number": 5} | expected


@pytest.mark.parametrize(
    ("query", "name", "complaint"),
    [
        pytest.param("word=a", "word", "takes: colour, day, flag", id="a name that is none"),
        pytest.param("Words=a", "Words", "no parameter “Words”", id="another case"),
        pytest.param("colur=red", "colur", "did you mean “colour”? This address", id="mistyped"),
        pytest.param("words[]=a", "words[]", "no parameter", id="brackets"),
        pytest.param("%00=a", "\0", "no parameter", id="NUL for a name"),
        pytest.param(f"{'x' * 900}=a", f"{'x' * 59}…", "no parameter", id="a very long name"),
        pytest.param("words=a&words=b", "words", "Given 2 times", id="twice"),
        pytest.param("words=", "words", "empty", id="empty words"),
        pytest.param("words=%20", "words", "empty", id="white space for words"),
        pytest.param("words=a%00b", "words", "Null characters", id="NUL in words"),
        pytest.param("words=12345678901", "words", "no more than 10", id="too many words"),
        pytest.param("flag=", "flag", "true or false", id="an empty flag"),
        pytest.param("flag=yes", "flag", "true or false", id="yes"),
        pytest.param("flag=1", "flag", "true or false", id="1 for true"),
        pytest.param("flag=null", "flag", "true or false", id="null"),
        pytest.param("day=", "day", "YYYY-MM-DD", id="an empty day"),
        pytest.param("day=2020-02-30", "day", "day is out of range", id="30 February"),
        pytest.param("day=2021-02-29", "day", "day is out of range", id="no leap year"),
        pytest.param("day=2020-13-01", "day", "month must be", id="month 13"),
        pytest.param("day=0000-01-01", "day", "year 0", id="year 0"),
        pytest.param("day=20200715", "day", "YYYY-MM-DD", id="no dashes"),
        pytest.param("day=2020-07", "day", "YYYY-MM-DD", id="only a month"),
        pytest.param("day=2020-07-15T00:00", "day", "YYYY-MM-DD", id="a moment"),
        pytest.param("day=2020-W29-3", "day", "YYYY-MM-DD", id="a week date"),
        pytest.param("day=%D9%A2020-07-15", "day", "YYYY-MM-DD", id="Arabic digits"),
        pytest.param("day=99999-01-01", "day", "YYYY-MM-DD", id="a year of five digits"),
        pytest.param("day=%00", "day", "YYYY-MM-DD", id="NUL for a day"),
        pytest.param("number=0", "number", "from 1 to 20", id="too small"),
        pytest.param("number=21", "number", "from 1 to 20", id="too large"),
        pytest.param("number=-1", "number", "from 1 to 20", id="below zero"),
        pytest.param(f"number={'9' * 5000}", "number", "from 1 to 20", id="5,000 digits"),
        pytest.param("number=5.0", "number", "in digits", id="a fraction"),
        pytest.param("number=1e1", "number", "in digits", id="an exponent"),
        pytest.param("number=%2B5", "number", "in digits", id="a plus"),
        pytest.param("number=%C2%B2", "number", "in digits", id="a raised digit"),
        pytest.param("number=five", "number", "in digits", id="a word"),
        pytest.param("number=", "number", "in digits", id="no number"),
        pytest.param("colour=blue", "colour", "not one of: red, green", id="not in the list"),
        pytest.param("colour=", "colour", "not one of: red, green", id="nothing for a word"),
        pytest.param("colour=Red", "colour", "not one of: red, green", id="capitals"),
        pytest.param("sizes=medium", "sizes", "“medium” is not one of: small", id="not of several"),
        pytest.param("sizes=small&sizes=", "sizes", "“” is not one of", id="one of them empty"),
        pytest.param("sizes=small,large", "sizes", "“small,large” is not", id="commas"),
    ],
)
def test_a_bad_query_is_refused_by_name(query, name, complaint):
    with pytest.raises(ValidationError) as refused:
        read(query)
    assert list(refused.value.detail) == [name]
    assert complaint in str(refused.value.detail[name][0])


def test_everything_that_is_wrong_is_told_at_once():
    with pytest.raises(ValidationError) as refused:
        read("foo=1&words=a&words=b&flag=x&day=x&number=x&colour=x&sizes=x")
    assert set(refused.value.detail) == {"foo", *Sample().fields}


def test_an_address_without_parameters_says_so():
    with pytest.raises(ValidationError) as refused:
        Parameters.read(Request(APIRequestFactory().get("/?a=1")))
    assert "takes no parameters" in str(refused.value.detail["a"][0])
