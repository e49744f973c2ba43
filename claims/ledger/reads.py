"""The head of the ledger, and up to where it is settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from claims.models import Verdict

from .canonical import GENESIS


@dataclass(frozen=True, slots=True)
class Head:
    """The last row of the ledger: whoever has noted it can tell whether any row up to it changed.

    number  0 for an empty ledger, whose hash is 64 zeros and which has no time
    """

    number: int
    hash: str
    at: datetime | None


def head() -> Head:
    """The ledger's head now; one query."""
    last = Verdict.objects.order_by("-number").values_list("number", "hash", "at").first()
    return Head(*last) if last else Head(0, GENESIS, None)


def is_settled(moment: datetime) -> bool:
    """Whether what was known at this moment can never change; one query.

    It cannot once a later row is in the ledger: no row is of an earlier time than the row before.
    Until then a verdict may be on its way that has taken its time and is not committed yet.
    """
    at = head().at
    return at is not None and moment < at
