"""Values of columns as people read them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange, NumericRange

from factcheck.history.words import value_in_words

JULY_1, JULY_5, JULY_6 = date(2020, 7, 1), date(2020, 7, 5), date(2020, 7, 6)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "nothing"),
        ("", "nothing"),
        ([], "nothing"),
        (True, "yes"),
        (False, "no"),
        (0, "0"),
        (15000, "15,000"),
        (Decimal("5000.00"), "5,000"),
        (Decimal("0.50"), "0.5"),
        (Decimal("1E+3"), "1,000"),
        (["Kazimi", "al-Kazimi"], "Kazimi, al-Kazimi"),
        (JULY_1, "1 July 2020"),
        (datetime(2020, 7, 1, 9, 5, tzinfo=UTC), "1 July 2020, 09:05"),
        (DateRange(JULY_1, JULY_6), "1 July 2020 to 5 July 2020"),
        (DateRange(JULY_5, JULY_6), "5 July 2020"),
        (DateRange(JULY_5, None), "since 5 July 2020"),
        (DateRange(None, JULY_6), "until 5 July 2020"),
        (NumericRange(Decimal("4500"), Decimal("5500"), "[]"), "4,500 to 5,500"),
        (NumericRange(Decimal("5000"), Decimal("5000"), "[]"), "5,000"),
        (NumericRange(Decimal("1"), Decimal("2"), "()"), "more than 1 to less than 2"),
        (NumericRange(Decimal("1"), None, "[)"), "from 1"),
        (NumericRange(empty=True), "nothing"),
    ],
)
def test_a_value_in_words(value, words):
    assert value_in_words(value) == words
