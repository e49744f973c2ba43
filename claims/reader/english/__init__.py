"""English: every word that the reader knows, as tables; the grammar is in the modules above.

Another language is another such package with the same names, and its own `read_numeral`.
"""

from . import dates, hedges, labels, nouns, numbers, speech, units

TRIGGERS = numbers.TRIGGERS | dates.TRIGGERS | speech.UNKNOWN_STARTS
"""Words at which a quantity or a date may begin; numbers always may."""

__all__ = ["TRIGGERS", "dates", "hedges", "labels", "nouns", "numbers", "speech", "units"]
