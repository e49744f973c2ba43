"""Values, times and states in words; a state's badge; the colours it is shown in."""

from decimal import Decimal
from pathlib import Path

import pytest

from claims.admin import badges
from claims.admin.words import (
    CURRENCIES,
    REVIEW_REASONS,
    interval_in_words,
    period_in_words,
    quantity_in_words,
    reason_in_words,
)
from claims.consistency import Interval, read_period, read_quantity
from claims.consistency.review import REASONS
from claims.models.choices import Basis, Currency, EvidenceState, PeriodMode, Stance, Status

N = Decimal


@pytest.mark.parametrize(
    "wording, unit, words",
    [
        ("approximately 5,000", "troops", "says 4,500 to 5,500 troops; tolerates nothing else"),
        ("2,500", "troops", "says 2,500 troops; tolerates 2,450 to 2,549"),
        ("at least 600", None, "says 600 or more; tolerates nothing else"),
        ("14", None, "says 14; tolerates nothing else"),
        ("up to 1,000", None, "says 0 to 1,000; tolerates 0 to 1,100"),
        ("1.39 million", "percent", "says 1,390,000 percent; tolerates 1,385,000 to"),
        ("over 63 percent", None, "says more than 63 percent; tolerates nothing else"),
        ("declined to say how many", None, "says that the number is not known"),
    ],
)
def test_a_wording_is_told_as_read_and_as_tolerated(wording, unit, words):
    assert quantity_in_words(read_quantity(wording, unit=unit)).startswith(words)


def test_no_number_is_told_too():
    assert quantity_in_words(None) == "no number"


@pytest.mark.parametrize(
    "interval, words",
    [
        (Interval(N(5), N(5)), "5"),
        (Interval(N(1000), N(2000)), "1,000 to 2,000"),
        (Interval(N(5), None), "5 or more"),
        (Interval(N(5), None, low_closed=False), "more than 5"),
        (Interval(None, N(5)), "5 or less"),
        (Interval(None, N(5), high_closed=False), "less than 5"),
        (Interval(N("62.5"), N("63.5"), high_closed=False), "62.5 to just under 63.5"),
        (Interval(N(1), N(2), low_closed=False), "just over 1 to 2"),
        (Interval(None, None), "any value"),
    ],
)
def test_an_interval_is_told_with_whether_its_ends_belong_to_it(interval, words):
    assert interval_in_words(interval) == words


@pytest.mark.parametrize(
    "text, mode, basis, words",
    [
        ("July 2020", "instant", "stated", "July 2020"),
        ("July 2020", "within", "inferred", "some time within July 2020 (inferred by a reader)"),
        ("2020", "throughout", "stated", "throughout 2020"),
        ("25 January 2024", "cumulative", "stated", "in total up to 25 January 2024"),
        ("by the end of 2021", "instant", "stated", "by September 2021 to December 2021"),
        ("since 2014", "instant", "stated", "since 1 January 2014"),
        ("3 May 2020", "instant", "relative", "3 May 2020 (relative to the text's own date)"),
    ],
)
def test_a_period_is_told_with_its_mode_and_basis(text, mode, basis, words):
    assert period_in_words(read_period(text, mode=mode, basis=basis)) == words


def test_an_unknown_time_is_told():
    assert period_in_words(None) == "time unknown"


@pytest.mark.parametrize("mode", PeriodMode)
@pytest.mark.parametrize("basis", Basis)
def test_every_mode_and_basis_has_words(mode, basis):
    assert "2020" in period_in_words(read_period("2020", mode=mode.value, basis=basis.value))


def test_every_reason_for_review_has_words():
    assert REVIEW_REASONS.keys() == set(REASONS)


def test_a_reason_of_a_later_engine_is_told_as_it_is_spelt():
    assert reason_in_words("brand-new") == "brand-new"


def test_every_currency_has_words():
    assert CURRENCIES.keys() == set(Currency.values)


@pytest.mark.parametrize("states", [Status, Currency, EvidenceState, Stance])
def test_every_state_has_a_word_a_shape_of_its_own_and_a_colour(states):
    css = Path(badges.__file__).parents[1].joinpath("static/claims/admin.css").read_text()
    plain = {Status.UNSUPPORTED, Currency.CURRENT, Currency.UNDATED, Stance.CONTEXT}
    plain |= {EvidenceState.WITHDRAWN}

    assert len({badges.SHAPES[state] for state in states}) == len(states)
    for state in states:
        made = badges.badge(state)
        assert state.label.capitalize() in made
        kind = f".badge-{states.__name__.lower()}-{state.value}"
        assert (kind in css) is (state not in plain), kind
