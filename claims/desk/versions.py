"""What became of the passages of earlier versions in the latest one, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Any

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import F, Prefetch, QuerySet
from django.db.models.functions import Coalesce, Greatest, Least, Substr
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse

from claims.admin.badges import stance_badge, status_badge
from claims.models import Evidence
from sources.models import Anchoring, Document
from sources.passages import accept_proposal

from .answers import cleaned, endpoint, may
from .documents import ACCEPT, document_for, document_of
from .forms import AcceptForm

AROUND = 160
"""Code points shown on either side of a quote."""

SHOWN = 200
"""How many passages of one kind a page shows; the rest are counted."""


@dataclass(frozen=True)
class Side:
    """A quote in its text; `pieces` are its words with how each differs from the other side's."""

    before: str
    pieces: list[tuple[str, bool]]
    after: str


@dataclass(frozen=True)
class Change:
    """One passage: as it was quoted, as it stands now (None: nowhere), and what bears on it."""

    anchoring: Anchoring
    old: Side
    new: Side | None
    is_proposal: bool
    bears_on: list[tuple[Any, Any, Evidence]]


def page(request: HttpRequest, key: str):
    """What was lost first, then what moved; what was kept is counted."""
    document = document_for(request, key)
    rows = _anchorings(document, request.user)
    lost = [_change(row) for row in rows.filter(outcome="lost")[:SHOWN]]
    moved = [_change(row) for row in rows.filter(outcome="moved")[:SHOWN]]
    context = admin.site.each_context(request) | {
        "title": f"Versions of {document.title}",
        "document": document,
        "snapshot": document.latest,
        "is_nav_sidebar_enabled": False,
        "lost": sorted(lost, key=lambda change: not change.is_proposal),
        "moved": moved,
        "counts": {kind: rows.filter(outcome=kind).count() for kind in ("lost", "moved", "kept")},
        "versions": document.snapshots.without_bulk().order_by("-retrieved_at", "-pk"),
        "versions_data": {
            "url": reverse("desk:accept", args=[document.key]),
            "mayAccept": may(request, ACCEPT),
        },
        "may_accept": may(request, ACCEPT),
    }
    return render(request, "claims/desk/versions.html", context)


def _anchorings(document: Document, viewer: Any) -> QuerySet[Anchoring]:
    evidence = Evidence.objects.shown_to(viewer).select_related("claim")
    evidence = evidence.defer("claim__explanation", "claim__search")
    bulky = ("text", "original", "sketch", "search")
    return (
        Anchoring.objects.filter(snapshot=document.latest)
        .select_related("passage__snapshot", "found", "snapshot")
        .defer(
            *(f"passage__snapshot__{name}" for name in bulky),
            *(f"snapshot__{name}" for name in bulky),
        )
        .prefetch_related(Prefetch("passage__evidence", evidence))
        .annotate(
            new_start=Coalesce("found__start", "proposal_start"),
            new_end=Coalesce("found__end", "proposal_end"),
        )
        .annotate(
            old_before=_before("passage__snapshot__text", "passage__start"),
            old_after=Substr("passage__snapshot__text", F("passage__end") + 1, AROUND),
            new_before=_before("snapshot__text", "new_start"),
            new_quote=Substr("snapshot__text", F("new_start") + 1, F("new_end") - F("new_start")),
            new_after=Substr("snapshot__text", F("new_end") + 1, AROUND),
        )
        .order_by("passage__start", "pk")
    )


def _before(text: str, start: str) -> Substr:
    """The text right before an offset; only so much leaves the database."""
    return Substr(text, Greatest(F(start) - AROUND, 0) + 1, Least(F(start), AROUND))


def _change(row: Anchoring) -> Change:
    is_found = row.new_start is not None
    left, right = _compared(row.passage.exact, row.new_quote if is_found else None)
    return Change(
        anchoring=row,
        old=Side(row.old_before, left, row.old_after),
        new=Side(row.new_before, right, row.new_after) if is_found else None,
        is_proposal=row.proposal_start is not None,
        bears_on=[
            (stance_badge(e.stance), status_badge(e.claim.status), e)
            for e in row.passage.evidence.all()
        ],
    )


def _compared(old: str, new: str | None) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both quotes in pieces, each with whether the other side lacks it."""
    if new is None:
        return [(old, False)], []
    a, b = list(_words(old)), list(_words(new))
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for kind, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        differs = kind != "equal"
        if i < j:
            left.append(("".join(a[i:j]), differs))
        if k < m:
            right.append(("".join(b[k:m]), differs))
    return left, right


def _words(text: str) -> Iterator[str]:
    """Words and the white space between them, in turn."""
    pairs = ((word, " ") for word in text.split())
    return iter(list(chain.from_iterable(pairs))[:-1])


@endpoint(*ACCEPT)
def accept(request: HttpRequest, *, key: str, data: dict[str, Any]) -> dict[str, Any]:
    """Accept that a lost passage reads as its proposal does, for the reason given."""
    document = document_of(key)
    sent = cleaned(AcceptForm(data))
    anchoring = sent["anchoring"]
    if anchoring.snapshot_id != document.latest_id:
        raise ValidationError("This is not about the latest version: open the page again.")
    try:
        done = accept_proposal(
            anchoring=anchoring, reason=f"{sent['reason']} ({request.user.get_username()})"
        )
    except ValueError as error:
        raise ValidationError(f"Nothing was accepted: {error}.") from error
    return {"anchoring": done.pk, "reason": done.reason}
