"""Any people taking any steps in any order: the verbs do what the pure table says, no more."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run

from claims.drafting import change_claim
from claims.evidence import add_evidence
from claims.models import Claim, Transition, Verdict
from claims.roles import permissions_of
from claims.workflow.panel import panel_of
from claims.workflow.rules import RULES, WITHDRAW_PERMISSION, is_editable, why_not
from claims.workflow.seen import EvidenceChanged
from claims.workflow.steps import approve, correct, reject, reopen, submit, withdraw_verdict
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person

from .ready import WHEN, as_seen, checked

VERBS = {
    "submit": submit,
    "approve": approve,
    "correct": correct,
    "reject": reject,
    "reopen": reopen,
}
ROLES = ("annotator", "reviewer", "reviewer", "adjudicator", "editor")

people = st.integers(0, len(ROLES) - 1)
reasons = st.sampled_from(["Because.", "Because.", "Because.", " "])


class Workflow(RuleBasedStateMachine):
    """Beside the database a model of it: stage, submission, last change, what is published."""

    @initialize()
    def start(self):
        self.people = [person(role) for role in ROLES]
        self.claim = checked()
        self.shown = [as_seen(self.claim)]
        self.stage, self.published = "draft", None
        self.submitter = self.rewriter = self.last = None

    def expected(self, step: str, who: int, reason: str, seen: dict) -> type | None:
        """The error that the table foresees, in the order in which the verbs look; None: done."""
        rule = RULES["approve" if step == "correct" else step]
        if rule.permission not in permissions_of(ROLES[who]):
            return PermissionDenied
        own = rule.four_eyes and who == self.submitter
        own_words = rule.step == "approve" and who == self.rewriter
        if (rule.says_why and not reason.strip()) or why_not(rule.step, self.stage):
            return ValidationError
        if own or own_words:
            return ValidationError
        if rule.as_seen and seen != self.shown[-1]:
            return EvidenceChanged
        if step == "correct" and self.published is None:
            return ValidationError
        return None

    @rule(step=st.sampled_from(list(VERBS)), who=people, reason=reasons, data=st.data())
    def take(self, step, who, reason, data):
        seen = data.draw(st.sampled_from([self.shown[-1], self.shown[-1], self.shown[0]]))
        error = self.expected(step, who, reason, seen)
        named = RULES["approve" if step == "correct" else step]
        arguments = seen if named.as_seen else WHEN
        before = Transition.objects.count(), Verdict.objects.count()
        try:
            VERBS[step](claim=self.claim, by=self.people[who], reason=reason, **arguments)
        except (PermissionDenied, ValidationError) as refusal:
            assert type(refusal) is error, (step, self.stage, refusal)
            assert (Transition.objects.count(), Verdict.objects.count()) == before
            return
        assert error is None, (step, self.stage, error)
        self.stage, self.last = named.to, who
        if step == "submit":
            self.submitter, self.rewriter = who, None
        if named.step == "approve":
            self.published = seen["seen_fingerprint"]

    @rule(who=people, reason=reasons)
    def withdraw(self, who, reason):
        allowed = WITHDRAW_PERMISSION in permissions_of(ROLES[who])
        possible = (
            reason.strip()
            and self.published is not None
            and self.stage != "verified"
            and who != self.last
        )
        try:
            withdraw_verdict(claim=self.claim, by=self.people[who], reason=reason, **WHEN)
        except PermissionDenied:
            assert not allowed
        except ValidationError:
            assert allowed and not possible
        else:
            assert allowed and possible
            self.published = None

    @rule(who=people, number=st.integers(4_600, 5_400))
    def edit(self, who, number):
        before = self.claim.version
        try:
            self.claim = change_claim(
                claim=self.claim, at=TODAY, by=self.people[who], wording=f"about {number}"
            )
        except ValidationError:
            assert not is_editable(self.stage)
            return
        assert is_editable(self.stage)
        if self.claim.version != before:
            self.rewriter = who
        self.look()

    @rule(stance=st.sampled_from(["supports", "conflicts"]))
    def bring_evidence(self, stance):
        add_evidence(
            claim=self.claim,
            passage=make.passage(),
            stance=stance,
            wording="5,000" if stance == "supports" else "9,000",
            period=self.claim.reported_period,
            state="accepted",
            at=TODAY,
        )
        self.look()

    def look(self):
        self.claim.refresh_from_db()
        if self.shown[-1] != (now := as_seen(self.claim)):
            self.shown.append(now)

    @invariant()
    def the_database_says_what_the_model_says(self):
        now = Claim.objects.get(pk=self.claim.pk)
        assert now.stage == self.stage
        live = Verdict.objects.live().filter(claim=now)
        assert [verdict.fingerprint for verdict in live] == (
            [] if self.published is None else [self.published]
        )
        assert ("stale-verdict" in now.review_reasons) == (
            self.published is not None and self.published != now.fingerprint
        )
        for verdict in now.verdicts.all():
            assert verdict.submitted_by_id != verdict.approved_by_id

    @rule(who=people)
    def the_page_offers_what_would_be_done(self, who):
        buttons = panel_of(Claim.objects.get(pk=self.claim.pk), self.people[who]).buttons
        offered = {button.step for button in buttons if not button.refused}
        assert offered - {"withdraw"} == {
            step for step in VERBS if self.expected(step, who, "Because.", self.shown[-1]) is None
        }


@pytest.mark.django_db
def test_any_people_any_steps_any_order():
    run(
        Workflow,
        settings=settings(
            max_examples=15,
            stateful_step_count=15,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
