"""What becomes of a document's passages when its text has a new version."""

from django.db import transaction

from .anchoring import Anchor, SearchableText, anchor
from .anchoring.numbers import cuts_through
from .models import Anchoring, Document, Passage, Snapshot
from .passages import passage_at

# A quote of this many words that stands once in the text is itself; a shorter one, such as
# “5,000”, must also have the words around it that it had.
TELLING_WORDS = 8


@transaction.atomic
def reanchor_passages(*, document: Document) -> list[Anchoring]:
    """Find each passage of the document's other versions in its latest; new rows only.

    A passage is kept or moved where it stands beyond doubt. Otherwise it is lost, with the
    reason and, if there is one, a proposal for a person; one with another digit is always lost.
    """
    latest = document.latest
    if latest is None:
        return []
    passages = (
        Passage.objects.filter(snapshot__document=document)
        .exclude(snapshot=latest)
        .exclude(anchorings__snapshot=latest)
        .order_by("pk")
    )
    text = SearchableText(latest.text)
    return [_reanchor(passage, latest, text) for passage in passages]


def _reanchor(passage: Passage, latest: Snapshot, text: SearchableText) -> Anchoring:
    found = anchor(text, passage.exact, passage.prefix, passage.suffix, passage.start)
    row = Anchoring(passage=passage, snapshot=latest)
    reason = _why_lost(passage, found, text.raw)
    if reason:
        row.outcome = Anchoring.Outcome.LOST
        row.reason = reason
        row.proposal_start, row.proposal_end = found.start, found.end
    else:
        kept = found.outcome == "exact" and found.start == passage.start
        row.outcome = Anchoring.Outcome.KEPT if kept else Anchoring.Outcome.MOVED
        row.found = passage_at(snapshot=latest, start=found.start, end=found.end, raw=text.raw)
        row.reason = "" if found.outcome == "exact" else "the same words in other typography"
    row.save()
    return row


def _why_lost(passage: Passage, found: Anchor, raw: str) -> str:
    """Why a person must look; empty when the passage stands beyond doubt."""
    match found.outcome:
        case "absent":
            return "neither these words nor the same numbers in similar words are in the new text"
        case "proposed":
            return "the words changed; the proposal is the nearest passage with the same numbers"
        case "ambiguous":
            return f"these words stand at {len(found.candidates)} places, none in this context"
    if cuts_through(raw, found.start) or cuts_through(raw, found.end):
        return "these words now begin or end inside a larger number"
    alone = not passage.prefix.strip() and not passage.suffix.strip()
    if found.context_agrees or alone or len(passage.exact.split()) >= TELLING_WORDS:
        return ""
    return "these words stand in the new text, but the text around them is another"
