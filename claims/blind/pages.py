"""The pages of blind second reading, under /admin/blind/."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from claims.admin.context import context_of
from claims.models import Adjudication, BlindReading, Claim
from sources.models import Passage

from .apart import is_read_apart
from .chart import chart_of
from .forms import ReadingForm, RulingForm, as_typed, published_of
from .items import drafts_of, to_read, to_rule_on
from .readings import READERS, adjudicate, disagreement, hand_in, mark_blind, read_blind
from .statistics import agreements
from .telling import told, told_lines

READ, RULE, MARK = "claims.add_blindreading", "claims.adjudicate", "claims.mark_blind"


def index(request: HttpRequest) -> HttpResponse:
    """What is there to read, to go on with, and for adjudicators to rule on."""
    _require(request, READ)
    rules = request.user.has_perm(RULE)
    context = {
        "title": "Blind reading",
        "to_read": to_read(request.user),
        "drafts": drafts_of(request.user),
        "to_rule_on": to_rule_on(request.user) if rules else None,
        "may_see_agreement": request.user.has_perm(MARK),
    }
    return _page(request, "index", context)


@never_cache
def read(request: HttpRequest, key: str, passage_id: int) -> HttpResponse:
    """Read one passage for one claim: as a draft, until it is handed in."""
    _require(request, READ)
    claim, passage = _item(key, passage_id)
    if not is_read_apart(claim, passage):
        raise Http404(f"Claim “{key}” is not read blind.")
    here = BlindReading.objects.filter(claim=claim, passage=passage)
    own = here.filter(reader=request.user).first()
    handed_in = own is not None and own.submitted_at is not None
    form = None
    status = 200
    if own is not None or here.count() < READERS:
        form = _reading_form(request, claim, passage, own)
    if request.method == "POST" and form is not None and form.is_valid():
        if _written(request, claim, passage, form):
            return HttpResponseRedirect(request.path)
        status = 409
    context = _told_of(claim, passage) | {
        "title": "Read a passage blind",
        "form": None if handed_in and request.method != "POST" else form,
        "own": told(own) if own is not None else None,
        "handed_in": handed_in,
        "outcome": _outcome(claim, passage) if handed_in else "",
    }
    return _page(request, "read", context, status)


@never_cache
def rule(request: HttpRequest, key: str, passage_id: int) -> HttpResponse:
    """Rule on two readings that differ; they are shown unnamed."""
    _require(request, RULE)
    claim, passage = _item(key, passage_id)
    context = _told_of(claim, passage) | {"title": "Rule on two readings"}
    ruling = Adjudication.objects.filter(claim=claim, passage=passage).first()
    if BlindReading.objects.filter(claim=claim, passage=passage, reader=request.user).exists():
        notice = "You read this passage yourself: a third person rules on it."
        return _page(request, "rule", context | {"notice": notice})
    form = RulingForm(
        request.POST or None,
        figure=claim.figure,
        published=published_of(passage.snapshot.document),
    )
    if request.method == "POST" and form.is_valid():
        try:
            _ruled(request, claim, passage, form)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "You have ruled; the evidence stands as you ruled.")
            return HttpResponseRedirect(reverse("blind:index"))
    try:
        readings = [told(reading) for reading in disagreement(claim=claim, passage=passage)]
    except ValidationError as nothing_left:
        context |= {
            "notice": " ".join(nothing_left.messages),
            "form": form if form.errors else None,
        }
        context["ruling"] = told(ruling) if ruling else None
        return _page(request, "rule", context)
    return _page(request, "rule", context | {"form": form, "readings": readings})


def agreement(request: HttpRequest) -> HttpResponse:
    """How far readers agree."""
    _require(request, MARK)
    found = agreements()
    context = {
        "title": "How far readers agree",
        "overall": told_lines([found.overall])[0],
        "by_pair": told_lines(found.by_pair),
        "by_figure": told_lines(found.by_figure),
        "by_month": told_lines(found.by_month),
        "chart": chart_of(found.by_month),
    }
    return _page(request, "agreement", context)


@require_POST
def mark(request: HttpRequest, key: str) -> HttpResponse:
    """Mark a claim for blind reading, or take the mark off."""
    _require(request, MARK)
    claim = get_object_or_404(Claim.objects.without_results(), key=key)
    wanted = request.POST.get("blind") == "yes"
    try:
        mark_blind(claim=claim, by=request.user, blind=wanted)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        now = "read twice, apart, from now on" if wanted else "no longer read blind"
        messages.success(request, f"The passages of claim “{key}” are {now}.")
    return HttpResponseRedirect(reverse("admin:claims_claim_change", args=[claim.pk]))


def _reading_form(
    request: HttpRequest, claim: Claim, passage: Passage, own: BlindReading | None
) -> ReadingForm:
    return ReadingForm(
        request.POST or None,
        initial=as_typed(own) if own is not None else None,
        figure=claim.figure,
        published=published_of(passage.snapshot.document),
    )


def _written(request: HttpRequest, claim: Claim, passage: Passage, form: ReadingForm) -> bool:
    """Save the draft, and hand it in where that was asked; False when a verb refuses."""
    now, note = timezone.now(), form.cleaned_data["note"]
    by = request.user
    try:
        with transaction.atomic():
            reading = read_blind(
                claim=claim, passage=passage, reader=by, now=now, note=note, **form.judged
            )
            if "hand_in" in request.POST:
                hand_in(reading=reading, by=by, now=now, at=timezone.localdate())
    except ValidationError as refusal:
        form.refuse(refusal)
        return False
    done = "handed in; it stands" if "hand_in" in request.POST else "saved as a draft"
    messages.success(request, f"Your reading is {done}.")
    return True


def _ruled(request: HttpRequest, claim: Claim, passage: Passage, form: RulingForm) -> None:
    adjudicate(
        claim=claim,
        passage=passage,
        by=request.user,
        ruling=form.cleaned_data["ruling"],
        reason=form.cleaned_data["reason"],
        now=timezone.now(),
        at=timezone.localdate(),
        **form.judged,
    )


def _outcome(claim: Claim, passage: Passage) -> str:
    """What became of the two readings, for someone whose own is in."""
    here = {"claim": claim, "passage": passage}
    if BlindReading.objects.handed_in().filter(**here).count() < READERS:
        return "The other reading is not in yet; until then nobody sees either."
    if Adjudication.objects.filter(**here).exists():
        return "The other reader saw it differently, and a third person has ruled."
    if BlindReading.objects.disputed().filter(**here).exists():
        return "The other reader saw it differently: a third person rules."
    return "The other reader says the same: it is accepted evidence."


def _item(key: str, passage_id: int) -> tuple[Claim, Passage]:
    claim = get_object_or_404(Claim.objects.with_figure().without_results(), key=key)
    return claim, get_object_or_404(Passage.objects.with_source(), pk=passage_id)


def _told_of(claim: Claim, passage: Passage) -> dict[str, Any]:
    return {
        "claim": claim,
        "passage": passage,
        "document": passage.snapshot.document,
        "passage_context": context_of(passage),
    }


def _page(
    request: HttpRequest, name: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    shared = admin.site.each_context(request)
    return render(request, f"claims/blind/{name}.html", shared | context, status=status)


def _require(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(permission):
        raise PermissionDenied
