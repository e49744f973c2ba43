"""A state as a word with a shape and a colour: readable without any one of the three."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from claims.models.choices import Currency, EvidenceState, Stance, Status

SHAPES: dict[TextChoices, str] = {
    Status.UNSUPPORTED: "○",
    Status.SINGLE_SOURCE: "◐",
    Status.CORROBORATED: "●",
    Status.CHALLENGED: "△",
    Status.REFUTED: "✕",
    Status.CONTESTED: "◇",
    Currency.CURRENT: "▪",
    Currency.OUTDATED: "◷",
    Currency.STALE: "◔",
    Currency.UNDATED: "–",
    EvidenceState.PROPOSED: "?",
    EvidenceState.ACCEPTED: "✓",
    EvidenceState.REJECTED: "✕",
    EvidenceState.WITHDRAWN: "↩",
    Stance.SUPPORTS: "+",
    Stance.CONFLICTS: "−",
    Stance.CONTEXT: "·",
}


def badge(state: TextChoices) -> SafeString:
    """The badge of a status, a currency, an evidence's state or a stance."""
    return _badge(f"{type(state).__name__.lower()}-{state.value}", SHAPES[state], state.label)


def status_badge(status: str) -> SafeString:
    return badge(Status(status))


def currency_badge(currency: str) -> SafeString:
    return badge(Currency(currency))


def state_badge(state: str) -> SafeString:
    return badge(EvidenceState(state))


def stance_badge(stance: str) -> SafeString:
    return badge(Stance(stance))


def review_badge() -> SafeString:
    """Says that a person should look."""
    return _badge("review", "⚑", "needs review")


def example_badge() -> SafeString:
    """Says that a claim was made up by us, to show a status."""
    return _badge("example", "✎", "Example (made up)")


def _badge(kind: str, shape: str, label: str) -> SafeString:
    return format_html(
        '<span class="badge badge-{}"><span class="shape" aria-hidden="true">{}</span> {}</span>',
        kind,
        shape,
        capfirst(label),
    )
