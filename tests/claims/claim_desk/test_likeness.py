"""How like two claims are, part by part."""

import pytest

from claims.claim_desk.likeness import Described, likeness
from claims.consistency import Period, read_period, read_quantity

TROOPS = frozenset("5000 troop iraq".split())


def told(
    wording: str = "5,000",
    period: str = "July 2020",
    *,
    words: str = "5000 troop iraq",
    figure: str | None = "troops",
) -> Described:
    quantity = read_quantity(wording) if wording else None
    return Described(
        words=frozenset(words.split()),
        figure=figure,
        reading=quantity and quantity.reading,
        accept=quantity and quantity.accept,
        period=read_period(period) if period else None,
    )


def part(found, name: str) -> tuple[float, str]:
    return next((one.score, one.found) for one in found.parts if one.name == name)


def test_the_same_claim_twice_is_wholly_alike():
    assert likeness(told(), told()).percent == 100


@pytest.mark.parametrize(
    "one, other, score",
    [
        pytest.param("5,000", "5,000", 1.0, id="the same"),
        pytest.param("about 5,000", "5,200", 0.8, id="one within what the other tolerates"),
        pytest.param("5,000", "at least 5,200", 0.4, id="both can be true"),
    ],
)
def test_numbers_are_compared_by_what_they_say_and_tolerate(one, other, score):
    assert part(likeness(told(one), told(other)), "number")[0] == score
    assert part(likeness(told(other), told(one)), "number")[0] == score


@pytest.mark.parametrize(
    "one, other, score",
    [
        pytest.param("July 2020", "1 July 2020 to 31 July 2020", 1.0, id="the same days"),
        pytest.param("July 2020", "2020", 0.6, id="one within the other"),
        pytest.param("July 2020", "20 July 2020 to 3 August 2020", 0.4, id="overlapping"),
        pytest.param("July 2020", "", 0.3, id="one unknown"),
    ],
)
def test_times_are_compared_by_their_days(one, other, score):
    assert part(likeness(told(period=one), told(period=other)), "time")[0] == score
    assert part(likeness(told(period=other), told(period=one)), "time")[0] == score


def test_words_count_by_those_in_common():
    found = likeness(told(words="5000 troop iraq"), told(words="5000 soldier iraq"))

    assert part(found, "words") == (0.5, "2 of 4 words in common")


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param(told("5,000"), told("9,000"), id="values that cannot both be true"),
        pytest.param(told(period="July 2020"), told(period="July 2021"), id="other times"),
        pytest.param(told(), told(figure="attacks"), id="other figures"),
    ],
)
def test_what_cannot_be_one_claim_is_not_likened(one, other):
    assert likeness(one, other) is None
    assert likeness(other, one) is None


def test_without_numbers_the_words_weigh_for_them_too():
    plain = told("", figure=None, words="iran reliable partner")
    other = told("", figure=None, words="iran reliable neighbour")

    weights = {one.name: one.weight for one in likeness(plain, other).parts}

    assert weights == {"words": 7, "time": 3}


def test_one_time_alone_does_not_make_two_claims_alike():
    plain = told("", figure=None, words="bank lend money")
    other = told("", figure=None, words="troop leave base")

    assert likeness(plain, other).score == pytest.approx(0.3)


def test_a_number_on_one_side_only_of_one_figure_speaks_against_it():
    assert likeness(told(), told("")).score < likeness(told(), told(figure=None, wording="")).score


def test_two_claims_without_words_or_time_are_not_alike():
    empty = Described(words=frozenset(), period=Period(None, None))

    assert likeness(empty, empty).score == 0
