"""Near-duplicates by word shingles."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.shingles import containment, may_be_copies, shingles, sketch

from .make import PROSE

WORDS = PROSE.split()
LONGER = PROSE + " " + " ".join(f"Then came page {n} of the ledger." for n in range(40))


def test_a_text_is_wholly_contained_in_itself_and_in_a_longer_one():
    assert containment(shingles(PROSE), shingles(PROSE)) == 1
    assert containment(shingles(PROSE), shingles(LONGER)) == 1
    assert containment(shingles(LONGER), shingles(PROSE)) == 1


def test_letter_case_punctuation_and_white_space_do_not_matter():
    other = PROSE.upper().replace(",", " –").replace(" ", "\n")
    assert shingles(other) == shingles(PROSE)


def test_each_changed_word_costs_its_five_shingles():
    changed = [*WORDS]
    changed[20] = "quite"
    changed[50] = "other"
    whole = len(shingles(PROSE))
    assert containment(shingles(PROSE), shingles(" ".join(changed))) == Fraction(whole - 10, whole)


@pytest.mark.parametrize("words", [0, 4, 5, 23], ids=lambda n: f"{n} words")
def test_a_sentence_or_two_proves_no_copying(words):
    short = " ".join(WORDS[:words])
    assert containment(shingles(short), shingles(PROSE)) == 0


def test_the_least_text_that_is_judged():
    assert containment(shingles(" ".join(WORDS[:24])), shingles(PROSE)) == 1


def test_the_sketch_is_a_fixed_sample():
    everything = shingles(LONGER)
    kept = sketch(everything)
    assert kept == sorted(kept)
    assert set(kept) < everything
    assert set(sketch(shingles(PROSE))) == set(kept) & shingles(PROSE)


def test_hashes_fit_a_bigint():
    assert all(-(2**63) <= value < 2**63 for value in shingles(LONGER))


@given(st.integers(0, 60))
def test_whatever_is_a_copy_passes_the_sketch(first):
    part = " ".join(LONGER.split()[first : first + 250])
    assert may_be_copies(sketch(shingles(part)), sketch(shingles(LONGER)))


def test_texts_without_a_common_shingle_do_not_pass():
    assert not may_be_copies(sketch(shingles(PROSE)), sketch(shingles(PROSE[::-1])))
