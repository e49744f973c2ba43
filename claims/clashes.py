"""Clashes in the database: the pairs of claims that cannot both be true, kept as they are now."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from claims.consistency import ScopeOrder, find_clashes

from .computed import computed_writes
from .models import Claim, Clash


def refresh_clashes(figure_ids: Collection[int], order: ScopeOrder) -> int:
    """Store exactly the clashes among the claims of these figures; gives how many changed.

    `figure_ids` are whole groups of figures that share subject and measure, locked
    (`locks.lock_figures`): a clash never reaches beyond its group. Claims that were merged
    into another one clash with nothing.
    """
    living = Claim.objects.filter(figure__in=figure_ids, merged_into=None)
    claims = list(living.with_figure().without_results())
    ids = {claim.key: claim.pk for claim in claims}
    found = {
        tuple(sorted((ids[a], ids[b])))
        for a, b in find_clashes([claim.report for claim in claims], order)
    }
    held = Clash.objects.filter(Q(a__figure__in=figure_ids) | Q(b__figure__in=figure_ids))
    stored = {(a, b): pk for pk, a, b in held.values_list("pk", "a_id", "b_id")}
    gone = [pk for pair, pk in stored.items() if pair not in found]
    new = sorted(found - stored.keys())
    if gone or new:
        with computed_writes():
            Clash.objects.filter(pk__in=gone).delete()
            Clash.objects.bulk_create(Clash(a_id=a, b_id=b) for a, b in new)
    return len(gone) + len(new)
