"""Claims at some point of their way through review, and the people who bring them there."""

from __future__ import annotations

from datetime import UTC, datetime

from claims.models import Claim
from claims.recheck import recheck_claim
from claims.workflow.steps import approve, reject, reopen, submit
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person

NOW = datetime(2024, 2, 1, 12, 0, tzinfo=UTC)
WHEN = {"now": NOW, "at": TODAY}


def checked(claim: Claim | None = None) -> Claim:
    """A claim with one piece of supporting evidence, its status computed."""
    if claim is None:
        claim = make.claim()
        make.evidence(claim)
    recheck_claim(claim=claim, at=TODAY)
    return claim


def in_review(claim: Claim | None = None, *, by=None) -> Claim:
    claim = claim or checked()
    submit(claim=claim, by=by or person("annotator"), **WHEN)
    claim.refresh_from_db()
    return claim


def verified(claim: Claim | None = None, *, by=None, **decision) -> Claim:
    claim = claim or in_review()
    approve(claim=claim, by=by or person(), **as_seen(claim), **{"reason": "Read."} | decision)
    return claim


def rejected() -> Claim:
    claim = in_review()
    reject(claim=claim, by=person(), **as_seen(claim), reason="Not what the source says.")
    claim.refresh_from_db()
    return claim


def reopened(claim: Claim | None = None, *, by=None) -> Claim:
    claim = claim or verified()
    reopen(claim=claim, by=by or person(), reason="A newer source.", **WHEN)
    claim.refresh_from_db()
    return claim


def at_stage(stage: str) -> Claim:
    """A claim in this stage."""
    return {
        "draft": checked,
        "in-review": in_review,
        "verified": verified,
        "rejected": rejected,
        "reopened": reopened,
    }[stage]()


def as_seen(claim: Claim) -> dict:
    """What someone who looks at the claim now names when they decide, and when."""
    return {"seen_fingerprint": claim.fingerprint, "seen_version": claim.version, **WHEN}
