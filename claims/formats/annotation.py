"""Quotes as W3C Web Annotations, in JSON-LD. Pure.

https://www.w3.org/TR/annotation-model/: a quote is selected in its document by its words and by
its place; an annotation of evidence says how it bears on which claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .site import Site

ANNO = "http://www.w3.org/ns/anno.jsonld"
CONTEXT = [
    ANNO,
    {"sha256": "http://id.loc.gov/vocabulary/preservation/cryptographicHashFunctions/sha256"},
]
"""The model has no word for the hash of a text; the Library of Congress has one."""


def target(
    *,
    quote: Mapping[str, Any],
    document: Mapping[str, Any],
    sha256: str,
    site: Site,
    retrieved_at: str | None = None,
) -> dict[str, Any]:
    """The quote in its document: two selectors, each of which is enough.

    quote         exact, prefix, suffix, and start and end in code points of the text
    document      key, title, and url ("" where it has none: then our own address stands for it)
    sha256        of the text that the offsets count in, in UTF-8, as hexadecimal digits
    retrieved_at  when the text was as it is; None: not told
    """
    words = {name: quote[name] for name in ("prefix", "suffix") if quote[name]}
    shown = {
        "type": "SpecificResource",
        "source": document["url"] or site.document(document["key"]),
        "selector": [
            {"type": "TextQuoteSelector", "exact": quote["exact"], **words},
            {"type": "TextPositionSelector", "start": quote["start"], "end": quote["end"]},
        ],
        "sha256": sha256,
    }
    if retrieved_at is not None:
        shown["state"] = {"type": "TimeState", "sourceDate": retrieved_at}
    return shown


def passage(*, id: str, target: Mapping[str, Any], site: Site) -> dict[str, Any]:
    """A quote that is kept, whatever it may be evidence for."""
    return {
        "@context": CONTEXT,
        "id": id,
        "type": "Annotation",
        "motivation": "highlighting",
        "creator": {"type": "Organization", "name": site.name, "homepage": site.root},
        "target": target,
    }


def evidence(
    *,
    id: str,
    claim: str,
    stance: str,
    reason: str,
    target: Mapping[str, Any],
    site: Site,
    created: str | None = None,
) -> dict[str, Any]:
    """How a quote bears on a claim.

    claim   the claim's key
    stance  supports, conflicts or context
    reason  why, in a reviewer's words; "" without
    """
    bodies = [
        {
            "type": "TextualBody",
            "purpose": "assessing",
            "value": stance,
            "format": "text/plain",
            "language": "en",
        },
        {"type": "SpecificResource", "purpose": "linking", "source": site.claim(claim)},
    ]
    if reason:
        bodies.append(
            {
                "type": "TextualBody",
                "purpose": "commenting",
                "value": reason,
                "format": "text/plain",
            }
        )
    return {
        **passage(id=id, target=target, site=site),
        **({"created": created} if created else {}),
        "motivation": ["assessing", "linking"],
        "body": bodies,
    }


def of_verdict(content: Mapping[str, Any], site: Site) -> list[dict[str, Any]]:
    """The evidence that a verdict froze, one annotation each, in the order of the keys."""
    permalink = site.verdict(content["number"])
    return [
        evidence(
            id=f"{permalink}#{item['key']}",
            claim=content["claim"],
            stance=item["stance"],
            reason=item["stance_reason"],
            created=content["at"],
            target=target(
                quote=item["quote"],
                document=item["document"],
                sha256=item["text_sha256"],
                site=site,
            ),
            site=site,
        )
        for item in content["evidence"]
    ]


def page(annotations: Iterable[Mapping[str, Any]], *, id: str) -> dict[str, Any]:
    """Several annotations in one answer."""
    items = [
        {name: value for name, value in annotation.items() if name != "@context"}
        for annotation in annotations
    ]
    return {"@context": CONTEXT, "id": id, "type": "AnnotationPage", "items": items}
