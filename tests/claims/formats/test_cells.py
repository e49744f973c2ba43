"""No cell starts a formula, and nothing is lost by that."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.formats.cells import guarded, unguarded

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


@given(st.text() | st.text(alphabet="'=+-@\t\r a"))
@example("'=1")
@example("")
def test_a_cell_gives_its_text_back_and_starts_no_formula(text):
    cell = guarded(text)
    assert unguarded(cell) == text
    assert not cell.startswith(tuple(FORMULA_STARTS))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("-5 °C", "'-5 °C"),
        ("'=1", "''=1"),
        ("'tis", "'tis"),
        ("a = b", "a = b"),
    ],
)
def test_only_what_needs_it_is_changed(text, cell):
    assert guarded(text) == cell
