"""Verbs on evidence: add a passage to a claim, change what it reports, decide on it.

Each validates, saves and rechecks the claim, in one transaction. `at` is the day for which
currency is judged. All raise ValidationError and then change nothing. What is read blind is
accepted as its readers found it, and not otherwise (claims.blind.apart).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from claims.consistency import Period
from sources.models import Origin, Passage

from .blind.apart import JUDGED, refuse_unless_read_apart
from .locks import lock_claim, share_inputs
from .models import Claim, Evidence, Scope
from .models.choices import EvidenceState, Modality
from .reading import worded_columns
from .recheck import recheck_touched
from .rows import period_columns
from .saving import save_valid

_CHANGEABLE = {
    "passage",
    "stance",
    "stance_reason",
    "wording",
    "period",
    "modality",
    "scope",
    "origin",
    "state",
    "corrects",
    "note",
}


@transaction.atomic
def add_evidence(
    *,
    claim: Claim,
    passage: Passage,
    stance: str,
    at: date,
    wording: str = "",
    period: Period | None = None,
    modality: str = Modality.OBSERVATION,
    scope: Scope | None = None,
    origin: Origin | None = None,
    state: str = EvidenceState.PROPOSED,
    corrects: Evidence | None = None,
    stance_reason: str = "",
    note: str = "",
    key: str = "",
    by: Any = None,
) -> Evidence:
    """Bring a passage to a claim. `wording` is the number that this passage reports.

    stance_reason  why the stance is right where comparing the values finds another
    key  empty: made from the claim's key and the next free number
    by   the user who adds it, where there is one
    """
    share_inputs()
    figure = lock_claim(claim).figure
    evidence = Evidence(
        key=key or _free_key(claim),
        claim=claim,
        passage=passage,
        stance=stance,
        stance_reason=stance_reason,
        state=state,
        modality=modality,
        scope=scope,
        origin=origin,
        corrects=corrects,
        note=note,
        created_by=by,
        **worded_columns(wording, figure),
        **period_columns(period),
    )
    refuse_unless_read_apart(evidence)
    save_valid(evidence)
    recheck_touched(claims=[claim.pk], at=at)
    return evidence


def _free_key(claim: Claim) -> str:
    taken = set(
        Evidence.objects.filter(key__startswith=f"{claim.key}.").values_list("key", flat=True)
    )
    number = len(taken) + 1
    while f"{claim.key}.{number}" in taken:
        number += 1
    return f"{claim.key}.{number}"


@transaction.atomic
def change_evidence(*, evidence: Evidence, at: date, **changes: Any) -> Evidence:
    """Change some fields, named as in `add_evidence`; gives the evidence as it is then."""
    if unknown := changes.keys() - _CHANGEABLE:
        raise TypeError(f"evidence has no changeable {', '.join(sorted(unknown))}")
    share_inputs()
    lock_claim(evidence.claim)
    row = Evidence.objects.select_related("claim__figure").get(pk=evidence.pk)
    for name in changes.keys() - {"wording", "period"}:
        setattr(row, name, changes[name])
    columns = period_columns(changes["period"]) if "period" in changes else {}
    if "wording" in changes:
        columns |= worded_columns(changes["wording"], row.claim.figure)
    for name, value in columns.items():
        setattr(row, name, value)
    if changes.keys() & (JUDGED | {"state"}):
        refuse_unless_read_apart(row)
    save_valid(row)
    recheck_touched(claims=[row.claim_id], at=at)
    return row


def decide_evidence(*, evidence: Evidence, state: str, at: date) -> Evidence:
    """Accept, reject or withdraw evidence, or propose it again."""
    return change_evidence(evidence=evidence, state=state, at=at)
