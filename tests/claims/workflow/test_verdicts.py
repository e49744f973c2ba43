"""What is published: it stays up until something replaces it, and only people write it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from claims.drafting import change_claim
from claims.evidence import add_evidence
from claims.models import Claim, Verdict
from claims.recheck import recheck_claim
from claims.workflow.steps import approve, correct, submit, withdraw_verdict
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person

from .ready import WHEN, as_seen, checked, in_review, rejected, reopened, verified

pytestmark = pytest.mark.django_db


def live(claim) -> list[Verdict]:
    return list(Verdict.objects.live().filter(claim=claim))


def test_the_published_figure_stays_up_while_the_claim_is_worked_on():
    claim = verified()
    published = live(claim)
    reopened(claim)
    change_claim(claim=claim, at=TODAY, wording="about 5,200")
    assert live(claim) == published
    in_review(claim)
    assert live(claim) == published
    verified(claim)
    (new,) = live(claim)
    assert new.supersedes == published[0]
    assert (new.best, published[0].best) == (5200, 5000)
    assert new.kind == "verdict"


def test_a_correction_says_that_it_is_one():
    claim = verified()
    first = live(claim)[0]
    in_review(reopened(claim))
    verdict = correct(claim=claim, by=person(), **as_seen(claim), reason="A digit was misread.")
    assert (verdict.kind, verdict.supersedes) == ("correction", first)
    assert live(claim) == [verdict]
    assert claim.stage == "verified"


def test_what_was_never_published_is_not_corrected():
    claim = in_review()
    with pytest.raises(ValidationError, match=r"Nothing is published .* to correct: approve it"):
        correct(claim=claim, by=person(), **as_seen(claim), reason="So.")


def test_a_withdrawal_takes_the_verdict_down_and_keeps_it_on_record():
    claim, opener = verified(), person()
    first = live(claim)[0]
    reopened(claim, by=opener)
    adjudicator = person("adjudicator")
    row = withdraw_verdict(claim=claim, by=adjudicator, reason="The source took it back.", **WHEN)
    assert live(claim) == []
    assert (row.kind, row.supersedes, row.best) == ("withdrawal", first, 5000)
    assert (row.submitted_by, row.approved_by) == (opener, adjudicator)
    assert list(claim.verdicts.order_by("pk")) == [first, row]
    assert claim.standing.effective == claim.status


def test_after_a_withdrawal_a_new_verdict_may_follow():
    claim = reopened()
    row = withdraw_verdict(claim=claim, by=person("adjudicator"), reason="Gone.", **WHEN)
    verified(in_review(claim))
    assert live(claim)[0].supersedes == row


def test_a_withdrawal_needs_a_second_person():
    adjudicator = person("adjudicator")
    claim = reopened(by=adjudicator)
    with pytest.raises(ValidationError, match="Four eyes: you reopened this claim"):
        withdraw_verdict(claim=claim, by=adjudicator, reason="Gone.", **WHEN)


@pytest.mark.parametrize(
    ("claim", "complaint"),
    [
        pytest.param(verified, "is verified: reopen it before you withdraw it", id="verified"),
        pytest.param(rejected, "Nothing is published", id="never published"),
    ],
)
def test_what_cannot_be_withdrawn(claim, complaint):
    with pytest.raises(ValidationError, match=complaint):
        withdraw_verdict(claim=claim(), by=person("adjudicator"), reason="Gone.", **WHEN)


def test_a_verdict_is_not_withdrawn_twice():
    claim = reopened()
    withdraw_verdict(claim=claim, by=person("adjudicator"), reason="Gone.", **WHEN)
    with pytest.raises(ValidationError, match="Nothing is published"):
        withdraw_verdict(claim=claim, by=person("adjudicator"), reason="Gone.", **WHEN)


def test_a_reviewer_does_not_withdraw():
    with pytest.raises(PermissionDenied, match="may not withdraw verdicts"):
        withdraw_verdict(claim=reopened(), by=person("reviewer"), reason="Gone.", **WHEN)


def test_new_evidence_marks_the_verdict_stale_and_leaves_it_up():
    claim = verified()
    assert "stale-verdict" not in claim.review_reasons
    make.evidence(claim, "8,000", stance="conflicts")
    recheck_claim(claim=claim, at=TODAY)
    assert "stale-verdict" in claim.review_reasons
    assert claim.stage == "verified"
    standing = claim.standing
    assert (standing.computed, standing.reviewer) == ("contested", "single-source")
    assert (standing.effective, standing.disagrees) == ("single-source", True)
    assert standing.reasons == ("stale-verdict",)


def test_a_new_verdict_settles_a_stale_one():
    claim = verified()
    make.evidence(claim, "8,000", stance="conflicts")
    reopened(claim)
    verified(in_review(claim))
    assert "stale-verdict" not in claim.review_reasons
    assert claim.standing.disagrees is False


def test_standing_is_read_for_many_claims_in_one_query(django_assert_num_queries):
    make.evidence(stale := verified(), "8,000", stance="conflicts")
    recheck_claim(claim=stale, at=TODAY)
    claims = [stale, verified(rating="corroborated"), checked(), reopened()]
    withdraw_verdict(claim=claims[3], by=person("adjudicator"), reason="Gone.", **WHEN)
    with django_assert_num_queries(1):
        read = {c.pk: (c, c.standing) for c in Claim.objects.with_standing()}
    assert [
        (s.computed, s.reviewer, s.effective, s.disagrees, s.reasons)
        for s in (read[claim.pk][1] for claim in claims)
    ] == [
        ("contested", "single-source", "single-source", True, ("stale-verdict",)),
        ("single-source", "corroborated", "corroborated", True, ()),
        ("single-source", None, "single-source", False, ()),
        ("single-source", None, "single-source", False, ()),
    ]
    for claim, standing in read.values():
        assert (claim.reviewer, claim.effective, claim.disagrees) == (
            standing.reviewer,
            standing.effective,
            standing.disagrees,
        )
        assert Claim.objects.get(pk=claim.pk).standing == standing


def test_nothing_computed_writes_a_verdict():
    claim = verified()
    before = list(Verdict.objects.values())
    add_evidence(
        claim=claim,
        passage=make.passage(),
        stance="conflicts",
        wording="7,000",
        state="accepted",
        at=TODAY,
    )
    recheck_claim(claim=claim, at=TODAY)
    assert list(Verdict.objects.values()) == before


@pytest.mark.parametrize(
    ("record", "column"), [("verdicts", "rating"), ("transitions", "reason"), ("earlier", "note")]
)
def test_the_record_stays_as_it_is(record, column):
    claim = in_review()
    claim = change_claim(claim=claim, at=TODAY, note="Looked up.")
    approve(claim=claim, by=person(), **as_seen(claim), reason="Read.")
    rows = getattr(claim, record).all()
    assert rows.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**{column: "refuted"})
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.delete()
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"TRUNCATE {rows.model._meta.db_table} CASCADE")


def test_a_submission_without_evidence_is_allowed_and_its_verdict_unsupported():
    claim = make.claim()
    submit(claim=claim, by=person(), **WHEN)
    claim.refresh_from_db()
    assert verified(claim).verdicts.get().rating == "unsupported"
