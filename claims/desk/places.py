"""Places that a sentence names together: "in Iraq and Syria"."""

from __future__ import annotations

import re
from collections.abc import Iterable


def whole_place(place: str | None, sentence: str, names: Iterable[str]) -> str | None:
    """The longest of the known names that has the place in it and stands in the sentence.

    place  as read beside a number, perhaps only a part of what the sentence says of its subject
    names  of scopes
    """
    if not place:
        return place
    told = _words(sentence)
    wider = (name for name in names if _words(place) in _words(name) and _words(name) in told)
    return max(wider, key=len, default=place)


def _words(text: str) -> str:
    words = re.findall(r"\w+", text.casefold())
    return f" {' '.join(words)} "
