"""The passages of a text, each with the claims that it bears on; three queries for any number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.urls import reverse

from claims.admin.badges import SHAPES
from claims.models import Evidence
from claims.models.choices import EvidenceState, Stance, Status
from sources.models import Anchoring, Passage, Snapshot

Place = tuple[int, int]


def passages_of(
    snapshot: Snapshot, *, viewer: Any, only: Iterable[int] | None = None
) -> list[dict[str, Any]]:
    """Every passage of this version, in the order of the text, as the page takes them.

    One that was quoted from an earlier version and is found in this one counts as one of it.

    viewer  who looks: what is yet to be read blind is left out, but for their own
    only    ids of passages of this version; None: all
    """
    own = Passage.objects.filter(snapshot=snapshot)
    found = Anchoring.objects.filter(snapshot=snapshot, found__isnull=False)
    if only is not None:
        own = own.filter(pk__in=only)
        found = found.filter(found__in=only)
    places: dict[int, Place] = {pk: (a, b) for pk, a, b in own.values_list("pk", "start", "end")}
    stands_for = {pk: pk for pk in places} | dict(found.values_list("passage_id", "found_id"))
    held: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    claim_page = _claim_page()
    for row in _evidence(stands_for, viewer):
        held[stands_for[row["passage_id"]]].append(_bears_on(row, claim_page))
    return [
        {"id": pk, "start": start, "end": end, "evidence": held[pk], "stance": _painted(held[pk])}
        for pk, (start, end) in sorted(places.items(), key=lambda item: (item[1], item[0]))
    ]


def _evidence(passages: Iterable[int], viewer: Any) -> Iterable[dict[str, Any]]:
    return (
        Evidence.objects.filter(passage__in=passages)
        .shown_to(viewer)
        .order_by("claim__key", "key")
        .values(
            "pk", "stance", "state", "wording", "passage_id", "claim_id", "claim__statement",
            "claim__status",
        )
    )  # fmt: skip


def _bears_on(row: dict[str, Any], claim_page: str) -> dict[str, Any]:
    return {
        "id": row["pk"],
        "stance": told(Stance(row["stance"])),
        "state": told(EvidenceState(row["state"])),
        "wording": row["wording"],
        "statement": row["claim__statement"],
        "status": told(Status(row["claim__status"])),
        "url": claim_page.format(row["claim_id"]),
    }


def _claim_page() -> str:
    """The address of a claim's page, with {} for its id: found once, not once a row."""
    return reverse("admin:claims_claim_change", args=["ID"]).replace("ID", "{}")


@cache
def told(state: Any) -> dict[str, str]:
    """A state as a word, a shape, and the class that colours it."""
    return {
        "value": state.value,
        "word": state.label.lower(),
        "shape": SHAPES[state],
        "kind": f"{type(state).__name__.lower()}-{state.value}",
    }


def _painted(evidence: list[dict[str, Any]]) -> list[str]:
    """The stances that a passage is painted in; none for one whose evidence is set aside."""
    live = {EvidenceState.ACCEPTED.value, EvidenceState.PROPOSED.value}
    return sorted({e["stance"]["value"] for e in evidence if e["state"]["value"] in live})
