"""What the engine needs to know about a batch of claims, read in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from claims.consistency import Evidence as EngineEvidence
from claims.consistency import Quote, ScopeOrder
from sources.models import Document, DocumentCopy, Passage

from .models import BlindReading, Claim, Evidence, ScopeEdge


@dataclass(frozen=True)
class Case:
    """One claim with the evidence on it, as the engine takes it.

    raised  reasons for review that are not seen from the evidence
    """

    claim: Claim
    evidence: list[EngineEvidence]
    raised: tuple[str, ...] = ()


def scope_order() -> ScopeOrder:
    """Which scope terms lie within which, as it stands in the database now."""
    within: defaultdict[str, list[str]] = defaultdict(list)
    edges = ScopeEdge.objects.order_by("narrower__name", "wider__name")
    for narrower, wider in edges.values_list("narrower__name", "wider__name"):
        within[narrower].append(wider)
    return ScopeOrder(within)


def load_cases(claim_ids: Collection[int]) -> list[Case]:
    """The claims in the order of their ids, each with its evidence in the order of its key."""
    claims = list(Claim.objects.filter(pk__in=claim_ids).with_figure().order_by("pk"))
    rows: defaultdict[int, list[Evidence]] = defaultdict(list)
    by_id = {claim.pk: claim for claim in claims}
    for row in Evidence.objects.filter(claim__in=by_id).for_engine().order_by("key"):
        row.claim = by_id[row.claim_id]
        rows[row.claim_id].append(row)
    sources = _Sources(by_id, {row.document_id for held in rows.values() for row in held})
    split = _claims_read_differently(by_id)
    return [
        Case(
            claim,
            _evidence_of(rows[claim.pk], sources),
            raised=("reviewers-split",) if claim.pk in split else (),
        )
        for claim in claims
    ]


def _claims_read_differently(claims: Iterable[int]) -> set[int]:
    """Ids of those with blind readings that differ and that nobody has ruled on; one query."""
    disputed = BlindReading.objects.disputed().filter(claim__in=claims)
    return set(disputed.order_by().values_list("claim", flat=True))


class _Sources:
    """What is known of the sources of a batch.

    documents  document id → the document with its publisher
    upstreams  document id → who said it first, as the document itself names them
    copies     document id → the documents of the batch whose text is nearly its own
    lost       ids of passages that the latest version of their document no longer has
    """

    def __init__(self, claims: Iterable[int], document_ids: Collection[int]) -> None:
        self.documents = (
            Document.objects.defer("search")
            .select_related("publisher")
            .prefetch_related("origins")
            .in_bulk(document_ids)
        )
        self.upstreams = {
            pk: sorted(origin.name for origin in document.origins.all())
            for pk, document in self.documents.items()
        }
        self.lost = set(
            Passage.objects.current_lost()
            .filter(evidence__claim__in=claims)
            .values_list("pk", flat=True)
        )
        self.copies: defaultdict[int, set[int]] = defaultdict(set)
        pairs = DocumentCopy.objects.filter(a__in=document_ids, b__in=document_ids)
        for a, b in pairs.order_by().values_list("a_id", "b_id"):
            self.copies[a].add(b)
            self.copies[b].add(a)


def _evidence_of(rows: list[Evidence], sources: _Sources) -> list[EngineEvidence]:
    keys = {row.document_id: sources.documents[row.document_id].key for row in rows}
    return [_engine_evidence(row, keys, sources) for row in rows]


def _engine_evidence(row: Evidence, keys: Mapping[int, str], sources: _Sources) -> EngineEvidence:
    document, passage = sources.documents[row.document_id], row.passage
    named = [row.origin.name] if row.origin else sources.upstreams[document.pk]
    return EngineEvidence(
        report=row.report_in(document),
        stance=row.stance,
        document=document.key,
        origins=(*named, *_copy_keys(document.pk, sources.copies, keys)),
        reliability=document.publisher.reliability,
        state=row.state,
        quote=Quote(passage.exact, passage.start, passage.end, document.title),
        lost_anchor=passage.pk in sources.lost,
    )


def _copy_keys(document: int, copies: Mapping[int, set[int]], keys: Mapping[int, str]) -> list[str]:
    """One key for each pair of near-duplicates on this claim; it makes the two one origin.

    keys  document id → key, of the documents that the claim cites
    """
    cited = [keys[other] for other in copies.get(document, ()) if other in keys]
    pairs = (sorted((keys[document], other)) for other in cited)
    return sorted(f"near-duplicates {a} and {b}" for a, b in pairs)
