"""What is read apart: which passages two people judge blind, and what may be accepted of them.

The verbs on evidence ask here, so that every door (admin, desk, import) keeps to it.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import Exists, Q

from claims.models import Adjudication, BlindReading, Claim, Evidence
from claims.models.choices import EvidenceState
from sources.models import Document, Passage

from .compare import say_the_same

JUDGED = frozenset({"passage", "stance", "wording", "period", "modality"})
"""What readers judge of evidence, as `claims.evidence` names it."""


def is_read_apart(claim: Claim, passage: Passage) -> bool:
    """Whether the claim or the passage's document is marked, as the database has it now."""
    documents = Document.objects.filter(snapshots=passage.snapshot_id, blind=True)
    marked = Q(blind=True) | Q(Exists(documents))
    return Claim.objects.filter(marked, pk=claim.pk).exists()


def refuse_unless_read_apart(evidence: Evidence) -> None:
    """Raise ValidationError for evidence that would be accepted without having been read apart.

    Of a marked claim or document only that is accepted which two readers found, or which was
    ruled where they differed.
    """
    if evidence.state != EvidenceState.ACCEPTED:
        return
    if is_read_apart(evidence.claim, evidence.passage) and not _was_found(evidence):
        raise ValidationError(
            {
                "state": [
                    f"Claim “{evidence.claim.key}” or this document is marked for blind second "
                    "reading: leave the evidence proposed. Two people read the passage apart, "
                    "under Blind reading, and what they find is accepted."
                ]
            }
        )


def _was_found(evidence: Evidence) -> bool:
    here = {"claim": evidence.claim_id, "passage": evidence.passage_id}
    ruling = Adjudication.objects.filter(**here).first()
    if ruling is not None:
        return say_the_same(ruling, evidence)
    found = list(BlindReading.objects.filter(submitted_at__isnull=False, **here))
    return len(found) > 1 and all(say_the_same(reading, evidence) for reading in found)
