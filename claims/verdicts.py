"""People's verdicts as the engine takes them, to see whether they still fit the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from claims.consistency import Verdict as EngineVerdict

from .models import Verdict


def live_verdicts(claim_ids: Collection[int]) -> Mapping[int, list[EngineVerdict]]:
    """Claim id → what is published on it; one query. A claim without a verdict gives []."""
    live: defaultdict[int, list[EngineVerdict]] = defaultdict(list)
    rows = Verdict.objects.live().filter(claim__in=claim_ids)
    columns = ("claim_id", "rating", "approved_by_id", "pk", "fingerprint")
    for claim, rating, by, order, fingerprint in rows.order_by().values_list(*columns):
        live[claim].append(
            EngineVerdict(status=rating, by=str(by), order=order, fingerprint=fingerprint)
        )
    return live
