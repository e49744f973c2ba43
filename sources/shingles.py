"""Near-duplicate text: word shingles, their containment, and a sketch to find candidates. Pure.

A text's shingles are its runs of five words, letter case and punctuation aside. Containment is
the share of the shorter text's shingles that the longer one has too: 1 for a text quoted whole
in another. The sketch keeps every shingle whose hash falls in a fixed eighth of the range
(FracMinHash), so two sketches overlap as much as their texts do, whatever their lengths.
"""

import re
from collections.abc import Iterable, Set
from fractions import Fraction
from hashlib import blake2b

WORDS = 5
SCALE = 8
# consistency.md: near-duplicate from 0.8 on. The same number stands in DocumentCopy's constraint.
COPY_CONTAINMENT = Fraction(4, 5)
# Two sentences in common prove no copying: a text must have this many shingles to be judged.
FEWEST_SHINGLES = 20
# A sketch is a sample; how far below the threshold its estimate may lie for a true copy.
_SKETCH_MARGIN = Fraction(1, 4)
_FEWEST_SKETCHED = 24

_WORD = re.compile(r"[^\W_]+")
_RANGE = 2**64


def shingles(text: str) -> frozenset[int]:
    """The signed 64-bit hashes of the text's word shingles; empty under five words."""
    words = _WORD.findall(text.casefold())
    return frozenset(
        _hash(" ".join(words[at : at + WORDS])) for at in range(len(words) - WORDS + 1)
    )


def _hash(shingle: str) -> int:
    digest = blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)


def sketch(all_shingles: Iterable[int]) -> list[int]:
    """The sample of the shingles that is stored and indexed, in ascending order."""
    return sorted(value for value in all_shingles if value % _RANGE < _RANGE // SCALE)


def containment(a: Set[int], b: Set[int]) -> Fraction:
    """The exact share of the smaller set that is in the other; 0 for sets too small to judge."""
    smaller = min(len(a), len(b))
    if smaller < FEWEST_SHINGLES:
        return Fraction(0)
    return Fraction(len(a & b), smaller)


def may_be_copies(a: Iterable[int], b: Iterable[int]) -> bool:
    """Whether two sketches overlap enough for the texts to be worth comparing."""
    a, b = set(a), set(b)
    smaller = min(len(a), len(b))
    common = len(a & b)
    if smaller < _FEWEST_SKETCHED:
        return common > 0
    return Fraction(common, smaller) >= COPY_CONTAINMENT - _SKETCH_MARGIN
