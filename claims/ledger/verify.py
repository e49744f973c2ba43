"""Whether anything in the ledger of verdicts was tampered with, and where first.

The triggers refuse every change. Whoever owns the database can switch them off; then this tells.
It trusts none of PostgreSQL's functions: what the columns say and what is hashed is worked out
here again. What it cannot see by itself is a whole end of the ledger written anew, hashes and all:
for that, hold it against a head that was noted elsewhere (a release, the API's answer of a day).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, Max, OuterRef, QuerySet

from claims.models import Change, Verdict
from claims.models.choices import ChangeKind

from .canonical import GENESIS, chain_hash, content_hash
from .columns import said
from .reads import Head

ROWS_AT_ONCE = 1_000
"""How many rows are in memory at a time."""

_COLUMNS = (
    *("number", "at", "kind", "statement", "nature", "modality", "rating", "computed"),
    *("fingerprint", "reason", "wording", "hedge", "unit", "low", "best", "high"),
    *("low_closed", "high_closed", "period", "period_mode", "period_basis"),
    *("content", "content_hash", "previous_hash", "hash"),
)
_REFERENCES = {
    "claim": "claim__key",
    "figure": "figure__slug",
    "supersedes": "supersedes__number",
    "submitted_by": "submitted_by__signatory__reference",
    "approved_by": "approved_by__signatory__reference",
    "position": "change__position",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a walk over the ledger found.

    rows       how many rows were walked, up to and including a bad one
    head       the last good row
    bad        the number at which the ledger goes wrong first; None: it is whole
    problems   what is wrong there, in plain words
    """

    rows: int
    head: Head
    bad: int | None = None
    problems: tuple[str, ...] = ()


def verify(
    *, noted_head: str | None = None, progress: Callable[[int], object] | None = None
) -> Finding:
    """Walk the ledger from its first row to the first bad one, in constant memory.

    noted_head  a hash that was once the ledger's head: it must be that of some row
    progress    called with the number of rows since the last call
    """
    last, position, met = Head(0, GENESIS, None), 0, noted_head in (None, GENESIS)
    for row in _rows():
        problems = tuple(_problems_of(row, last, position))
        if progress is not None:
            progress(1)
        if problems:
            return Finding(last.number + 1, last, last.number + 1, problems)
        last, position = Head(row["number"], row["hash"], row["at"]), row["position"]
        met = met or row["hash"] == noted_head
    problems = tuple(_problems_of_the_end(last, None if met else noted_head))
    return Finding(last.number, last, last.number + 1 if problems else None, problems)


def _rows() -> Iterator[dict[str, Any]]:
    rows: QuerySet = Verdict.objects.order_by("number").values(
        *_COLUMNS, **{f"{name}_": F(at) for name, at in _REFERENCES.items()}
    )
    for row in rows.iterator(chunk_size=ROWS_AT_ONCE):
        yield {name.removesuffix("_"): value for name, value in row.items()}


def _problems_of(row: Mapping[str, Any], last: Head, position: int) -> Iterator[str]:
    if row["number"] != last.number + 1:
        yield f"row {last.number + 1} is missing: the next is row {row['number']}"
        return
    if last.at is not None and row["at"] < last.at:
        yield f"it is of {row['at']}, before the row that it follows"
    content, told = row["content"], said(row)
    if not isinstance(content, dict):
        yield "its content is not an object"
        return
    for name in sorted(name for name in told if content.get(name) != told[name]):
        yield f"{name}: its columns say {told[name]!r}, its content {content.get(name)!r}"
    try:
        if content_hash(content) != row["content_hash"]:
            yield "its content is not what was hashed"
    except TypeError as error:
        yield f"its content cannot be hashed: {error}"
    if row["previous_hash"] != last.hash:
        yield f"it does not follow from row {last.number}, whose hash is {last.hash}"
    if row["hash"] != chain_hash(row["previous_hash"], row["content_hash"]):
        yield "its hash is not that of its content and the hash before"
    if row["position"] is None:
        yield "it has no place in the order of changes"
    elif row["position"] <= position:
        yield "in the order of changes it stands before the row that it follows"


def _problems_of_the_end(last: Head, missing_head: str | None) -> Iterator[str]:
    lost = Change.objects.filter(kind=ChangeKind.VERDICT).exclude(
        Exists(Verdict.objects.filter(pk=OuterRef("verdict_id")))
    )
    if count := lost.count():
        yield f"{count} rows after row {last.number} were removed: the order of changes has them"
    places = Change.objects.aggregate(count=Count("pk"), last=Max("pk"))
    if places["count"] != (places["last"] or 0):
        yield (
            f"the order of changes ends at {places['last']} and has {places['count']} places: "
            "some were removed"
        )
    if missing_head is not None:
        yield (
            f"no row has the hash {missing_head}, which was noted as the head: rows were removed "
            "at the end, or written anew"
        )
