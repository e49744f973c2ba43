"""Why a claim stands in a queue, in words: from what the queue's read annotates, no query."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.text import Truncator, capfirst

from claims.admin.words import reason_in_words
from claims.models import Claim
from claims.models.choices import Status

from .table import BY_HAND, QUEUES


def reasons_of(queue_name: str, claim: Claim) -> list[str]:
    """One sentence or more, without a full stop."""
    return _REASONS[queue_name](claim)


def taken_from(name: str) -> str:
    """“from “In review””, “by hand”: where an assignment came from."""
    if name == BY_HAND:
        return "by hand"
    return f"from “{QUEUES[name].title}”" if name in QUEUES else f"from “{name}”"


def _mine(claim: Claim) -> list[str]:
    return [f"Taken {taken_from(claim.held_from)}"]


def _mentions(claim: Claim) -> list[str]:
    return [f"{claim.mentioned_by}: “{Truncator(claim.mentioned_in).chars(200)}”"]


def _in_review(claim: Claim) -> list[str]:
    why = f": “{claim.submitted_why}”" if claim.submitted_why else ""
    return [f"Submitted by {claim.submitted_by_name}{why}"]


def _stale_verdict(claim: Claim) -> list[str]:
    was, now = (Status(s).label.lower() for s in (claim.published, claim.status))
    computed = "still computed so" if claim.published == claim.status else f"computed now: {now}"
    return [f"Published as {was}; {computed}"]


def _disagreement(claim: Claim) -> list[str]:
    return [f"{_passages(claim.disagreements)} read differently by two people"]


def _lost_anchor(claim: Claim) -> list[str]:
    if claim.lost_quotes == 1:
        return ["One quote is no longer in the newest text of its document"]
    return [f"{claim.lost_quotes} quotes are no longer in the newest text of their documents"]


def _contested(claim: Claim) -> list[str]:
    told = f"{_origins(claim.supports)} for it, {_origins(claim.conflicts)} against it"
    return [f"{told}, {_origins(claim.mixed)} both" if claim.mixed else told]


def _proposed(claim: Claim) -> list[str]:
    if claim.proposed == 1:
        return ["One piece of evidence to decide on"]
    return [f"{claim.proposed} pieces of evidence to decide on"]


def _needs_review(claim: Claim) -> list[str]:
    return [capfirst(reason_in_words(reason)) for reason in claim.review_reasons]


def _origins(number: int) -> str:
    return "1 origin" if number == 1 else f"{number} origins"


def _passages(number: int) -> str:
    return "One passage was" if number == 1 else f"{number} passages were"


_REASONS: dict[str, Callable[[Claim], list[str]]] = {
    "mine": _mine,
    "mentions": _mentions,
    "in-review": _in_review,
    "stale-verdicts": _stale_verdict,
    "disagreements": _disagreement,
    "lost-anchors": _lost_anchor,
    "contested": _contested,
    "proposed-evidence": _proposed,
    "needs-review": _needs_review,
}
