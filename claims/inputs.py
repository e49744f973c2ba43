"""What the engine needs to know about a batch of claims, read in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from claims.consistency import Evidence as EngineEvidence
from claims.consistency import Quote, ScopeOrder
from sources.models import DocumentCopy, Passage

from .models import Claim, Evidence, ScopeEdge


@dataclass(frozen=True)
class Case:
    """One claim with the evidence on it, as the engine takes it."""

    claim: Claim
    evidence: list[EngineEvidence]


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
    lost = set(
        Passage.objects.current_lost()
        .filter(evidence__claim__in=by_id)
        .values_list("pk", flat=True)
    )
    copies = _copies_among(_document(row).pk for held in rows.values() for row in held)
    return [Case(claim, _evidence_of(rows[claim.pk], copies, lost)) for claim in claims]


def _document(row: Evidence):
    return row.passage.snapshot.document


def _copies_among(document_ids: Iterable[int]) -> Mapping[int, set[int]]:
    """Document id → the documents, among these, whose text is nearly its own."""
    ids = set(document_ids)
    copies: defaultdict[int, set[int]] = defaultdict(set)
    pairs = DocumentCopy.objects.filter(a__in=ids, b__in=ids).order_by()
    for a, b in pairs.values_list("a_id", "b_id"):
        copies[a].add(b)
        copies[b].add(a)
    return copies


def _evidence_of(
    rows: list[Evidence], copies: Mapping[int, set[int]], lost: set[int]
) -> list[EngineEvidence]:
    keys = {_document(row).pk: _document(row).key for row in rows}
    return [
        EngineEvidence(
            report=row.report,
            stance=row.stance,
            document=_document(row).key,
            origins=(*_upstreams(row), *_copy_keys(_document(row).pk, copies, keys)),
            reliability=_document(row).publisher.reliability,
            state=row.state,
            quote=Quote(
                exact=row.passage.exact,
                start=row.passage.start,
                end=row.passage.end,
                source=_document(row).title,
            ),
            lost_anchor=row.passage_id in lost,
        )
        for row in rows
    ]


def _upstreams(row: Evidence) -> list[str]:
    """Who said it first: the passage's own upstream, else all those of the document."""
    if row.origin is not None:
        return [row.origin.name]
    return sorted(origin.name for origin in _document(row).origins.all())


def _copy_keys(document: int, copies: Mapping[int, set[int]], keys: Mapping[int, str]) -> list[str]:
    """One key for each pair of near-duplicates on this claim; it makes the two one origin."""
    pairs = (
        sorted((keys[document], keys[other])) for other in copies.get(document, ()) if other in keys
    )
    return sorted(f"near-duplicates {a} and {b}" for a, b in pairs)
