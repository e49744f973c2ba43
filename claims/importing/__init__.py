"""Claims from files: CSV and YAML, all or nothing, every problem told at once.

decoding    bytes → text: UTF-8 or a refusal
yaml_file, csv_file   text → nodes with line numbers; the two forms say the same things
json_node   the same from JSON that was read already, for the API
row         one row's fields, with what is missing or malformed noted
vocabulary, claims, evidence   rows → the verbs of `claims`
load        the whole file in one transaction, each touched claim rechecked once
problems    what is wrong, where, and what to do

The format is described in docs/import.md.
"""

from .load import READERS, import_file
from .problems import ImportRefused, Problem

__all__ = ["READERS", "ImportRefused", "Problem", "import_file"]
