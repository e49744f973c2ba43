"""Currency: whether a claim about now still holds its place. An axis apart from status.

Source: docs/consistency.md, section 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from .config import CONFIG
from .outcome import A_TO_B
from .period import UNKNOWN, Period, window_relation
from .report import Report
from .weighing import Weighed

CURRENT, OUTDATED, STALE, UNDATED = "current", "outdated", "stale", "undated"
CURRENCIES = (CURRENT, OUTDATED, STALE, UNDATED)

_MAY_OUTDATE = {"not-counted.supersedes", "not-counted.context"}
"""A later value is rightly filed as context; one from an unreliable source outdates nothing."""


def currency_of(
    claim: Report, weighed: Sequence[Weighed], *, about_now: bool, at: date | None
) -> str:
    """A claim about a fixed date is never outdated; one about now is by a later value.

    at  the day on which the question is asked; None: staleness is not judged
    """
    if claim.period is None or claim.period.is_unknown:
        return UNDATED
    if not about_now:
        return CURRENT
    if outdating(claim, weighed):
        return OUTDATED
    return STALE if at is not None and _is_stale(claim, weighed, at) else CURRENT


def outdating(claim: Report, weighed: Sequence[Weighed]) -> list[str]:
    """Ids of the evidence whose later, different value supersedes the claim and all support."""
    window = CONFIG.window_days if claim.window_days is None else claim.window_days
    support = [w.evidence.report.period or UNKNOWN for w in weighed if w.counts_as == "supports"]
    return [
        w.evidence.id
        for w in weighed
        if _is_later_and_different(w)
        and all(_before(p, w.evidence.report.period, window) for p in support)
    ]


def _is_later_and_different(w: Weighed) -> bool:
    if w.outcome is None or w.not_counted not in _MAY_OUTDATE:
        return False
    later = w.outcome.relation == "supersedes" and w.outcome.direction == A_TO_B
    return later and w.outcome.change != "none"


def _before(earlier: Period, later: Period | None, window: int) -> bool:
    return later is not None and window_relation(earlier, later, window) == "before"


def _is_stale(claim: Report, weighed: Sequence[Weighed], at: date) -> bool:
    """No support, nor a later value that agrees, within the last `stale_days`."""
    assert claim.period is not None
    newest = claim.period.end_ordinal
    for w in weighed:
        confirms = w.counts_as == "supports" or (
            w.outcome is not None and w.outcome.change == "none" and w.outcome.direction == A_TO_B
        )
        period = w.evidence.report.period
        if confirms and period is not None:
            newest = max(newest, period.end_ordinal)
    return at.toordinal() - newest > CONFIG.stale_days
