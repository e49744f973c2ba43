"""Where a reviewer's stance is not what comparing the values finds: said in words, and answered.

The flag `stance-differs` is the engine's and stays for as long as the two differ; a reason does
not make them agree. It is shown beside the flag, so that whoever decides next sees both.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from claims.consistency.outcome import A_TO_B, BOTH
from claims.evidence import change_evidence
from claims.locks import lock_claims, share_inputs
from claims.models import Evidence
from claims.models.choices import Stance

DIFFERS = "stance-differs"

_SAID = {
    Stance.SUPPORTS: "supports the claim",
    Stance.CONFLICTS: "conflicts with the claim",
    Stance.CONTEXT: "is context only",
}
_FOUND = {
    Stance.SUPPORTS: "supports the claim",
    Stance.CONFLICTS: "conflicts with the claim",
    None: "neither supports nor contradicts it",
}


class ReasonChanged(ValidationError):
    """Someone wrote another reason meanwhile. `evidence` is as it is now; nothing was saved."""

    def __init__(self, evidence: Evidence):
        self.evidence = evidence
        super().__init__(
            "Someone wrote another reason while you wrote yours: "
            f"“{evidence.stance_reason or '(none)'}”. Yours is kept below; save it again to "
            "replace theirs.",
            code="reason-changed",
        )


def found_by_comparing(step: Mapping[str, Any]) -> str | None:
    """What a step of an explanation finds by its values, as `claims.consistency.weighing` does:
    supports, conflicts, or None for neither."""
    if step["relation"] == "conflicts":
        return Stance.CONFLICTS
    if step["relation"] == "agrees" and step["direction"] in (A_TO_B, BOTH):
        return Stance.SUPPORTS
    return None


def difference_of(step: Mapping[str, Any]) -> str:
    """How stance and values differ in this step, in a sentence; empty where they do not."""
    if DIFFERS not in step["review"]:
        return ""
    said, found = _SAID[step["stance"]], _FOUND[found_by_comparing(step)]
    counts = (
        "It is not counted, since context never is"
        if step["stance"] == Stance.CONTEXT
        else "The values decide how it counts"
    )
    return (
        f"The reviewer says that it {said}; comparing the values finds that it {found}. {counts}."
    )


@transaction.atomic
def give_reason(*, evidence: Evidence, reason: str, seen: str, at: date) -> Evidence:
    """Say why the stance is right although the values differ; empty takes the reason back.

    seen  the reason that was on the page; ReasonChanged when it is another one by now

    Raises ValidationError and then changes nothing.
    """
    share_inputs()
    lock_claims([evidence.claim_id])
    row = Evidence.objects.get(pk=evidence.pk)
    if row.stance_reason.split() != seen.split():
        raise ReasonChanged(row)
    return change_evidence(evidence=row, stance_reason=reason.strip(), at=at)
