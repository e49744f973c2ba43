"""The engine's JSON side: exact numbers, names for rows, and reading in bounded work."""

import sys
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.consistency import WordingError, read_quantity
from claims.consistency.answers import content_ids
from claims.consistency.json_fields import LineError, loads, number
from claims.consistency.lexicon import AFTER, BEFORE, NEUTRAL, ONES, SCALES, VAGUE
from claims.consistency.wording import MAX_LENGTH, _read_once


def test_numbers_stay_exact():
    assert loads('{"low": 0.1, "high": 5e3}') == {"low": Decimal("0.1"), "high": Decimal("5E+3")}


@pytest.mark.parametrize("text", ["0.1", "1e5", "123456789012345678901234", "-5"])
def test_decimal_strings(text):
    assert number({"low": text}, "low") == Decimal(text)


@pytest.mark.parametrize(
    "value", ["1e25", "1e-25", "0." + "1" * 25, 10**24 * 12, 10**4000, "1" * 25]
)
def test_numbers_too_long_to_stay_exact_are_refused(value):
    with pytest.raises(LineError, match="more than 24 digits"):
        number({"low": value}, "low")


def test_rows_are_named_by_what_they_say():
    rows = [{"wording": "5"}, {"wording": "6", "id": 1}, {"wording": "5"}]
    names = content_ids(rows)
    assert names[2] == f"{names[0]}-2"
    assert set(content_ids(rows[::-1])) == set(names)
    assert content_ids([{"id": 1, "wording": "6"}]) == [names[1]]


WORDS = [*BEFORE, *AFTER, *VAGUE, *ONES, *SCALES, *sorted(NEUTRAL)[:60]]
SIGNS = [*"$€%-–/±+.,()[]½٣…", "5,000", "2.5", "2020", "9/11", "from", "to", "and", "July", "[10]"]
junk = st.lists(st.sampled_from(WORDS + SIGNS), max_size=80).map(" ".join) | st.text(max_size=300)
repeated = st.sampled_from([*SIGNS, "a ", "half ", "one ", "million ", "5 and ", "between 5 "]).map(
    lambda piece: piece * MAX_LENGTH
)
CALLS_PER_CHARACTER = 400
"""Generous: a linear reader stays far below it, one that backtracks does not."""


@given((junk | repeated).map(lambda text: text[:MAX_LENGTH]))
@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_any_junk_is_read_or_refused_in_bounded_work(text):
    calls = 0

    def count(frame, event, arg):
        nonlocal calls
        calls += 1

    _read_once.cache_clear()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        quantity = read_quantity(text)
    except WordingError as refused:
        assert str(refused)
    else:
        assert quantity.is_unknown or quantity.accept.covers(quantity.reading)
    finally:
        sys.setprofile(before)
    assert calls < CALLS_PER_CHARACTER * (len(text) + 20)


def test_work_grows_with_length_and_not_with_its_square():
    def calls(text):
        total = 0

        def count(frame, event, arg):
            nonlocal total
            total += 1

        _read_once.cache_clear()
        sys.setprofile(count)
        try:
            read_quantity(text)
        except WordingError:
            pass
        finally:
            sys.setprofile(None)
        return total

    for piece in ("half ", "one ", "a dozen ", "5 and ", "between ", "from 1 to ", "$(", "½", "-"):
        short, long = piece * (75 // len(piece)), piece * (300 // len(piece))
        assert calls(long) < 8 * calls(short) + 2000, piece
