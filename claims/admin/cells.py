"""Cells of lists: several short facts, one under the other."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from claims.models import Claim
from claims.models.reported import Reported

from .words import period_in_words


def lines(facts: Iterable[str | SafeString]) -> SafeString:
    """Each on a line of its own; what is not safe is escaped."""
    return format_html_join("", '<span class="line">{}</span>', ((fact,) for fact in facts))


def claim_link(claim: Claim, length: int = 120) -> SafeString:
    """The statement, shortened, as a link to the claim's page."""
    address = reverse("admin:claims_claim_change", args=[claim.pk])
    return format_html('<a href="{}">{}</a>', address, Truncator(claim.statement).chars(length))


def value_and_time(row: Reported) -> SafeString:
    """The number as worded, where there is one, over the time."""
    when = format_html('<span class="quiet">{}</span>', period_in_words(row.reported_period))
    return lines([row.wording, when] if row.wording else [when])
