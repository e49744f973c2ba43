"""Quote ⇄ offsets: find a quote in a text, and never put it on a lookalike. Pure.

    text = SearchableText(raw)             # once per text
    anchor(text, "approximately 5,000")    # many times: Anchor(outcome, start, end, ...)

Where each rule lives:

- normalise.py: what two texts may differ in and still be the same words, with the map back;
- numbers.py: no quote may begin or end inside a number; digits must match exactly;
- find.py: exact before normalised, and the choice among several by their context;
- propose.py: the similar passage that a person may accept, when the words are not there.

Offsets are code points of the raw text, leading white space and all.
"""

from .find import Anchor, Span, anchor
from .normalise import Normalised, normalise
from .searchable import SearchableText

__all__ = ["Anchor", "Normalised", "SearchableText", "Span", "anchor", "normalise"]
