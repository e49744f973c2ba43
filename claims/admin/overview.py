"""The figures on the admin's first page: how the claims stand. What waits is `claims.queues`."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.safestring import SafeString

from claims.home import MEANINGS
from claims.models import Claim, Clash
from claims.models.choices import Currency

from .badges import currency_badge, status_badge
from .words import CURRENCIES


@dataclass(frozen=True)
class Line:
    """One counted kind of row, with the list that shows those rows."""

    name: str | SafeString
    meaning: str
    count: int
    url: str

    @property
    def count_shown(self) -> str:
        return f"{self.count:,}"


@dataclass(frozen=True)
class Overview:
    total: int
    examples: int
    statuses: list[Line]
    currencies: list[Line]


def overview() -> Overview:
    """Four queries, however many claims."""
    statuses = _counted("status")
    currencies = _counted("currency")
    return Overview(
        total=sum(statuses.values()),
        examples=Claim.objects.filter(example=True).count(),
        statuses=[
            Line(
                status_badge(status),
                MEANINGS[status],
                statuses.get(status, 0),
                _claims(status__exact=status),
            )
            for status in MEANINGS
        ],
        currencies=[
            Line(
                currency_badge(currency),
                CURRENCIES[currency],
                currencies.get(currency, 0),
                _claims(currency__exact=currency),
            )
            for currency in Currency
        ]
        + [
            Line(
                "Clashes",
                "pairs of claims that cannot both be true",
                Clash.objects.count(),
                _list("clash"),
            )
        ],
    )


def _counted(column: str) -> dict[str, int]:
    rows = Claim.objects.order_by().values(column).annotate(claims=Count("pk"))
    return dict(rows.values_list(column, "claims"))


def _claims(**filters: str) -> str:
    return _list("claim", **filters)


def _list(model: str, **filters: str) -> str:
    query = f"?{urlencode(filters)}" if filters else ""
    return reverse(f"admin:claims_{model}_changelist") + query
