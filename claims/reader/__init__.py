"""The reader of quantities: from a page of English to its numbers and dates. Pure Python.

    find_quantities(text, published=…)   find_dates(…)   read_text(text, published)

Where each thing lives:

scan                          the walk, and what it gives: `find.Find`
page, fold, tokens, data_runs the text prepared; offsets stay those of the raw text
leave_out                     what has a number and is no quantity, one rule each
amounts, numerals, hedging,
units, counted                the grammar of quantities
meaning                       from the grammar's parts to the engine's Quantity
dates, years, calendar        the grammar of dates, and from it to intervals of days
context                       modality, speaker and place of a sentence
english/                      the words: tables only; another language is another such package
"""

from .find import Find
from .scan import find_dates, find_quantities, read_text

__all__ = ["Find", "find_dates", "find_quantities", "read_text"]
