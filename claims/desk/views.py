"""The desk's page and its endpoints."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from claims.admin.words import quantity_in_words
from claims.inputs import scope_order
from claims.models import Claim, Evidence, Scope
from claims.models.choices import Basis, Modality, PeriodMode, Stance
from sources.models import Anchoring, Document, Snapshot

from .answers import cleaned, endpoint, may
from .documents import MAKE_CLAIMS, READ, WRITE, document_for, document_of, published_period
from .filing import Filed, NewClaim, file_quote, take_back
from .forms import FileForm, ProposeForm, UndoForm
from .paragraphs import paragraphs
from .passages import passages_of
from .proposals import Typed, propose
from .quantities import found_in
from .reading import read_quote
from .showing import answer_of, as_html, status_told

STANCE_KEYS = {Stance.SUPPORTS: "s", Stance.CONFLICTS: "c", Stance.CONTEXT: "x"}


def desk(request: HttpRequest, key: str):
    """The latest text of a document, to be read, quoted and brought to claims."""
    document = document_for(request, key)
    snapshot = document.latest
    context = admin.site.each_context(request) | {
        "title": document.title,
        "document": document,
        "is_nav_sidebar_enabled": False,
        "snapshot": snapshot,
        "paragraphs": [as_html(one) for one in paragraphs(snapshot.text)],
        "lost": _lost(snapshot),
        "older": document.snapshots.count() - 1,
        "desk": _told_to_the_page(request, document, snapshot),
        "modes": PeriodMode.choices,
        "bases": Basis.choices,
        "modalities": Modality.choices,
        "stances": [(value, label, STANCE_KEYS[value]) for value, label in Stance.choices],
        "scopes": _scopes(),
    }
    return render(request, "claims/desk/desk.html", context)


def _lost(snapshot: Snapshot) -> int:
    return Anchoring.objects.filter(snapshot=snapshot, outcome=Anchoring.Outcome.LOST).count()


def _scopes() -> list[Scope]:
    return list(Scope.objects.select_related("geography", "population", "role"))


def _told_to_the_page(
    request: HttpRequest, document: Document, snapshot: Snapshot
) -> dict[str, Any]:
    """What the script needs: addresses, rights, and the passages."""
    names = ("quantities", "propose", "file", "undo")
    return {
        "urls": {name: reverse(f"desk:{name}", args=[document.key]) for name in names},
        "snapshot": snapshot.pk,
        "characters": len(snapshot.text),
        "mayWrite": may(request, WRITE),
        "mayMakeClaims": may(request, MAKE_CLAIMS),
        "passages": passages_of(snapshot, viewer=request.user),
    }


@endpoint(*READ)
def quantities(request: HttpRequest, *, key: str, data: dict[str, Any]) -> dict[str, Any]:
    """Every number of the text: [start, end, start and end of its sentence, what it says]."""
    document = document_of(key)
    return {
        "quantities": [
            [one.start, one.end, *one.sentence, quantity_in_words(one.quantity)]
            for one in found_in(document.latest.text, published_period(document))
            if one.quantity is not None
        ]
    }


@endpoint(*READ)
def proposals(request: HttpRequest, *, key: str, data: dict[str, Any]) -> dict[str, Any]:
    """What a quote reports, and the claims that it may bear on, the likeliest first."""
    document = document_of(key)
    form = ProposeForm(data, document=document)
    sent = cleaned(form)
    snapshot, published = sent["snapshot"], published_period(document)
    start, end = in_text(snapshot.text, sent["start"], sent["end"])
    typed = Typed(
        wording=form.given("wording"),
        when=form.given("period"),
        mode=form.given("period_mode"),
        basis=form.given("period_basis"),
        modality=form.given("modality"),
        scope=sent["scope"],
        scope_given="scope" in data,
    )
    quoted = read_quote(snapshot.text, start, end, published=published)
    held = (
        Evidence.objects.shown_to(request.user)
        .filter(passage__snapshot=snapshot, passage__start=start, passage__end=end)
        .exclude(state="withdrawn")
    )
    offers = propose(
        quoted,
        typed,
        published=published,
        order=scope_order(),
        scopes=_scopes(),
        held=held.values_list("claim_id", flat=True),
        query=sent["query"],
    )
    return answer_of(quoted, typed, offers, published=published)


def in_text(text: str, start: int, end: int) -> tuple[int, int]:
    """The span within the text, without white space at its ends."""
    end = min(end, len(text))
    start = min(start, end)
    quote = text[start:end]
    return start + len(quote) - len(quote.lstrip()), start + len(quote.rstrip())


@endpoint(*WRITE)
def file(request: HttpRequest, *, key: str, data: dict[str, Any]) -> dict[str, Any]:
    """Save a quote as evidence."""
    document = document_of(key)
    sent = cleaned(FileForm(data, document=document, published=published_period(document)))
    snapshot = sent["snapshot"]
    start, end = in_text(snapshot.text, sent["start"], sent["end"])
    claim: Claim | NewClaim | None = sent["claim"]
    if claim is None:
        _needs(request, MAKE_CLAIMS)
        claim = NewClaim(sent["statement"], sent["figure"], sent["claimant"])
    filed = file_quote(
        snapshot=snapshot,
        start=start,
        end=end,
        claim=claim,
        stance=sent["stance"],
        wording=sent["wording"],
        period=sent["period"],
        modality=sent["modality"] or Modality.OBSERVATION,
        scope=sent["scope"],
        note=sent["note"],
        by=request.user,
        at=timezone.localdate(),
    )
    return _written(request, snapshot, filed)


def _needs(request: HttpRequest, permissions: tuple[str, ...]) -> None:
    if not may(request, permissions):
        raise PermissionDenied("Your role does not include new claims: choose one that is there.")


@endpoint(*WRITE)
def undo(request: HttpRequest, *, key: str, data: dict[str, Any]) -> dict[str, Any]:
    """Take back what was just saved."""
    document = document_of(key)
    evidence = cleaned(UndoForm(data))["evidence"]
    filed = take_back(evidence=evidence, by=request.user, at=timezone.localdate())
    return _written(request, document.latest, filed)


def _written(request: HttpRequest, snapshot: Snapshot, filed: Filed) -> dict[str, Any]:
    """The passage as it is now, and what the claim's status did."""
    return {
        "evidence": filed.evidence.pk,
        "passages": passages_of(snapshot, viewer=request.user, only=[filed.evidence.passage_id]),
        "claim": {"id": filed.claim.pk, "statement": filed.claim.statement},
        "news": status_told(filed),
    }
