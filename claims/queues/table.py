"""The queues, as one table: what is in each, since when it waits, and who may take it.

A queue is a read of claims, so a claim stands in it for as long as its reason holds and leaves it
by itself. Oldest first means: by the moment of what made it wait (`since` says which).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from claims.querysets.claims import ClaimQuerySet

TAKE = "claims.add_assignment"
"""What anyone needs who takes a claim from a queue."""

Read = Callable[[ClaimQuerySet, Any], ClaimQuerySet]
"""Claims, and the person who asks → those that wait for them, with `waits_since`."""


def _all(waiting: ClaimQuerySet, person: Any) -> ClaimQuerySet:
    return waiting


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue.

    name        in addresses, and in `Assignment.queue`
    meaning     what stands in it, in words
    since       which moment its age is counted from
    empty       what an empty one says
    waiting     the claims in it
    open_to     of these, the ones that a person may act on (four eyes)
    permission  what it takes to act on them, beside the right to take any claim at all
    shared      the same for everyone, so that claims are handed out from it
    """

    name: str
    title: str
    meaning: str
    since: str
    empty: str
    waiting: Read
    open_to: Read = _all
    permission: str = TAKE
    shared: bool = True

    def lets(self, person: Any) -> bool:
        """Whether a person may take claims from it."""
        return self.shared and person.has_perm(TAKE) and person.has_perm(self.permission)


QUEUES = {
    queue.name: queue
    for queue in (
        Queue(
            "mine",
            title="Mine",
            meaning="what you hold",
            since="when you took it",
            empty="You hold nothing. Take the next claim from a queue on the first page.",
            waiting=lambda claims, person: claims.held_by(person),
            shared=False,
        ),
        Queue(
            "mentions",
            title="Mentions of me",
            meaning="comments that name you, until you answer or have held the claim since",
            since="the first comment that you have not answered",
            empty="Nobody waits for an answer of yours.",
            waiting=lambda claims, person: claims.mentioning(person),
            shared=False,
        ),
        Queue(
            "in-review",
            title="In review",
            meaning="submitted, and waiting for a second person to decide",
            since="when it was submitted",
            empty="Nothing is submitted for review.",
            waiting=lambda claims, person: claims.waiting_for_second(),
            open_to=lambda waiting, person: waiting.decidable_by(person),
            permission="claims.approve_claim",
        ),
        Queue(
            "stale-verdicts",
            title="Stale verdicts",
            meaning="published, and the evidence has changed since",
            since="when the evidence changed",
            empty="Everything published rests on the evidence as it is.",
            waiting=lambda claims, person: claims.with_stale_verdict(),
            permission="claims.reopen_claim",
        ),
        Queue(
            "disagreements",
            title="Disagreements",
            meaning="read twice, apart, and not alike: a third person rules",
            since="when the second reading was handed in",
            empty="No two readings differ.",
            waiting=lambda claims, person: claims.with_disagreement(),
            open_to=lambda waiting, person: waiting.adjudicable_by(person),
            permission="claims.adjudicate",
        ),
        Queue(
            "lost-anchors",
            title="Lost anchors",
            meaning="a quote is no longer found in the newest text of its document",
            since="when that text was retrieved",
            empty="Every quote is found in the newest text of its document.",
            waiting=lambda claims, person: claims.with_lost_anchor(),
            permission="sources.change_anchoring",
        ),
        Queue(
            "contested",
            title="Contested",
            meaning="sources disagree, and no verdict on this evidence is published",
            since="when it became contested",
            empty="No contested claim is without a verdict.",
            waiting=lambda claims, person: claims.contested_unsettled(),
            permission="claims.change_evidence",
        ),
        Queue(
            "proposed-evidence",
            title="Proposed evidence",
            meaning="nobody has accepted or rejected it yet",
            since="when the first of it was proposed",
            empty="All evidence is decided on.",
            waiting=lambda claims, person: claims.with_proposed_evidence(),
            permission="claims.change_evidence",
        ),
        Queue(
            "needs-review",
            title="Needs review",
            meaning="something about its evidence asks for a person's eyes",
            since="when its result was last found to be another one",
            empty="No claim asks for a person's eyes.",
            waiting=lambda claims, person: claims.waiting_for_review(),
            permission="claims.change_evidence",
        ),
    )
}
"""Every queue there is, by its name, in the order in which they are shown: what is one's own,
what people wait for, what the machine found."""

BY_HAND = "by-hand"
"""The queue of an assignment that was made from no queue: from a claim's page or a list."""
