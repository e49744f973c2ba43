"""What comparing two reports gives: the relation, and everything that a person may ask of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

RELATIONS = (
    "agrees",
    "compatible",
    "conflicts",
    "supersedes",
    "not-comparable",
    "pending",
    "fulfilled",
    "missed",
)
"""The last three are what an observation makes of a plan, pledge or forecast."""

A_TO_B, B_TO_A, BOTH = "a->b", "b->a", "both"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The relation of report a to report b.

    relation        one of RELATIONS
    rule            the rule that decided
    rules           every rule that had a say, the deciding one last
    direction       agrees: whose reading the other's tolerance covers ("a->b": a supports b);
                    supersedes: which is the newer ("a->b": a supersedes b); else None
    tension         not in conflict, yet what they say is disjoint
    time            same, maybe, before, after; for spans same, inside, contains, overlapping,
                    apart; None where time had no say
    time_uncertain  compared although their dates may be apart
    scope           equal, inside, contains, overlapping, apart; None where scope had no say
    change          for supersedes, from the earlier to the later value
    gap             for conflicts, the relative gap of the readings
    """

    relation: str
    rule: str
    rules: tuple[str, ...] = ()
    direction: str | None = None
    tension: bool = False
    time: str | None = None
    time_uncertain: bool = False
    scope: str | None = None
    change: str | None = None
    gap: Decimal | None = None

    def swapped(self) -> Outcome:
        """The same finding told from b to a."""
        mirror = {
            A_TO_B: B_TO_A,
            B_TO_A: A_TO_B,
            "before": "after",
            "after": "before",
            "inside": "contains",
            "contains": "inside",
        }
        return replace(
            self,
            direction=mirror.get(self.direction or "", self.direction),
            time=mirror.get(self.time or "", self.time),
            scope=mirror.get(self.scope or "", self.scope),
        )
