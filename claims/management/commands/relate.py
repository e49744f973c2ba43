"""`manage.py relate`: the engine over NDJSON, without a database."""

from claims.consistency.answers import relate_answer
from claims.management.ndjson_command import NdjsonCommand


class Command(NdjsonCommand):
    help = (
        'Relate pairs of reports: NDJSON {"a": report, "b": report} in, the relation out. '
        'A first line {"within": {"Iraq": ["Iraq and Syria"]}} declares the scope order.'
    )
    answer = staticmethod(relate_answer)
    takes_order = True
