"""What someone saw of a claim, against what there is now."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from claims.models import Claim, EarlierClaim

from .difference import Difference, difference

_SAID = ("key", "statement", "claimant", "made_on", "about_now", "example", "note")
"""What a claim asserts beside what its explanation tells of it."""


class EvidenceChanged(ValidationError):
    """The claim or its evidence is no longer what the person saw when they decided.

    claim       the claim as it is now; its fingerprint and version are what to look at next
    difference  what is different; None where what they saw is not on record
    """

    def __init__(self, claim: Claim, found: Difference | None):
        self.claim = claim
        self.difference = found
        told = f" ({found.summary})" if found else ""
        super().__init__(
            f"This is no longer what you saw: claim “{claim.key}” or its evidence changed since"
            f"{told}. Look at what is different, then decide again.",
            code="evidence-changed",
        )


def refuse_unless_seen(claim: Claim, *, fingerprint: str, version: int) -> None:
    """Raise EvidenceChanged unless the claim, just rechecked, is what was seen."""
    if (claim.fingerprint, claim.version) != (fingerprint, version):
        raise EvidenceChanged(
            claim, difference_since(claim, fingerprint=fingerprint, version=version)
        )


def difference_since(claim: Claim, *, fingerprint: str, version: int) -> Difference | None:
    """What is different since the claim had this fingerprint and version; None if unknown."""
    earlier = EarlierClaim.objects.filter(claim=claim, version=version, fingerprint=fingerprint)
    seen = earlier.exclude(explanation={}).last()
    if seen is None:
        return None
    return difference(
        seen.explanation, claim.explanation, said_before=_said(seen), said_after=_said(claim)
    )


def _said(claim: Claim | EarlierClaim) -> dict[str, Any]:
    return {name: getattr(claim, name) for name in _SAID}
