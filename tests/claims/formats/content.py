"""A verdict's frozen content, as the ledger holds it, for tests of pure mappings."""

from __future__ import annotations

from typing import Any

from claims.formats.site import Site

SITE = Site("https://facts.example", "A desk")

_DAY = {"mode": "instant", "basis": "stated"}


def evidence(key: str, **changed: Any) -> dict[str, Any]:
    return {
        "key": key,
        "stance": "supports",
        "stance_reason": "",
        "wording": "5,000",
        "period": {"earliest": "2020-07-01", "latest": "2020-07-31", **_DAY},
        "modality": "observation",
        "quote": {"exact": "5,000 troops", "prefix": "", "suffix": ".", "start": 11, "end": 23},
        "text_sha256": "a" * 64,
        "document": document(f"document-{key}"),
        "origins": [],
    } | changed


def document(key: str, published: str | None = "2020-08-01", url: str = "") -> dict[str, Any]:
    return {
        "key": key,
        "title": f"Title of {key}",
        "url": url,
        "published": {"earliest": published, "latest": published},
        "publisher": f"Publisher of {key}",
        "reliability": "B",
    }


def content(**changed: Any) -> dict[str, Any]:
    return {
        "format": 1,
        "number": 7,
        "at": "2024-02-01T12:00:00.000000Z",
        "kind": "verdict",
        "supersedes": None,
        "claim": "troops-2020",
        "statement": "About 5,000 troops were there.",
        "claimant": "",
        "made_on": {"earliest": None, "latest": None},
        "about_now": False,
        "example": False,
        "figure": "troops",
        "nature": "stock",
        "series": {
            "subject": "Forces",
            "measure": "troop level",
            "unit": "troops",
            "scope": {"geography": "Iraq", "population": None, "role": None},
        },
        "value": {
            "wording": "about 5,000",
            "hedge": "about",
            "low": "4500",
            "best": "5000",
            "high": "5500",
            "low_closed": True,
            "high_closed": True,
            "unit": "troops",
        },
        "period": {"earliest": "2020-07-01", "latest": "2020-07-31", **_DAY},
        "modality": "observation",
        "rating": "corroborated",
        "computed": "corroborated",
        "fingerprint": "f" * 64,
        "engine_version": "1",
        "config_version": "1",
        "explanation": "2 origins support this claim.",
        "reason": "Both agree.",
        "submitted_by": "00000000-0000-0000-0000-000000000001",
        "approved_by": "00000000-0000-0000-0000-000000000002",
        "evidence": [],
    } | changed
