"""The consistency engine: values in, an explained result out. Pure Python.

Where each rule lives (with its tests: the last table of docs/consistency.md):

wording, parse, amounts, ranges, changes, vague, tail,     from words to a quantity: the grammar
dates_within, not_a_quantity, unit_words,
numerals, number_words, numeral, tokens, lexicon
quantity, hedges, interval, units, values                  section 1: values and tolerances
period, dates, rules_time, rules_plan                      section 2: time and plans
scope, rules_scope, sums                                   section 3: scope
relation, pair, outcome, report                            section 4: the relation of two reports
evidence, weighing, origins, status, currency, review,
verdicts, clashes, assess                                  section 5: the status of a claim
explain, sentences                                         section 7: the explanation
config                                                     the constants, versioned
json_fields, json_in, answers                              NDJSON in and out

The sections are those of docs/consistency.md.
"""

from .assess import Assessment, assess
from .clashes import find_clashes
from .config import CONFIG, ENGINE_VERSION
from .dates import read_period
from .evidence import Evidence, Quote
from .interval import Interval
from .outcome import Outcome
from .period import UNKNOWN, Period, PeriodError
from .quantity import Quantity, WordingError
from .relation import relate
from .report import Report
from .scope import Scope, ScopeError, ScopeOrder
from .verdicts import Verdict
from .wording import read_quantity

__all__ = [
    "CONFIG",
    "ENGINE_VERSION",
    "UNKNOWN",
    "Assessment",
    "Evidence",
    "Interval",
    "Outcome",
    "Period",
    "PeriodError",
    "Quantity",
    "Quote",
    "Report",
    "Scope",
    "ScopeError",
    "ScopeOrder",
    "Verdict",
    "WordingError",
    "assess",
    "find_clashes",
    "read_period",
    "read_quantity",
    "relate",
]
