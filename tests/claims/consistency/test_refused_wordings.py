"""What a wording may not be: the reader says why, and drops no word that changes the meaning."""

from decimal import Decimal

import pytest

from claims.consistency import Interval, WordingError, read_quantity
from claims.consistency.quantity import from_bounds
from claims.consistency.wording import MAX_LENGTH


@pytest.mark.parametrize(
    ("wording", "complaint"),
    [
        pytest.param("", "an empty wording", id="empty"),
        pytest.param(" \u00a0 ", "an empty wording", id="white space only"),
        pytest.param("fewer than 0", "leaves no possible value", id="fewer than nothing"),
        pytest.param("nearly 0", "leaves no possible value", id="just under nothing"),
        pytest.param("less than 0 percent", "leaves no possible value", id="continuous too"),
        pytest.param("6,000 to 5,000", "runs from 6,000 down to 5,000", id="range backwards"),
        pytest.param("between 63 and 14 percent", "down to 14", id="between, backwards"),
        pytest.param("-5", "negative values", id="a minus"),
        pytest.param("−5 percent", "negative values", id="a true minus sign"),
        pytest.param("1,39 million", "‘1,39’", id="a decimal comma"),
        pytest.param("1.390.000", "not a well-written number", id="points between thousands"),
        pytest.param("12,34", "not a well-written number", id="a group of two"),
        pytest.param("9" * 25, "not a well-written number", id="more digits than anyone counts"),
        pytest.param("$5+ million", "‘million’", id="a sign inside the number"),
        pytest.param("500 k", "‘k’", id="thousand, or kelvin"),
        pytest.param("two million and a half", "more than one number", id="half of what"),
        pytest.param("5,000 and 1,200", "more than one number", id="two numbers"),
        pytest.param("5,000 US and 1,200 other troops", "more than one number", id="two, named"),
        pytest.param("killed 600 and wounded 1,000", "more than one number", id="two verbs"),
        pytest.param("600 killed and thousands hurt", "more than one number", id="a vague second"),
        pytest.param("5,000, 1,200", "1,200", id="a second after a comma"),
        pytest.param("6 ft 2 in", "‘2’", id="a mixed measure"),
        pytest.param("at least up to 5,000", "do not go together", id="two bounds on one number"),
        pytest.param("over 4,000 to 5,000", "both a range and ‘more-than’", id="bound on a range"),
        pytest.param("hardly 5,000", "‘hardly’", id="an unknown hedge"),
        pytest.param("not 5,000", "‘not’", id="a denial"),
        pytest.param("twice", "‘twice’", id="a multiple"),
        pytest.param("three times as many", "compares two values", id="a comparison"),
        pytest.param("5,000 fewer than before", "compares two values", id="so many fewer"),
        pytest.param("63 percent higher than in 2017", "compares two values", id="so much higher"),
        pytest.param("rose by 500", "a change or a difference", id="a difference"),
        pytest.param("an increase of 500", "a change or a difference", id="an increase"),
        pytest.param("down from 5,000", "a change or a difference", id="only the value before"),
        pytest.param("5 km to 6 percent", "in two units", id="two units"),
        pytest.param("most", "‘most’", id="no number at all"),
        pytest.param("5 " + "x" * MAX_LENGTH, "at most 300 characters", id="too long"),
    ],
)
def test_is_refused_with_the_reason(wording, complaint):
    with pytest.raises(WordingError) as refused:
        read_quantity(wording)
    assert complaint in str(refused.value)


@pytest.mark.parametrize("wording", [5000, 5.0, None, ["5,000"]])
def test_only_text_is_a_wording(wording):
    with pytest.raises(WordingError, match="a wording is text"):
        read_quantity(wording)


def test_a_count_is_whole():
    with pytest.raises(WordingError, match="not a whole number"):
        read_quantity("7.5", discrete=True)


@pytest.mark.parametrize("end", [1.5, 3, "3"])
def test_an_interval_takes_decimals_and_no_float(end):
    with pytest.raises(TypeError, match="Decimal or None"):
        Interval(end, None)


@pytest.mark.parametrize(
    ("low", "high", "complaint"),
    [
        pytest.param("6", "5", "greater than high", id="backwards"),
        pytest.param(None, None, "needs low, high or both", id="neither"),
        pytest.param("-1", "5", "cannot be negative", id="a negative count"),
    ],
)
def test_bounds_that_cannot_be_are_refused(low, high, complaint):
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    with pytest.raises(WordingError, match=complaint):
        from_bounds(*ends, discrete=True)
