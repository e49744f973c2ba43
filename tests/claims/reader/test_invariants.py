"""What holds for every text: finds in order, apart, verbatim; no text is too strange."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.consistency import Period, read_period
from claims.reader import find_dates, find_quantities, read_text

WORDS = (
    "about at least more than over under between and from to of in by since the a an half third "
    "quarter dozen dozens hundreds of thousands several few one two five twenty hundred million "
    "thousand percent % $ € US$ km mg / - – — ± × 10 ^ 5 1,200 3.5 2020 26 7 07 . , ; : ( ) [ ] "
    "June May Sunday last next this year month week ago now end early late F G7 Covid-19 years "
    "old people troops said will not According \n \n\n ½ °C K M s−1 ' \" # No. Article + < > ~"
).split(" ")
texts = st.one_of(
    st.text(max_size=200),
    st.text(alphabet=string.digits + ".,-/:%$ \n", max_size=60),
    st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
)
published = st.sampled_from([None, read_period("2021-03-10"), read_period("2020")])


@settings(max_examples=400)
@given(texts, published)
def test_finds_are_in_order_apart_and_verbatim(text: str, published: Period | None) -> None:
    end = 0
    for find in read_text(text, published):
        assert end <= find.start < find.end
        assert find.text == text[find.start : find.end]
        assert find.sentence[0] <= find.start and find.end <= find.sentence[1]
        assert (find.quantity is None) == (find.kind == "date")
        assert (find.period is None) == (find.kind == "quantity")
        end = find.end


@given(texts)
def test_quantities_and_dates_are_the_two_halves_of_all_finds(text: str) -> None:
    both = sorted([*find_quantities(text), *find_dates(text)], key=lambda find: find.start)
    assert both == read_text(text)


@pytest.mark.parametrize("noise", ["", " ", "\n", "\ufeff", "\u200b5", "5\u0301", "\ud800 5"])
def test_odd_texts_are_read(noise: str) -> None:
    assert all(find.text in noise for find in read_text(noise))


@pytest.mark.parametrize(
    "text", ["9" * 5000, "1," * 3000, "million " * 2000, "1" + " million" * 400, "10^999999 m"]
)
def test_numbers_beyond_all_measure_are_left_alone(text: str) -> None:
    for find in find_quantities(text):
        assert find.quantity.amount is None or find.quantity.amount < 10**60
