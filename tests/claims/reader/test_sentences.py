"""Every sentence of the tables: all its quantities and dates are found, and nothing else."""

import pytest

from claims.consistency import read_period
from claims.reader import read_text

from .sentences import DATA, Sentence, load, same, seen

PUBLISHED = read_period("2021-03-10")
TABLES = tuple(sorted(path.name for path in DATA.glob("*.txt")))


@pytest.mark.parametrize(
    "sentence",
    [pytest.param(s, id=f"{name}: {s.text[:70]}") for name in TABLES for s in load(name)],
)
def test_a_sentence_gives_just_what_it_says(sentence: Sentence) -> None:
    found = [seen(find) for find in read_text(sentence.text, PUBLISHED)]
    matching = len(found) == len(sentence.finds) and all(
        same(expected, it) for expected, it in zip(sentence.finds, found, strict=True)
    )
    assert matching, f"expected {sentence.finds}, found {tuple(found)}"
