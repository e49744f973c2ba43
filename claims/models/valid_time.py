"""Valid time: for which days a verdict says something, as generated columns.

docs/ledger.md tells the rule; a period without any bound says nothing about any day.
"""

from django.db.models import Case, DateField, F, Func, Value, When
from django.db.models.functions import Coalesce

from .choices import Nature, PeriodMode


class FirstDay(Func):
    template = "lower(%(expressions)s)"
    output_field = DateField()


class LastDay(Func):
    """Date ranges are stored with the day after their last."""

    template = "(upper(%(expressions)s) - 1)"
    output_field = DateField()


_FIRST, _LAST = FirstDay(F("period")), LastDay(F("period"))
_SPANS = [PeriodMode.CUMULATIVE, PeriodMode.SINCE, PeriodMode.THROUGHOUT]

VALID_FROM = Case(
    When(nature=Nature.CUMULATIVE, period_mode__in=_SPANS, then=Coalesce(_LAST, _FIRST)),
    default=Coalesce(_FIRST, _LAST),
)
"""The period's first day; of a running total over a span its last day, when it stood so."""

VALID_TO = Case(
    When(nature=Nature.FLOW, then=_LAST),
    default=Value(None, output_field=DateField()),
    output_field=DateField(),
)
"""The last day of a count over a period; None: until a later value."""
