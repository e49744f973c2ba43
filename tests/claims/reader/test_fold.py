"""A folded text has its raw text's offsets, and the few characters that the grammar knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.reader.fold import fold, lower


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("300–400", "300-400"),
        ("300‑400", "300-400"),
        ("−5", "-5"),
        ("bases—500", "bases—500"),
        ("١٢٠ and ٣", "120 and 3"),
        ("५०", "50"),
        ("5\u00a0km", "5 km"),
        ("18’000", "18,000"),
        ("2\u202f500\u202f000", "2,500,000"),
        ("cost 2 500 euros", "cost 2,500 euros"),
        ("in 20 300 people", "in 20 300 people"),
        ("In May 20 300 people", "In May 20 300 people"),
        ("“about” ‘70’", "\"about\" '70'"),
        ("٪ ٫ ٬", "% . ,"),
    ],
)
def test_characters_become_the_ones_that_the_grammar_knows(raw: str, folded: str) -> None:
    assert fold(raw) == folded


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(lower(fold(text))) == len(text)


def test_a_letter_that_grows_in_lower_case_keeps_its_place() -> None:
    assert lower(fold("İ 5 İ")) == "i 5 i"
