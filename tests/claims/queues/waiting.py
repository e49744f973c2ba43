"""Claims that wait in each of the queues, made as people and sources make them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from claims.blind.readings import hand_in, mark_blind, read_blind
from claims.models import Claim
from claims.recheck import recheck_claim
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.claims.workflow import ready

NOW = datetime(2024, 2, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def in_review(*, by=None) -> Claim:
    return ready.in_review(by=by)


def needing_review() -> Claim:
    """Its one reviewer says “supports” where the values conflict."""
    claim = make.claim("90")
    make.evidence(claim, "900", stance="supports")
    return ready.checked(claim)


def contested() -> Claim:
    claim = make.claim()
    make.evidence(claim)
    make.evidence(claim, "9,000", stance="conflicts")
    return ready.checked(claim)


def with_proposed() -> Claim:
    claim = make.claim()
    make.evidence(claim, state="proposed")
    return ready.checked(claim)


def with_lost_anchor(*, at: datetime = NOW) -> Claim:
    """The newer text of its one document, retrieved `at`, has the quote no longer."""
    claim, quoted = make.claim(), make.passage()
    make.evidence(claim, quoting=quoted)
    make.lose(quoted, "There were 6,000 troops.", at=at)
    return ready.checked(claim)


def with_stale_verdict() -> Claim:
    claim = ready.verified()
    make.evidence(claim)
    return ready.checked(claim)


def read_apart(
    claim: Claim | None = None, *, stances=("supports", "conflicts"), readers=None, now=NOW
) -> Claim:
    """A passage of a blind claim, read by two people; the second hands in an hour later."""
    claim = claim or ready.checked(make.claim())
    mark_blind(claim=claim, by=person())
    quoted = make.passage()
    for number, reader in enumerate(readers or (person(), person())):
        moment = now + number * HOUR
        reading = read_blind(
            claim=claim,
            passage=quoted,
            reader=reader,
            stance=stances[number],
            wording="5,000",
            now=moment,
        )
        hand_in(reading=reading, by=reader, now=moment, at=TODAY)
    claim.refresh_from_db()
    return claim


MAKERS: dict[str, Callable[[], Claim]] = {
    "in-review": in_review,
    "needs-review": needing_review,
    "contested": contested,
    "proposed-evidence": with_proposed,
    "lost-anchors": with_lost_anchor,
    "stale-verdicts": with_stale_verdict,
    "disagreements": read_apart,
}
"""For every shared queue how to make a claim that waits in it."""


def rechecked(claim: Claim) -> Claim:
    recheck_claim(claim=claim, at=TODAY)
    return claim
