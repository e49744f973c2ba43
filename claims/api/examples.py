"""Answers as the schema shows them: made up, of the real shape."""

_SITE = "https://facts.example/api/v1"
_SCOPE = {"geography": "Iraq", "population": "US forces", "role": None}
_PERIOD = {
    "earliest": "2020-07-01",
    "latest": "2020-07-31",
    "mode": "instant",
    "basis": "stated",
}
_VALUE = {
    "wording": "approximately 5,000",
    "hedge": "about",
    "amount": "5000",
    "unit": "troops",
    "discrete": True,
    "reading": {"low": "4500", "high": "5500", "low_closed": True, "high_closed": True},
    "accept": {"low": "4500", "high": "5500", "low_closed": True, "high_closed": True},
}
_CLAIM_LINK = f"{_SITE}/claims/us-troops-iraq-2020-07/"

CLAIM = {
    "id": 1,
    "key": "us-troops-iraq-2020-07",
    "statement": "About 5,000 US troops were in Iraq in July 2020.",
    "claimant": "",
    "made_on": {"earliest": "2020-07-01", "latest": "2020-07-31"},
    "figure": {
        "slug": "us-troops-iraq",
        "subject": "United States forces",
        "measure": "troop level",
        "nature": "stock",
    },
    "scope": _SCOPE,
    "value": _VALUE,
    "period": _PERIOD,
    "modality": "observation",
    "about_now": False,
    "example": False,
    "note": "",
    "stage": "verified",
    "status": "corroborated",
    "computed": "corroborated",
    "reviewer": "corroborated",
    "effective": "corroborated",
    "disagrees": False,
    "currency": "current",
    "counts": {"supports": 2, "conflicts": 0, "mixed": 0},
    "needs_review": True,
    "review_reasons": ["time-uncertain"],
    "fingerprint": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "engine_version": "1",
    "config_version": "1",
    "checked_at": "2024-02-01T09:30:00Z",
    "links": {
        "self": _CLAIM_LINK,
        "explanation": f"{_CLAIM_LINK}explanation/",
        "evidence": f"{_CLAIM_LINK}evidence/",
        "history": f"{_CLAIM_LINK}history/",
        "figure": f"{_SITE}/figures/us-troops-iraq/",
    },
}

EXPLANATION = {
    "engine": "1",
    "config": "1",
    "fingerprint": CLAIM["fingerprint"],
    "status": "single-source",
    "rule": "status.single-source",
    "sentence": "one origin supports this claim; nothing contradicts it.",
    "counts": {"supports": 1, "conflicts": 0, "mixed": 0, "origins": 1, "documents": 1},
    "steps": [
        {
            "id": "us-troops-iraq-2020-07-1",
            "rule": "value.agree",
            "sentence": "‘5,000’ (July 2020) lies within what ‘approximately 5,000’ (July 2020) "
            "allows: they agree.",
            "quote": {"exact": "5,000", "start": 14, "end": 19, "source": "A notice"},
            "stance": "supports",
            "counts_as": "supports",
        }
    ],
    "not_counted": [],
}
"""Cut short: a real one has the whole claim, and of each step its value, time and scope too."""
