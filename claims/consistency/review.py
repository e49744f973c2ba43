"""Needs review: the reasons for which a person should look, each with what raised it.

Source: docs/consistency.md, section 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .weighing import Weighed

REASONS = (
    "tension",
    "time-uncertain",
    "lost-anchor",
    "stale-verdict",
    "reviewers-split",
    "suggested-copy",
    "stance-differs",
    "sum-exceeds-whole",
)


def reasons_for(
    weighed: Sequence[Weighed], *, raised: Iterable[str] = (), sums_exceed: bool = False
) -> tuple[str, ...]:
    """The reasons that hold, in the order of REASONS.

    raised  those that hold already, whatever the evidence says; ValueError for an unknown one
    """
    found = set(raised)
    if unknown := found.difference(REASONS):
        raise ValueError(f"no reason for review: {', '.join(sorted(unknown))}")
    for w in weighed:
        found.update(reasons_of(w))
    if sums_exceed:
        found.add("sum-exceeds-whole")
    return tuple(reason for reason in REASONS if reason in found)


def reasons_of(w: Weighed) -> list[str]:
    """What one piece of evidence raises."""
    outcome = w.outcome
    checks = {
        "tension": outcome is not None and outcome.tension,
        "time-uncertain": outcome is not None and outcome.time_uncertain,
        "lost-anchor": w.evidence.lost_anchor,
        "reviewers-split": w.evidence.split,
        "suggested-copy": w.evidence.suggested_copy,
        "stance-differs": stance_differs(w),
    }
    return [reason for reason, holds in checks.items() if holds]


def stance_differs(w: Weighed) -> bool:
    """The reviewer's stance is not what the relation says; a claim without number has none."""
    if w.outcome is None or w.evidence.stance is None:
        return False
    judged = None if w.evidence.stance == "context" else w.evidence.stance
    return judged != w.role
