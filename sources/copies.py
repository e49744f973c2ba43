"""Near-duplicates among the documents' latest texts."""

from decimal import ROUND_FLOOR, Decimal

from django.db import transaction
from django.db.models import Q

from .models import Document, DocumentCopy, Snapshot
from .shingles import COPY_CONTAINMENT, containment, may_be_copies, shingles


@transaction.atomic
def find_copies(*, document: Document) -> frozenset[int]:
    """Bring the document's DocumentCopy rows up to date with its latest text.

    Returns the ids of the documents whose rows changed, this one included.
    """
    wanted = _contained(document)
    changed: set[int] = set()
    for row in DocumentCopy.objects.filter(Q(a=document) | Q(b=document)):
        other = row.b_id if row.a_id == document.pk else row.a_id
        share = wanted.pop(other, None)
        if share is None:
            row.delete()
            changed |= {document.pk, other}
        elif share != row.containment:
            row.containment = share
            row.save()
    for other, share in wanted.items():
        a, b = sorted((document.pk, other))
        DocumentCopy.objects.create(a_id=a, b_id=b, containment=share)
        changed |= {document.pk, other}
    return frozenset(changed)


def _contained(document: Document) -> dict[int, Decimal]:
    """Other documents that share 0.8 or more of the shorter text's shingles."""
    if document.latest is None or not document.latest.sketch:
        return {}
    own = shingles(document.latest.text)
    found: dict[int, Decimal] = {}
    candidates = (
        Snapshot.objects.latest_of_documents()
        .exclude(document=document)
        .filter(sketch__overlap=document.latest.sketch)
        .values_list("pk", "document_id", "sketch")
    )
    near = [
        (pk, other)
        for pk, other, sketch in candidates
        if may_be_copies(document.latest.sketch, sketch)
    ]
    for pk, other in near:  # one text at a time: they may be long
        text = Snapshot.objects.values_list("text", flat=True).get(pk=pk)
        share = containment(own, shingles(text))
        if share >= COPY_CONTAINMENT:
            exact = Decimal(share.numerator) / Decimal(share.denominator)
            found[other] = exact.quantize(Decimal("0.0001"), rounding=ROUND_FLOOR)
    return found
