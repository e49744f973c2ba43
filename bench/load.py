"""Rows for the benchmarks, written by COPY: plain, plausible, the same on every run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from claims.consistency import read_quantity
from claims.rows import quantity_columns

WORDINGS = (
    "approximately 5,000",
    "5,200",
    "more than 4,500",
    "between 4,800 and 5,100",
    "2,500",
    "at least 600",
    "nearly 5,000",
    "exactly 5,000",
)
"""What claims and passages say, in turn; some support one another, some conflict."""

DOCUMENTS = 1_000
PASSAGES_A_DOCUMENT = 50


@dataclass(frozen=True)
class Loaded:
    """How many rows of what are there now; ids run from 1 in each table."""

    claims: int
    evidence: int


def copy(table: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    names = ", ".join(f'"{name}"' for name in columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {table} ({names}) FROM STDIN") as stream,
    ):
        for row in rows:
            stream.write_row(row)


def load_claims(
    evidence_each: Sequence[int], *, claims_a_figure: int = 20, documents: int = DOCUMENTS
) -> Loaded:
    """One claim for each number of `evidence_each`, with so many evidence rows.

    documents  how many to make, at least; a claim's passages stand in different ones as far as
               there are documents
    """
    total = sum(evidence_each)
    documents = max(documents, -(-max(evidence_each, default=0) // PASSAGES_A_DOCUMENT))
    _load_sources(documents)
    figures = -(-len(evidence_each) // claims_a_figure)
    copy("claims_subject", ("id", "name", "kind", "aliases"), [(1, "A force", "force", [])])
    copy(
        "claims_scope", ("id", "geography_id", "population_id", "role_id"), [(1, None, None, None)]
    )
    copy(
        "claims_figure",
        ("id", "slug", "subject_id", "measure", "scope_id", "unit", "nature", "additive"),
        (
            (i, f"figure-{i}", 1, f"measure {i}", 1, "troops", "stock", True)
            for i in range(1, figures + 1)
        ),
    )
    copy("claims_claim", _CLAIM, _claims(len(evidence_each), claims_a_figure))
    copy("claims_evidence", _EVIDENCE, _evidence(evidence_each, documents))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Loaded(len(evidence_each), total)


def _load_sources(documents: int) -> None:
    """Documents of 50 passages each; every publisher has ten documents."""
    lines = [f"Line {n:03}: the number of troops was given." for n in range(PASSAGES_A_DOCUMENT)]
    text = "\n".join(lines)
    digest = hashlib.sha256(text.encode()).hexdigest()
    copy(
        "sources_publisher",
        (
            "id", "name", "aliases", "country", "homepage", "reliability", "reliability_reason",
        ),
        (
            (i, f"Publisher {i}", [], "", "", "ABCDE"[i % 5], "For the benchmark.")
            for i in range(1, documents // 10 + 2)
        ),
    )  # fmt: skip
    copy(
        "sources_document",
        (
            "id", "key", "title", "authors", "publisher_id", "url", "language", "published",
            "published_basis", "text_basis", "blind", "created", "updated",
        ),
        (
            (
                i, f"document-{i}", f"Document {i}", [], i // 10 + 1, "", "en",
                "[2020-07-15,2020-07-16)", "stated", "original", False, "2024-01-01", "2024-01-01",
            )
            for i in range(1, documents + 1)
        ),
    )  # fmt: skip
    copy(
        "sources_snapshot",
        (
            "id", "document_id", "text", "sha256", "media_type", "encoding", "original",
            "original_sha256", "retrieved_at", "extractor", "extractor_version", "sketch",
        ),
        (
            (
                i, i, text, digest, "text/plain", "utf-8", text.encode(), digest, "2024-01-01",
                "bench", "1", [],
            )
            for i in range(1, documents + 1)
        ),
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("UPDATE sources_document SET latest_id = id")
    copy(
        "sources_passage",
        ("id", "snapshot_id", "start", "end", "exact", "prefix", "suffix"),
        (
            (
                (document - 1) * PASSAGES_A_DOCUMENT + n + 1,
                document,
                n * (len(line) + 1),
                n * (len(line) + 1) + len(line),
                line,
                "",
                "",
            )
            for document in range(1, documents + 1)
            for n, line in enumerate(lines)
        ),
    )


_QUANTITY = ("wording", "hedge", "amount", "unit", "discrete", "reading", "accept")
_TIME = ("period", "period_mode", "period_basis", "modality")
_CLAIM = (
    "id", "key", "statement", "claimant", "figure_id", "about_now", "example", "note",
    *_QUANTITY, *_TIME,
)  # fmt: skip
_EVIDENCE = (
    "id", "key", "claim_id", "passage_id", "stance", "stance_reason", "state", "note", "created",
    "updated",
    *_QUANTITY, *_TIME,
)  # fmt: skip
_JULY = ("[2020-07-01,2020-08-01)", "instant", "stated", "observation")


def _reported() -> list[tuple[object, ...]]:
    read = [quantity_columns(read_quantity(w, unit="troops")) for w in WORDINGS]
    return [(*(columns[name] for name in _QUANTITY), *_JULY) for columns in read]


def _claims(count: int, a_figure: int) -> Iterable[tuple[object, ...]]:
    reported = _reported()
    for i in range(1, count + 1):
        figure = (i - 1) // a_figure + 1
        said = reported[i % len(reported)]
        yield (i, f"claim-{i}", f"Claim {i}.", "", figure, False, False, "", *said)


def _evidence(each: Sequence[int], documents: int) -> Iterable[tuple[object, ...]]:
    """Evidence rows, each of one claim on a passage of its own."""
    reported = _reported()
    row = 0
    for claim, count in enumerate(each, start=1):
        for n in range(count):
            row += 1
            document = (row - 1) % documents
            line = (row - 1) // documents % PASSAGES_A_DOCUMENT
            passage = document * PASSAGES_A_DOCUMENT + line + 1
            stance = ("supports", "conflicts", "context")[n % 3]
            said = reported[n % len(reported)]
            when = "2024-01-01"
            yield (
                row, f"evidence-{row:09}", claim, passage, stance, "", "accepted", "", when, when,
                *said,
            )  # fmt: skip
