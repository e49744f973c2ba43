"""POST /api/v1/claims/ and /api/v1/evidence/: rows as an import file has them (docs/import.md).

They go through the importer, and so through its verbs and rules. What the API adds: evidence is
proposed unless its row says otherwise, for people to accept; and what is there already is not
changed: a row that says otherwise is a conflict.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import timezone
from rest_framework.exceptions import ErrorDetail, ValidationError
from rest_framework.reverse import reverse

from claims.importing.claims import CLAIM
from claims.importing.evidence import EVIDENCE
from claims.importing.json_node import node_of
from claims.importing.load import load_rows
from claims.importing.problems import ImportRefused
from claims.importing.session import CHANGED, NEW, Session
from claims.models import Claim
from claims.models.choices import EvidenceState
from factcheck.api.writing import Conflict, Taken, Takes, refuse_unknown

RIGHTS = ("claims.add_claim", "claims.add_evidence", "sources.add_passage")


class _TakesRows(Takes):
    owner_needs: ClassVar = RIGHTS

    def load(self, claim: dict[str, Any], line: int, *, inner: str = "") -> Session:
        """Bring one claim in as the importer does, with its evidence.

        inner  the row that the client sent is the claim's only evidence: how the importer names it

        Raises ValidationError by field, and Conflict.
        """
        session = Session(
            at=timezone.localdate(),
            keep_existing=False,
            by=self.request.user,
            state=EvidenceState.PROPOSED,
        )
        try:
            load_rows(node_of({"claims": [claim]}, line), session)
        except ImportRefused as refused:
            raise ValidationError(_by_field(refused, inner)) from refused
        changed = sorted(kind for kind, outcome in session.counts if outcome == CHANGED)
        if changed:
            raise Conflict(
                f"There is such a row already and it says otherwise ({', '.join(changed)}); what "
                "is there is changed by people."
            )
        return session

    def refuse_unless_may_accept(self, evidence: list) -> None:
        """Of a state other than proposed: the owner must be someone who may decide on evidence."""
        if any(
            isinstance(row, dict)
            and row.get("state", EvidenceState.PROPOSED) != EvidenceState.PROPOSED
            for row in evidence
        ):
            self.refuse_unless_owner_may("claims.change_evidence")


class TakesClaims(_TakesRows):
    """A claim, with its `evidence` if it has any."""

    def take(self, row: dict[str, Any], line: int) -> Taken:
        refuse_unknown(row, CLAIM)
        evidence = row.get("evidence")
        self.refuse_unless_may_accept(evidence if isinstance(evidence, list) else [])
        session = self.load(row, line)
        outcome = "new" if any(made == NEW for _, made in session.counts) else "unchanged"
        key = str(row["key"]).strip()
        url = reverse("api:claim", kwargs={"name": key}, request=self.request)
        return Taken(outcome, key, url)


class TakesEvidence(_TakesRows):
    """One piece of evidence, with the key of its `claim`."""

    def take(self, row: dict[str, Any], line: int) -> Taken:
        refuse_unknown(row, EVIDENCE | {"claim"})
        claim = row.get("claim")
        if not isinstance(claim, str) or not Claim.objects.filter(key=claim).exists():
            raise ValidationError({"claim": "There is no claim with this key."}, code="unknown")
        self.refuse_unless_may_accept([row])
        evidence = {name: value for name, value in row.items() if name != "claim"}
        session = self.load(
            {"key": claim, "evidence": [evidence]}, line, inner=f"claim {claim}, evidence 1"
        )
        (key,) = session.evidence
        outcome = "new" if ("evidence", NEW) in session.counts else "unchanged"
        return Taken(outcome, key, None)


def _by_field(refused: ImportRefused, inner: str) -> dict[str, list[ErrorDetail]]:
    """What the importer found wrong, by the field; of a row within the row, with its place."""
    found: dict[str, list[ErrorDetail]] = {}
    for problem in refused.problems:
        place = problem.row if problem.row != inner and ", evidence " in problem.row else ""
        within = f"evidence.{place.rpartition(' ')[2]}" if place else ""
        name = ".".join(part for part in (within, problem.field) if part) or "non_field_errors"
        found.setdefault(name, []).append(ErrorDetail(problem.reason, code="invalid"))
    return found
