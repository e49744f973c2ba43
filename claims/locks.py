"""Who waits for whom, so that no claim is left with a status computed from stale inputs.

A recheck reads much that other transactions may be changing: scopes, publishers' grades, copies,
other claims about the same figure. Two rules keep it right, and their order keeps them from
deadlock:

1. the inputs: a verb on claims or evidence shares them (`share_inputs`); a change to the
   vocabulary or to the sources owns them (`own_inputs`) before it looks for the claims it touches
2. the figures: all figures of one subject and measure, in the order of their ids; whoever holds
   them may write any claim about them (clashes tie those claims together)
3. the claims, in the order of their ids
4. the ledger of verdicts, by the trigger that chains a new verdict: whoever publishes two in one
   transaction locks both claims before the first
5. the order of changes, by the trigger that draws a place in it, at commit

A write of evidence too locks its claim's figure first: a trigger reads that figure, and would
otherwise wait for it with the claim already locked.

All locks end with the transaction.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from django.db.models import Exists, OuterRef

from .models import Claim, Figure

_INPUTS = "hashtextextended('factcheck.inputs', 0)"


def share_inputs() -> None:
    """Wait for a change of vocabulary or sources to end; keep the next one waiting."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_xact_lock_shared({_INPUTS})")


def own_inputs() -> None:
    """Wait for every verb under way; keep all others waiting."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT pg_advisory_xact_lock({_INPUTS})")


def figure_group(figure_ids: Iterable[int]):
    """The figures that share subject and measure with any of these (they differ in scope)."""
    given = Figure.objects.filter(
        pk__in=set(figure_ids), subject=OuterRef("subject"), measure=OuterRef("measure")
    )
    return Figure.objects.filter(Exists(given))


def lock_figures(figure_ids: Iterable[int]) -> list[int]:
    """Lock these figures with all that share their subject and measure; gives all their ids."""
    wanted = {pk for pk in figure_ids if pk is not None}
    if not wanted:
        return []
    group = figure_group(wanted).order_by("pk").select_for_update(no_key=True, of=("self",))
    return list(group.values_list("pk", flat=True))


def lock_claims(claim_ids: Iterable[int]) -> list[int]:
    """Lock these claims in the order of their ids; gives the ids of those that still exist."""
    claims = Claim.objects.filter(pk__in=set(claim_ids)).order_by("pk")
    return list(claims.select_for_update(no_key=True).values_list("pk", flat=True))


def lock_claim(claim: Claim, *, other_figures: Iterable[int | None] = ()) -> Claim:
    """Lock a claim with its figures (and `other_figures`); gives the claim as it is now."""
    seen = claim.figure_id
    while True:
        lock_figures([seen, *other_figures])
        row = Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
        if row.figure_id == seen:
            return row
        seen = row.figure_id  # it moved to another figure since it was read
