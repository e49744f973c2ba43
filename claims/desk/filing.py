"""The writes of the desk: a quote becomes evidence, on a new claim too; what was filed is undone.

Each is one transaction over the verbs that everyone uses. All raise ValidationError, by field
where it is about one, and then change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify

from claims.blind.apart import is_read_apart
from claims.consistency import Period
from claims.drafting import create_claim
from claims.evidence import add_evidence, change_evidence, decide_evidence
from claims.models import Claim, Evidence, Figure, Scope
from claims.models.choices import EvidenceState
from sources.anchoring.numbers import cuts_through
from sources.models import Passage, Snapshot
from sources.passages import passage_at

LONGEST_KEY = 80


@dataclass(frozen=True)
class Filed:
    """What was written; was: the claim's status before, None for a new claim."""

    evidence: Evidence
    claim: Claim
    was: str | None


@dataclass(frozen=True)
class NewClaim:
    """A claim made on the spot; its number, time and modality are those of the evidence."""

    statement: str
    figure: Figure | None
    claimant: str = ""


@transaction.atomic
def file_quote(
    *,
    snapshot: Snapshot,
    start: int,
    end: int,
    claim: Claim | NewClaim,
    stance: str,
    wording: str,
    period: Period | None,
    modality: str,
    scope: Scope | None,
    note: str,
    by: Any,
    at: date,
) -> Filed:
    """Bring the quote at [start, end) of a snapshot's text to a claim.

    It is accepted where `by` may accept evidence, else proposed, and always proposed where two
    people are to read the passage apart. What was taken back before is
    brought back, as it is now.
    """
    passage = _passage(snapshot, start, end)
    accepts = by.has_perm("claims.change_evidence") and not _is_read_apart(claim, passage)
    reported = {
        "stance": stance,
        "wording": wording,
        "period": period,
        "modality": modality,
        "scope": scope,
        "note": note,
        "state": EvidenceState.ACCEPTED if accepts else EvidenceState.PROPOSED,
    }
    was = claim.status if isinstance(claim, Claim) else None
    if isinstance(claim, NewClaim):
        claim = _made(claim, passage, wording, period, modality, at)
    withdrawn = _withdrawn(claim, passage, wording)
    if withdrawn is None:
        row = add_evidence(claim=claim, passage=passage, at=at, by=by, **reported)
    else:
        row = change_evidence(evidence=withdrawn, at=at, **reported)
    claim.refresh_from_db(fields=["status"])
    return Filed(row, claim, was)


@transaction.atomic
def take_back(*, evidence: Evidence, by: Any, at: date) -> Filed:
    """Withdraw evidence that `by` has filed; it stays, and stops counting."""
    if evidence.created_by_id != by.pk:
        raise ValidationError("Someone else filed this evidence: decide on it on its own page.")
    if evidence.state == EvidenceState.WITHDRAWN:
        raise ValidationError("This evidence is withdrawn already.")
    was = evidence.claim.status
    row = decide_evidence(evidence=evidence, state=EvidenceState.WITHDRAWN, at=at)
    claim = Claim.objects.without_results().get(pk=row.claim_id)
    return Filed(row, claim, was)


def _is_read_apart(claim: Claim | NewClaim, passage: Passage) -> bool:
    if isinstance(claim, NewClaim):  # nobody has marked it yet; the document may be
        return passage.snapshot.document.blind
    return is_read_apart(claim, passage)


def _passage(snapshot: Snapshot, start: int, end: int) -> Passage:
    text = snapshot.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise ValidationError({"quote": ["This is no part of the text: select some words."]})
    for edge, where in ((start, "begins"), (end, "ends")):
        if cuts_through(text, edge):
            raise ValidationError(
                {"quote": [f"The quote {where} inside a number: take the whole number in."]}
            )
    return passage_at(snapshot=snapshot, start=start, end=end)


def _made(
    new: NewClaim, passage: Passage, wording: str, period: Period | None, modality: str, at: date
) -> Claim:
    return create_claim(
        key=_free_key(new.statement, passage),
        statement=new.statement,
        claimant=new.claimant,
        figure=new.figure,
        wording=wording,
        period=period,
        modality=modality,
        at=at,
    )


def _free_key(statement: str, passage: Passage) -> str:
    """A key from the statement's words, or where those have no Latin letters from the passage."""
    key = slugify(statement)[:LONGEST_KEY].strip("-_") or f"passage-{passage.pk}"
    taken = set(Claim.objects.filter(key__startswith=key).values_list("key", flat=True))
    number = 2
    free = key
    while free in taken:
        free, number = f"{key}-{number}", number + 1
    return free


def _withdrawn(claim: Claim, passage: Passage, wording: str) -> Evidence | None:
    return Evidence.objects.filter(
        claim=claim,
        passage=passage,
        wording=" ".join(wording.split()),
        state=EvidenceState.WITHDRAWN,
    ).first()
