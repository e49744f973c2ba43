"""`manage.py quantity`: the engine over NDJSON, without a database."""

from claims.consistency.answers import quantity_answer
from claims.management.ndjson_command import NdjsonCommand


class Command(NdjsonCommand):
    help = (
        'Read quantities in words: NDJSON {"text", "discrete", "unit"} on standard input, '
        "one answer a line on standard output."
    )
    answer = staticmethod(quantity_answer)
