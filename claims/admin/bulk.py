"""What can be done to many claims, or pieces of evidence, at once; each by its own verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any, ClassVar

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone

from claims.evidence import decide_evidence
from claims.locks import lock_claims, lock_figures, share_inputs
from claims.models import Claim, Evidence
from claims.models.choices import EvidenceState, Stage, Status
from claims.queues.assignments import assign
from claims.queues.table import TAKE
from claims.recheck import one_recheck, recheck_touched
from claims.workflow.steps import submit
from factcheck.bulk.doing import Bulk
from factcheck.bulk.forms import ReasonForm


class OfClaims(Bulk):
    """An action after which claims may stand otherwise; they are locked, all at once, before."""

    at: date
    moment: datetime

    def __init__(self, **asked: Any):
        super().__init__(**asked)
        self.at, self.moment = timezone.localdate(), timezone.now()

    def claims(self, rows: Sequence[Any]) -> set[int]:
        """Ids of the claims that it may touch."""
        return {row.pk for row in rows}

    @contextmanager
    def around(self, rows: Sequence[Any]) -> Iterator[None]:
        claims = self.claims(rows)
        with one_recheck(at=self.at):
            share_inputs()
            figures = Claim.objects.filter(pk__in=claims).order_by().values_list("figure_id")
            lock_figures(figure for (figure,) in figures)
            lock_claims(claims)
            yield

    def statuses(self, rows: Sequence[Any]) -> dict[int, tuple[str, str]]:
        claims = Claim.objects.filter(pk__in=self.claims(rows)).order_by("pk")
        return {
            pk: (f"{statement} ({key})", Status(status).label.lower())
            for pk, key, statement, status in claims.values_list("pk", "key", "statement", "status")
        }


class DecideEvidence(OfClaims):
    """Give evidence another state; a subclass for each, since each is an action of its own."""

    state: ClassVar[EvidenceState]

    def ordered(self, rows):
        return rows.order_by("claim_id", "pk")

    def claims(self, rows: Sequence[Evidence]) -> set[int]:
        return {row.claim_id for row in rows}

    def name(self, row: Evidence) -> str:
        return f"{row.key}: “{row.passage.exact}”"

    def now(self, row: Evidence) -> str:
        said = f", {row.wording}" if row.wording else ""
        return f"{row.get_state_display().lower()} ({row.get_stance_display().lower()}{said})"

    def stamp(self, row: Evidence) -> str:
        return row.updated.isoformat()

    def act(self, row: Evidence) -> str:
        if row.state == self.state:
            return self.now(row)
        decide_evidence(evidence=row, state=self.state, at=self.at)
        row.state = self.state
        return self.now(row)


class Accept(DecideEvidence):
    action, title, past = "accept", "Accept evidence", "accepted"
    state = EvidenceState.ACCEPTED


class Reject(DecideEvidence):
    action, title, past = "reject", "Reject evidence", "rejected"
    state = EvidenceState.REJECTED


class Withdraw(DecideEvidence):
    action, title, past = "withdraw", "Withdraw evidence", "withdrawn"
    state = EvidenceState.WITHDRAWN


class OnClaims(OfClaims):
    """An action on claims themselves."""

    def name(self, row: Claim) -> str:
        return f"{row.statement} ({row.key})"

    def stamp(self, row: Claim) -> str:
        return f"{row.version}.{row.fingerprint}"


class Submit(OnClaims):
    action, title, past = "submit", "Submit claims for review", "submitted"

    def now(self, row: Claim) -> str:
        return row.get_stage_display().lower()

    def act(self, row: Claim) -> str:
        submit(claim=row, by=self.by, now=self.moment, at=self.at, reason=self.reason)
        return Stage.IN_REVIEW.label.lower()


class Recheck(OnClaims):
    action, title, past = "recheck", "Recheck claims", "rechecked"

    def now(self, row: Claim) -> str:
        return row.get_status_display().lower()

    def act(self, row: Claim) -> str:
        recheck_touched(claims=[row.pk], figures=[row.figure_id], at=self.at)
        return f"{self.now(row)}, computed anew"


class AssignForm(ReasonForm):
    """Into whose hands."""

    to = forms.ModelChoiceField(queryset=None, label="Put them into the hands of")
    field_order = ("to", "reason")

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = able_to_take()


class Assign(OnClaims):
    action, title, past = "assign", "Assign claims", "assigned"
    asks = AssignForm

    def ordered(self, rows):
        return super().ordered(rows).prefetch_related("assignments__to")

    def now(self, row: Claim) -> str:
        held = [a.to.get_username() for a in row.assignments.all() if a.released_at is None]
        return f"with {held[0]}" if held else "in nobody's hands"

    def act(self, row: Claim) -> str:
        to = self.given["to"]
        assign(claim=row, to=to, by=self.by, now=self.moment)
        return f"with {to.get_username()}"


def able_to_take():
    """The people into whose hands a claim can be put."""
    return (
        get_user_model()
        ._default_manager.with_perm(TAKE, backend="django.contrib.auth.backends.ModelBackend")
        .order_by("username")
    )
