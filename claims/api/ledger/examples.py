"""Answers as the schema shows them: made up, of the real shape, with hashes that are right."""

from claims.ledger import GENESIS, chain_hash, content_hash

_DAYS = {"earliest": "2020-07-01", "latest": "2020-07-31"}
_PERIOD = {**_DAYS, "mode": "instant", "basis": "stated"}

CONTENT = {
    "format": 1,
    "number": 1,
    "at": "2024-02-01T12:00:00.000000Z",
    "kind": "verdict",
    "supersedes": None,
    "claim": "us-troops-iraq-2020-07",
    "statement": "About 5,000 US troops were in Iraq in July 2020.",
    "claimant": "",
    "made_on": _DAYS,
    "about_now": False,
    "example": False,
    "figure": "us-troops-iraq",
    "nature": "stock",
    "series": {
        "subject": "United States forces",
        "measure": "troop level",
        "unit": "troops",
        "scope": {"geography": "Iraq", "population": "US forces", "role": None},
    },
    "value": {
        "wording": "approximately 5,000",
        "hedge": "about",
        "low": "4500",
        "best": "5000",
        "high": "5500",
        "low_closed": True,
        "high_closed": True,
        "unit": "troops",
    },
    "period": _PERIOD,
    "modality": "observation",
    "rating": "corroborated",
    "computed": "corroborated",
    "explanation": "2 origins support this claim independently of each other.",
    "fingerprint": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "engine_version": "1",
    "config_version": "1",
    "evidence": [
        {
            "key": "us-troops-iraq-2020-07-1",
            "stance": "supports",
            "stance_reason": "",
            "wording": "5,000",
            "period": _PERIOD,
            "modality": "observation",
            "quote": {
                "exact": "There were 5,000 troops in Iraq in July.",
                "prefix": "",
                "suffix": "",
                "start": 0,
                "end": 40,
            },
            "text_sha256": "5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5",
            "document": {
                "key": "notice-2020-08",
                "title": "A notice",
                "url": "https://news.example/notice",
                "published": {"earliest": "2020-08-01", "latest": "2020-08-01"},
                "publisher": "A newspaper",
                "reliability": "B",
            },
            "origins": ["A ministry"],
        }
    ],
    "reason": "Two sources that do not know of each other.",
    "submitted_by": "0b9a7c52-5f0e-4c6c-9d0e-6d1c6f1c2a10",
    "approved_by": "a3f6d7f4-4a55-4a0c-8f4e-2f4f8f0f7a11",
}

_HASH = content_hash(CONTENT)

VERDICT = {
    "content": CONTENT,
    "content_hash": _HASH,
    "previous_hash": GENESIS,
    "hash": chain_hash(GENESIS, _HASH),
}

HEAD = {"number": 1, "hash": VERDICT["hash"], "at": "2024-02-01T12:00:00Z"}

AFTER = {
    "number": 1,
    "in_force": False,
    "superseded_by": {
        "number": 2,
        "kind": "correction",
        "at": "2024-03-01T12:00:00Z",
        "reason": "A digit was misread.",
        "url": "https://facts.example/api/v1/verdicts/2/",
    },
    "latest": 2,
}

CHANGES = {
    "next": "https://facts.example/api/v1/changes/?after=12",
    "last": 12,
    "more": False,
    "results": [
        {
            "position": 11,
            "kind": "verdict",
            "at": "2024-02-01T12:00:00.000000Z",
            "claim": "us-troops-iraq-2020-07",
            "verdict": VERDICT,
            "status_change": None,
        },
        {
            "position": 12,
            "kind": "status-change",
            "at": "2024-02-02T09:30:00.000000Z",
            "claim": "us-troops-iraq-2020-07",
            "verdict": None,
            "status_change": {
                "from_status": "corroborated",
                "to_status": "contested",
                "why": "origins contradict one another: 2 support this claim, 1 conflicts with it.",
                "at": "2024-02-02T09:30:00.000000Z",
                "engine_version": "1",
            },
        },
    ],
}
