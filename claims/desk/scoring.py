"""How likely a claim is the one that a quote bears on, as one number for ranking."""

from __future__ import annotations

LIKELY = 5.0
"""From this score on, the first claim is chosen until the person chooses another."""

TELLING = frozenset({"agrees", "conflicts", "fulfilled", "missed"})
"""The relations by which a claim may be chosen at all."""

BY_RELATION = {
    "agrees": 4.0,
    "agrees-weaker": 3.0,
    "conflicts": 2.5,
    "fulfilled": 2.0,
    "missed": 2.0,
    "pending": 2.0,
    "compatible": 1.5,
    "supersedes": 1.0,
    "no-number": 0.0,
    "not-comparable": -0.5,
}
"""What a relation adds to a claim's score. A conflict is telling only between like statements."""

ALREADY = 6.0
"""What is taken off for a claim that the passage is evidence on already."""

COUNTED_ALIKE = 2.0
"""What is added where the text names the very thing that the figure counts: attacks, doses."""

BESIDE_A_NUMBER = 2.0
"""What is taken off for the date of an event where the quote tells a number: that is its point."""

MADE_UP = 2.0
"""What is taken off for an example, which is ours: a source speaks of what was really claimed."""


def score_of(
    relation: str,
    *,
    likeness: float,
    named: float,
    by_a_guessed_date: bool,
    by_date_beside_a_number: bool,
    example: bool,
    counted_alike: float,
) -> float:
    """How likely the claim is the one that is meant; LIKELY is as good as sure.

    likeness  of the claim's words to the quote's, 0 to 1
    named     whether the claim's subject is named: 1 in the quote, 0.5 in the text around
    by_a_guessed_date        dates were compared, and the quote's own is not stated
    by_date_beside_a_number  dates were compared, and the quote tells a number
    counted_alike  whether the number counts what the figure does: 1 the very thing, 0.5 persons
                   as the figure does, 0 where nothing shows it
    """
    points = BY_RELATION[relation]
    if relation == "conflicts" or by_a_guessed_date:
        points *= min(1.0, 2.0 * likeness)
    if by_date_beside_a_number:
        points -= BESIDE_A_NUMBER
    if example:
        points -= MADE_UP
    return points + 6.0 * likeness + named + COUNTED_ALIKE * counted_alike
