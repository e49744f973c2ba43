"""What is expected of every address of the API: who gets what, by method.

Written down by hand: an address that is registered and not here fails the tests.
"""

from __future__ import annotations

CALLERS = ("anonymous", "read", "read-drafts", "ingest", "staff")
"""Nobody; keys with one scope each; someone who is signed in to the admin."""

METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
READING = METHODS[:3]


def _answers(*statuses: int) -> dict[str, int]:
    return dict(zip(CALLERS, statuses, strict=True))


_OPEN = _answers(200, 200, 200, 403, 200)
_DRAFT = _answers(404, 404, 200, 403, 200)
_ABOUT = _answers(200, 200, 200, 200, 200)
_NO_SUCH_METHOD = _answers(405, 405, 405, 403, 405)
_TAKEN = _answers(401, 403, 403, 400, 401)
"""400: an empty row is refused, but not for who sends it."""

PUBLIC = {method: _OPEN if method in READING else _NO_SUCH_METHOD for method in METHODS}
ABOUT = {method: _ABOUT if method in READING else _answers(*[405] * 5) for method in METHODS}
HIDDEN = PUBLIC | {"GET": _DRAFT, "HEAD": _DRAFT}
"""What belongs to a draft. OPTIONS tells of the address, not of the draft."""

TABLE = {
    "root": ABOUT,
    "schema": ABOUT,
    "docs": ABOUT,
    "documents": PUBLIC | {"POST": _TAKEN},
    "document": PUBLIC,
    "passages": PUBLIC,
    "passage": PUBLIC,
    "figures": PUBLIC,
    "figure": PUBLIC,
    "claims": PUBLIC | {"POST": _TAKEN},
    "claim": PUBLIC,
    "claim-explanation": PUBLIC,
    "claim-evidence": PUBLIC,
    "claim-history": PUBLIC,
    "claims-search": PUBLIC,
    "verdicts": PUBLIC,
    "verdict": PUBLIC,
    "verdict-after": PUBLIC,
    "ledger-head": PUBLIC,
    "changes": PUBLIC,
    "verdict-review": PUBLIC,
    "verdict-annotations": PUBLIC,
    "claim-review": PUBLIC,
    "claim-annotations": PUBLIC,
    "passage-annotation": PUBLIC,
    "feed": PUBLIC,
    "feed-file": PUBLIC,
    "export": PUBLIC,
    "export-file": PUBLIC,
    "evidence": PUBLIC | {"GET": _NO_SUCH_METHOD, "HEAD": _NO_SUCH_METHOD} | {"POST": _TAKEN},
}
"""Address, by its name → method → caller → status; a claim is one that was published."""

QUERIES = {"claims-search": "?query=troops"}
"""What an address cannot be asked without."""

OF_A_CLAIM = (
    "claim",
    "claim-explanation",
    "claim-evidence",
    "claim-annotations",
    "claim-history",
)
OF_A_VERDICT = ("verdict", "verdict-after", "verdict-review", "verdict-annotations")
