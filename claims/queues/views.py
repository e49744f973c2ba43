"""The pages of the queues, and what is posted to them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from claims.comments import comment
from claims.models import Claim

from .assignments import assign, free_in, release, take, take_next
from .page import can_be_given_claims, page_of
from .table import QUEUES, Queue

SEE = "claims.view_claim"


@require_safe
def queue(request: HttpRequest, name: str) -> HttpResponse:
    """What waits in one queue."""
    now = timezone.now()
    shown = page_of(_queue(request, name), request.user, request.GET, now=now)
    context = admin.site.each_context(request) | {
        "title": shown.queue.title,
        "shown": shown,
        "now": now,
        "people": can_be_given_claims() if shown.may_assign and shown.queue.shared else [],
    }
    return TemplateResponse(request, "admin/claims/queues/queue.html", context)


@require_POST
def next_claim(request: HttpRequest, name: str) -> HttpResponse:
    """Take what has waited longest, and go to it; of one's own queues only go to it."""
    asked = _queue(request, name)
    if not asked.shared:
        first = asked.waiting(Claim.objects.all(), request.user).oldest_first().first()
        return _to_claim(first) if first else _to_queue(asked)
    given = take_next(queue=asked, by=request.user, now=timezone.now())
    if given is not None:
        return _to_claim(given.claim)
    if free_in(asked, request.user).exists():
        told = "What is free is being changed by someone just now: try again in a moment."
    else:
        told = f"Nothing in “{asked.title}” is free for you to take."
    messages.info(request, told)
    return _to_queue(asked)


@require_POST
def take_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one claim, from the queue that is named or by hand, and go to it."""
    claim, asked = _claim(request, pk), _named_queue(request)
    try:
        take(claim=claim, by=request.user, now=timezone.now(), queue=asked)
    except ValidationError as refusal:
        _tell(request, refusal)
        return _to_queue(asked) if asked else _to_claim(claim)
    return _to_claim(claim)


@require_POST
def release_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Let go of a claim, and go to the queue it came from, or on to the next one there."""
    claim, asked = _claim(request, pk), _named_queue(request)
    try:
        held = release(claim=claim, by=request.user, now=timezone.now())
    except ValidationError as refusal:
        _tell(request, refusal)
        return _to_queue(asked) if asked else _to_claim(claim)
    messages.success(request, f"Claim “{claim.key}” is released.")
    source = QUEUES.get(held.queue, QUEUES["mine"])
    if "next" in request.POST and source.lets(request.user):
        return next_claim(request, source.name)
    return _to_queue(asked or source)


@require_POST
def assign_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a claim into the hands of the account that is named."""
    claim, asked = _claim(request, pk), _named_queue(request)
    try:
        to = _account(request.POST.get("to", ""))
        assign(claim=claim, to=to, by=request.user, now=timezone.now(), queue=asked)
    except ValidationError as refusal:
        _tell(request, refusal)
    else:
        messages.success(request, f"Claim “{claim.key}” is in the hands of {to.get_username()}.")
    return _to_queue(asked) if asked else _to_claim(claim)


@require_POST
def comment_on_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Say something on a claim; a refusal keeps what was typed."""
    claim, text = _claim(request, pk), request.POST.get("text", "")
    try:
        said = comment(claim=claim, by=request.user, text=text, now=timezone.now())
    except ValidationError as refusal:
        context = admin.site.each_context(request) | {
            "title": "Comment",
            "original": claim,
            "typed": text,
            "refusal": refusal.messages,
        }
        page = "admin/claims/queues/comment_refused.html"
        return TemplateResponse(request, page, context, status=422)
    return HttpResponseRedirect(f"{_address(claim)}#comment-{said.pk}")


# --- What they share ---


def _queue(request: HttpRequest, name: str) -> Queue:
    if name not in QUEUES:
        raise Http404(f"There is no queue “{name}”. There are: {', '.join(QUEUES)}.")
    _refuse_unless_seeing(request)
    return QUEUES[name]


def _named_queue(request: HttpRequest) -> Queue | None:
    """The queue from whose page something is posted; None from a claim's page."""
    name = request.POST.get("queue", "")
    return _queue(request, name) if name else None


def _claim(request: HttpRequest, pk: int) -> Claim:
    _refuse_unless_seeing(request)
    return get_object_or_404(Claim.objects.without_results(), pk=pk)


def _refuse_unless_seeing(request: HttpRequest) -> None:
    if not request.user.has_perm(SEE):
        raise PermissionDenied(f"This needs the right “{SEE}”.")


def _account(name: str) -> Any:
    account = get_user_model().objects.filter(username=name).first() if "\0" not in name else None
    if account is None:
        raise ValidationError(f"There is no account “{name}”: choose one from the list.")
    return account


def _tell(request: HttpRequest, refusal: ValidationError) -> None:
    for message in refusal.messages:
        messages.error(request, message)


def _address(claim: Claim) -> str:
    return reverse("admin:claims_claim_change", args=[claim.pk])


def _to_claim(claim: Claim) -> HttpResponse:
    return HttpResponseRedirect(_address(claim))


def _to_queue(found: Queue) -> HttpResponse:
    return HttpResponseRedirect(reverse("queues:queue", args=[found.name]))
