"""Answers as the schema shows them: made up, of the real shape."""

from ..ledger.examples import CONTENT

_SITE = "https://facts.example/api/v1"
_VALUE = {
    **CONTENT["value"],
    "value": "5000",
    "period": CONTENT["period"],
    "status": "corroborated",
    "currency": "current",
    "origins": ["A ministry"],
    "at": CONTENT["at"],
    "verdict": 1,
    "claim": CONTENT["claim"],
    "links": {
        "verdict": f"{_SITE}/verdicts/1/",
        "claim": f"{_SITE}/claims/{CONTENT['claim']}/",
    },
}
_ROW = {
    "slug": "us-troops-iraq",
    **CONTENT["series"],
    "nature": "stock",
    "status": "corroborated",
    "value": _VALUE,
    "links": {
        "self": f"{_SITE}/figures/us-troops-iraq/",
        "claims": f"{_SITE}/claims/?figure=us-troops-iraq",
    },
}

FIGURES = {
    "next": None,
    "previous": None,
    "total": {"figures": 1, "exact": True},
    "facets": {"unit": [{"value": "troops", "figures": 1}]},
    "results": [_ROW],
}

FIGURE = {
    **_ROW,
    "series": [
        {
            **_VALUE,
            "quotes": [
                {
                    "evidence": "us-troops-iraq-2020-07-1",
                    "stance": "supports",
                    "exact": "There were 5,000 troops in Iraq in July.",
                    "title": "A notice",
                    "publisher": "A newspaper",
                    "url": "https://news.example/notice",
                    "document": f"{_SITE}/documents/notice-2020-08/",
                }
            ],
        }
    ],
    "about": {
        "kind": "force",
        "aliases": ["US forces in the region"],
        "additive": True,
        "window_days": None,
    },
}
