"""Texts compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.history.diff import CUT, GONE, LONGEST, NEW, SAME, Part, word_diff


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        (
            "About 5,000 troops.",
            "About 2,500 troops.",
            [(SAME, "About "), (GONE, "5,000 "), (NEW, "2,500 "), (SAME, "troops.")],
        ),
        ("Some left.", "Some left. ", [(SAME, "Some "), (GONE, "left."), (NEW, "left. ")]),
        ("a b", "a b", [(SAME, "a b")]),
        ("", "new", [(NEW, "new")]),
    ],
)
def test_what_went_stands_before_what_came(before, after, parts):
    assert word_diff(before, after) == [Part(*part) for part in parts]


def test_what_is_far_from_any_change_is_left_out():
    words = " ".join(f"w{n}" for n in range(100))
    cut, near, gone, new = word_diff(f"{words} old", f"{words} new")
    assert [p.kind for p in (cut, near, gone, new)] == [CUT, SAME, GONE, NEW]
    assert near.text.split() == [f"w{n}" for n in range(92, 100)]


@given(st.text(), st.text())
def test_each_text_can_be_read_off_the_parts(before, after):
    parts = word_diff(before, after)
    if any(part.kind == CUT for part in parts):
        return
    assert "".join(p.text for p in parts if p.kind != NEW) == before
    assert "".join(p.text for p in parts if p.kind != GONE) == after


def test_very_long_texts_are_not_compared_word_by_word():
    long = "word " * LONGEST
    assert word_diff(long, "short") == [Part(GONE, long), Part(NEW, "short")]
