"""Two reports under comparison: what the rules look at, worked out once."""

from __future__ import annotations

from dataclasses import dataclass

from .config import CONFIG
from .period import UNKNOWN, Period
from .report import Report
from .scope import ScopeOrder
from .values import Value, in_one_unit


@dataclass(slots=True)
class Pair:
    """a and b, their values in one unit, and what the rules have found so far."""

    a: Report
    b: Report
    order: ScopeOrder
    values: tuple[Value, Value] | None = None
    time: str | None = None
    scope: str | None = None
    time_uncertain: bool = False
    trail: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        qa, qb = self.a.quantity, self.b.quantity
        if qa and qb and not qa.is_unknown and not qb.is_unknown:
            self.values = in_one_unit(qa, qb)

    @property
    def nature(self) -> str:
        return self.a.nature or self.b.nature or "stock"

    @property
    def window_days(self) -> int:
        days = self.a.window_days if self.a.window_days is not None else self.b.window_days
        return CONFIG.window_days if days is None else days

    @property
    def timeless(self) -> bool:
        """Neither report says anything of time: the values alone are compared."""
        return self.a.period is None and self.b.period is None

    @property
    def periods(self) -> tuple[Period, Period]:
        return self.a.period or UNKNOWN, self.b.period or UNKNOWN

    @property
    def both_values(self) -> tuple[Value, Value]:
        assert self.values is not None
        return self.values
