"""English hedges: the phrases before and after a number, and the hedge that each one is."""

from __future__ import annotations

_UP = "more over above greater higher larger bigger longer older taller heavier faster".split()
_DOWN = "less fewer under below lower smaller shorter younger lighter slower cheaper".split()
_WITHOUT_THAN = {"over", "above", "under", "below"}


def _than(words: list[str], lead: str = "") -> list[str]:
    """ "more" → "more than", "over" → "over", each with the lead before it."""
    return [f"{lead} {w}".strip() + ("" if w in _WITHOUT_THAN else " than") for w in words]


def _phrases(hedge: str, *phrases: str) -> dict[str, str]:
    return dict.fromkeys(phrases, hedge)


_A_LITTLE = ("just", "only just", "slightly", "a little", "a bit", "a shade", "marginally")
_A_LOT = ("well", "much", "far", "significantly", "considerably", "substantially")

BEFORE: dict[str, str] = {
    **_phrases("exactly", "exactly", "precisely", "exact"),
    **_phrases(
        "about",
        *("about", "around", "approximately", "approx", "roughly", "circa", "ca", "c", "~", "≈"),
        *("some", "estimated", "an estimated", "estimated at", "estimated to be", "∼"),
        *("in the region of", "in the neighborhood of", "in the neighbourhood of"),
        *("on the order of", "in the order of", "something like", "more or less", "just about"),
        *("almost exactly", "nearly exactly", "around about", "somewhere around"),
        *("perhaps", "maybe", "possibly", "believed to be"),
    ),
    **_phrases(
        "nearly",
        *("nearly", "almost", "close to", "close on", "approaching", "near", "nearing"),
        *("very nearly", "very close to", "virtually", "practically", "not quite"),
        *("just short of", "just shy of", "shy of", "a little short of"),
        *(phrase for lead in _A_LITTLE for phrase in _than(_DOWN, lead)),
    ),
    **_phrases(
        "just-over",
        *("barely over", "barely more than", "something over"),
        *(phrase for lead in _A_LITTLE for phrase in _than(_UP, lead)),
    ),
    **_phrases(
        "more-than",
        *_than(_UP),
        *("beyond", "in excess of", "well in excess of", "exceeding", "exceeds", "exceeded"),
        *("exceed", "surpassing", "surpassed", "surpasses", "surpass", "topping", "topped"),
        *("upwards of", "upward of", "north of", "more than just", "more than even", ">"),
        *(phrase for lead in _A_LOT for phrase in _than(_UP, lead)),
    ),
    **_phrases(
        "at-least",
        *("at least", "at the least", "at the very least", "a minimum of", "minimum of"),
        *("a minimum", "minimum", "min", "≥", ">="),
        *_than(_DOWN, "no"),
        *_than(_DOWN, "not"),
    ),
    **_phrases("as-few-as", "as few as", "as little as", "as low as"),
    **_phrases(
        "less-than",
        *_than(_DOWN),
        *("south of", "not even", "short of", "<"),
        *(phrase for lead in _A_LOT for phrase in _than(_DOWN, lead)),
    ),
    **_phrases(
        "at-most",
        *("at most", "at the most", "at the very most", "a maximum of", "maximum of"),
        *("a maximum", "maximum", "max", "within", "not exceeding", "≤", "<="),
        *_than(_UP, "no"),
        *_than(_UP, "not"),
    ),
    **_phrases("up-to", "up to", "as many as", "as much as", "as high as", "as large as"),
}
"""Phrase before a number → hedge."""

AFTER: dict[str, str] = {
    **_phrases(
        "at-least",
        *(f"or {word}" for word in "more above over higher greater better larger".split()),
        *(f"and {word}" for word in "above more over up counting upwards".split()),
        *("at least", "at the least", "at the very least", "at a minimum", "at minimum"),
        *("minimum", "plus", "+"),
    ),
    **_phrases(
        "at-most",
        *(f"or {word}" for word in "fewer less below under lower smaller".split()),
        *("at most", "at the most", "at the very most", "at a maximum", "maximum", "max", "tops"),
    ),
    **_phrases(
        "about",
        *("or so", "or thereabouts", "approximately", "odd", "ish", "more or less"),
        "give or take",
    ),
    **_phrases("exactly", "exactly", "precisely"),
}
"""Phrase after a number, or at the end of the wording → hedge."""
