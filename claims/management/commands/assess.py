"""`manage.py assess`: the engine over NDJSON, without a database."""

from claims.consistency.answers import assess_answer
from claims.management.ndjson_command import NdjsonCommand


class Command(NdjsonCommand):
    help = (
        'Assess claims: NDJSON {"claim": report, "evidence": [...]} in; status, counts and '
        'explanation out. A first line {"within": {...}} declares the scope order.'
    )
    answer = staticmethod(assess_answer)
    takes_order = True
