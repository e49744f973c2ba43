"""A text cut for reading: nothing is lost, and wrapped lines stay one paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.desk.paragraphs import paragraphs

WRAPPED = "A line that is short\nand goes on, as mail\ndoes.\n\nAnother paragraph of\ntwo lines."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.", ["One."], id="one"),
        pytest.param("One.\nTwo.", ["One.\n", "Two."], id="a line each"),
        pytest.param("One.\n\n\nTwo.\n", ["One.\n\n\n", "Two.\n"], id="blank lines"),
        pytest.param("\n \nOne.", ["\n \nOne."], id="a blank beginning"),
        pytest.param("One.\r\n\r\nTwo.", ["One.\r\n\r\n", "Two."], id="Windows"),
        pytest.param("One.\rTwo.", ["One.\r", "Two."], id="old Macintosh"),
        pytest.param(
            WRAPPED, [WRAPPED[: WRAPPED.index("Another")], WRAPPED[WRAPPED.index("Another") :]],
            id="wrapped lines",
        ),
    ],
)  # fmt: skip
def test_paragraphs(text, expected):
    assert paragraphs(text) == expected


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\u200f\U0001f600")))
def test_joined_they_are_the_text_and_none_is_blank(text):
    cut = paragraphs(text)
    assert "".join(cut) == text
    assert all(part.strip() for part in cut[1:])
