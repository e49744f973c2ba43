"""People's verdicts beside the computed status: always both, never one over the other.

Source: docs/consistency.md, section 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """One person's live or withdrawn verdict, with the fingerprint of what they saw.

    order  its place in the append-only ledger: a larger number is later
    """

    status: str
    by: str
    order: int
    fingerprint: str
    live: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """All four: computed, reviewer (None without a live verdict), effective, disagrees."""

    computed: str
    reviewer: str | None
    effective: str
    disagrees: bool
    reasons: tuple[str, ...]


def standing(computed: str, fingerprint: str, verdicts: Sequence[Verdict]) -> Standing:
    """Effective is the latest live verdict, else the computed status.

    reasons: stale-verdict when the latest live verdict saw other evidence than there is
    now, reviewers-split when live verdicts differ.
    """
    live = sorted((v for v in verdicts if v.live), key=lambda v: v.order)
    if not live:
        return Standing(computed, None, computed, False, ())
    latest = live[-1]
    reasons = []
    if latest.fingerprint != fingerprint:
        reasons.append("stale-verdict")
    if len({v.status for v in live}) > 1:
        reasons.append("reviewers-split")
    differs = latest.status != computed
    return Standing(computed, latest.status, latest.status, differs, tuple(reasons))
