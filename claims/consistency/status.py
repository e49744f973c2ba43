"""From counted origins to a status: the algebra, and nothing else.

Source: docs/consistency.md, section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .evidence import CONFLICTS, RELIABLE, SUPPORTS

UNSUPPORTED = "unsupported"
SINGLE_SOURCE = "single-source"
CORROBORATED = "corroborated"
CHALLENGED = "challenged"
REFUTED = "refuted"
CONTESTED = "contested"
STATUSES = (UNSUPPORTED, SINGLE_SOURCE, CORROBORATED, CHALLENGED, REFUTED, CONTESTED)


@dataclass(frozen=True, slots=True)
class Counted:
    """One row of counted evidence: its origin, its role (supports or conflicts), its source."""

    origin: str
    role: str
    reliability: str = "F"


@dataclass(frozen=True, slots=True)
class Tally:
    """S, X, M: origins that support, that conflict, that do both; and who of them is A–C."""

    supports: int = 0
    conflicts: int = 0
    mixed: int = 0
    reliable_support: bool = False
    reliable_conflict: bool = False


def tally(counted: Iterable[Counted]) -> Tally:
    roles: dict[str, set[str]] = {}
    reliable: dict[str, bool] = {}
    for row in counted:
        roles.setdefault(row.origin, set()).add(row.role)
        reliable[row.origin] = reliable.get(row.origin, False) or row.reliability in RELIABLE
    only = {role: [o for o, r in roles.items() if r == {role}] for role in (SUPPORTS, CONFLICTS)}
    return Tally(
        supports=len(only[SUPPORTS]),
        conflicts=len(only[CONFLICTS]),
        mixed=sum(len(r) > 1 for r in roles.values()),
        reliable_support=any(reliable[o] for o in only[SUPPORTS]),
        reliable_conflict=any(reliable[o] for o in only[CONFLICTS]),
    )


def status_of(counts: Tally) -> str:
    """The table of S, X, M; corroborated and refuted need one origin of reliability A–C."""
    if counts.mixed or (counts.supports and counts.conflicts):
        return CONTESTED
    if counts.supports:
        enough = counts.supports >= 2 and counts.reliable_support
        return CORROBORATED if enough else SINGLE_SOURCE
    if counts.conflicts:
        enough = counts.conflicts >= 2 and counts.reliable_conflict
        return REFUTED if enough else CHALLENGED
    return UNSUPPORTED


SWAPPED: Mapping[str, str] = {
    UNSUPPORTED: UNSUPPORTED,
    SINGLE_SOURCE: CHALLENGED,
    CORROBORATED: REFUTED,
    CHALLENGED: SINGLE_SOURCE,
    REFUTED: CORROBORATED,
    CONTESTED: CONTESTED,
}
"""What becomes of each status when support and conflict change places."""
