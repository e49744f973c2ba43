"""What the demo's reviewers decided on the claims of the fixtures (fixtures/reviews.yaml).

They use the verbs that everyone uses: one submits, the other approves. A claim with which anyone
has done anything is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from .models import Claim
from .models.choices import Stage
from .workflow.steps import approve, submit

VERIFIED, IN_REVIEW = "verified", "in-review"


@dataclass(frozen=True)
class Review:
    """One claim, by key: how far it went, and the reason given at the last step."""

    claim: str
    to: str
    reason: str


def read_reviews(path: Path) -> Iterator[Review]:
    """The file's reviews, in its order. Each group names what was done, why, and with which."""
    for group in yaml.safe_load(path.read_text(encoding="utf-8")):
        (to,) = group.keys() & {VERIFIED, IN_REVIEW}
        yield from (Review(key, to, group[to]) for key in group["claims"])


def review(path: Path, *, submits: Any, approves: Any, now: datetime, at: date) -> list[Claim]:
    """Take the steps of the file; gives the claims that it moved.

    submits, approves  two people, for the four eyes
    """
    wanted = {one.claim: one for one in read_reviews(path)}
    waiting = Claim.objects.filter(
        key__in=wanted, stage=Stage.DRAFT, transitions=None, example=False, merged_into=None
    )
    claims = {claim.key: claim for claim in waiting.without_results()}
    moved = [(claims[key], one) for key, one in wanted.items() if key in claims]
    for claim, one in moved:
        submitted = one.reason if one.to == IN_REVIEW else ""
        submit(claim=claim, by=submits, reason=submitted, now=now, at=at)
        if one.to == VERIFIED:
            claim.refresh_from_db()
            approve(
                claim=claim,
                by=approves,
                seen_fingerprint=claim.fingerprint,
                seen_version=claim.version,
                reason=one.reason,
                now=now,
                at=at,
            )
    return [claim for claim, _ in moved]
