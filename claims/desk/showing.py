"""Proposals as the page takes them: plain values, every number and time told in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from claims.admin.fields import PeriodField
from claims.admin.words import period_in_words, quantity_in_words
from claims.consistency import Period, WordingError, read_quantity
from claims.models import Figure
from claims.models.choices import EvidenceState, Modality, Status

from .filing import Filed
from .passages import told
from .proposals import Proposal, Typed, chosen, takes_number
from .reading import Quoted, Reported


def as_html(text: str) -> SafeString:
    """Text, escaped, that a browser's parser gives back letter for letter, carriage returns too."""
    return mark_safe(escape(text).replace("\r", "&#13;"))


def answer_of(
    quoted: Quoted, typed: Typed, offers: Sequence[Proposal], *, published: Period | None
) -> dict[str, Any]:
    """What the quote reports by itself, the claims, and figures for a new claim."""
    return {
        "quote": quoted.quote,
        "sentence": " ".join(quoted.sentence.split()),
        "numbers": [one.wording for one in quoted.numbers if one.wording],
        "report": _report(quoted.numbers[0], typed, published),
        "claims": [_offer(offer) for offer in offers],
        "chosen": chosen(offers),
        "figures": _figures(offers),
    }


def _report(one: Reported, typed: Typed, published: Period | None) -> dict[str, Any]:
    """The fields before any claim is chosen: for a new one."""
    wording = one.wording if typed.wording is None else typed.wording
    when = one.when if typed.when is None else typed.when
    mode, basis = typed.mode or one.mode, typed.basis or one.basis
    period = PeriodField.read(when, published=published, mode=mode, basis=basis)
    return {
        "wording": wording,
        "period": when,
        "period_mode": mode,
        "period_basis": basis,
        "modality": typed.modality or (Modality.PLAN if one.planned else Modality.OBSERVATION),
        "scope": typed.scope.pk if typed.scope else "",
        "says": _says(wording),
        "when": _when(period, one.why if typed.when is None else ""),
    }


def _says(wording: str) -> str:
    try:
        return quantity_in_words(read_quantity(wording) if wording else None)
    except WordingError as error:
        return str(error)


def _when(period: Period | None, why: str) -> str:
    return " ".join(filter(None, (period_in_words(period), why)))


def _offer(offer: Proposal) -> dict[str, Any]:
    claim, reported = offer.claim, offer.reported
    number = takes_number(claim)
    return {
        "id": claim.pk,
        "statement": claim.statement,
        "status": told(Status(claim.status)),
        "value": claim.wording,
        "time": period_in_words(claim.reported_period),
        "figure": str(claim.figure) if claim.figure else "",
        "held": offer.held,
        "stance": offer.stance,
        "reason": offer.reason,
        "takesNumber": number,
        "report": {
            "wording": reported.wording,
            "period": reported.when,
            "period_mode": reported.mode,
            "period_basis": reported.basis,
            "modality": offer.modality,
            "scope": offer.scope.pk if offer.scope else "",
            "says": _claim_says(offer, number),
            "when": _when(offer.period, reported.why),
        },
    }


def _claim_says(offer: Proposal, number: bool) -> str:
    if number:
        return quantity_in_words(offer.quantity)
    if offer.claim.figure is None:
        return "This claim has no figure: the number is not kept."
    return "This claim's value is the date: the number is not kept."


def _figures(offers: Sequence[Proposal]) -> list[dict[str, Any]]:
    figures: dict[int, Figure] = {}
    for offer in offers:
        if offer.claim.figure is not None:
            figures.setdefault(offer.claim.figure.pk, offer.claim.figure)
    return [
        {"id": pk, "name": str(figure), "takesNumber": figure.nature != "event-date"}
        for pk, figure in figures.items()
    ]


def status_told(filed: Filed) -> str:
    """What a write did to the claim's status, in one sentence."""
    now = Status(filed.claim.status).label.lower()
    if filed.evidence.state == EvidenceState.PROPOSED:
        return f"It is proposed, and waits for others to decide; the claim is {now}."
    if filed.was is None:
        return f"New claim, {now}."
    if filed.was == filed.claim.status:
        return f"The claim is {now}, as before."
    return f"The claim is {now} now; it was {Status(filed.was).label.lower()}."
