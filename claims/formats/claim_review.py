"""A verdict as schema.org's ClaimReview, in JSON-LD. Pure.

https://schema.org/ClaimReview; search engines read it on the page that shows the verdict.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .site import Site

Content = Mapping[str, Any]

RATINGS = {
    "refuted": (1, "Refuted: independent sources contradict it, and none supports it"),
    "challenged": (2, "Challenged: one source contradicts it, and none supports it"),
    "contested": (3, "Contested: sources disagree about it"),
    "unsupported": (3, "Unsupported: no source that counts supports or contradicts it"),
    "single-source": (4, "Single source: one source supports it, and none contradicts it"),
    "corroborated": (5, "Corroborated: independent sources support it, and none contradicts it"),
}
"""Each status on a scale from 1 to 5, and in words. In the middle stand both that the sources
disagree and that there are none: neither says that the claim is true or that it is false."""

WORST, BEST = 1, 5


class Withdrawn(ValueError):
    """A withdrawal rates nothing, so there is no review to show."""


def claim_review(content: Content, site: Site) -> dict[str, Any]:
    """The review that a verdict is, from its frozen content.

    Left out is what nobody knows: a claim's author or date, documents that it appears in.
    Raises Withdrawn for a withdrawal.
    """
    if content["kind"] == "withdrawal":
        raise Withdrawn(f"verdict {content['number']} withdraws a review and is none itself")
    value, words = RATINGS[content["rating"]]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": site.verdict(content["number"]),
        "url": site.verdict(content["number"]),
        "claimReviewed": content["statement"],
        "datePublished": content["at"][:10],
        "author": {"@type": "Organization", **site.publisher},
        "publisher": {"@type": "Organization", **site.publisher},
        "reviewBody": content["reason"],
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "worstRating": WORST,
            "bestRating": BEST,
            "alternateName": words,
            "ratingExplanation": content["explanation"],
        },
        "itemReviewed": _claim(content, site),
    }


def _claim(content: Content, site: Site) -> dict[str, Any]:
    appearances = _appearances(content["evidence"], site)
    first = appearances[0] if appearances else None
    claim = {
        "@type": "Claim",
        "@id": site.claim(content["claim"]),
        "name": content["statement"],
        "author": _author(content["claimant"], first),
        "datePublished": _day(content["made_on"]) or (first or {}).get("datePublished"),
        "appearance": appearances or None,
        "firstAppearance": first,
    }
    return _known(claim)


def _author(claimant: str, first: Mapping[str, Any] | None) -> dict[str, str] | None:
    """Who says so: the claimant, else who published it first; None for nobody in particular.

    Readers of ClaimReview want a person or an organisation. We do not record which; most claimants
    are people.
    """
    if claimant:
        return {"@type": "Person", "name": claimant}
    return dict(first["publisher"]) if first else None


def _appearances(evidence: list[Content], site: Site) -> list[dict[str, Any]]:
    """The documents that say what the claim says, each once, the earliest first; undated last."""
    documents = {
        item["document"]["key"]: item["document"]
        for item in evidence
        if item["stance"] == "supports"
    }
    shown = [_document(document, site) for document in documents.values()]
    return sorted(shown, key=lambda work: (work.get("datePublished", "9999"), work["url"]))


def _document(document: Content, site: Site) -> dict[str, Any]:
    return _known(
        {
            "@type": "CreativeWork",
            "url": document["url"] or site.document(document["key"]),
            "name": document["title"],
            "datePublished": _day(document["published"]),
            "publisher": {"@type": "Organization", "name": document["publisher"]},
        }
    )


def _day(days: Content) -> str | None:
    """One day for a span: its first, or its last where no first is known."""
    return days["earliest"] or days["latest"]


def _known(properties: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if value is not None}
