"""Merging a claim into the one that it repeats: nothing of it is lost, and links lead on."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from claims.claim_desk.merge import merge_claims, preview_merge, seen_of
from claims.models import Assignment, Claim, Clash, Comment, Evidence, Merge
from claims.recheck import recheck_claims
from claims.workflow.steps import reopen
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.claims.workflow.ready import NOW, WHEN, at_stage, rejected, verified

pytestmark = pytest.mark.django_db


def two(**fields) -> tuple[Claim, Claim]:
    """A claim that repeats another one, each with evidence of its own."""
    claim, into = make.claim(key="again", **fields), make.claim(key="first")
    make.evidence(claim, "5,200", key="again.1")
    make.evidence(into, "5,100", key="first.1")
    recheck_claims(Claim.objects.all(), at=TODAY)
    for row in (claim, into):
        row.refresh_from_db()
    return claim, into


def merge(claim: Claim, into: Claim, *, by=None, reason="The same in other words.", **more):
    return merge_claims(claim=claim, into=into, by=by or person(), reason=reason, **WHEN, **more)


def keys(claim: Claim) -> list[str]:
    return list(claim.evidence.order_by("key").values_list("key", flat=True))


def test_the_evidence_goes_over_and_both_are_rechecked():
    claim, into = two()

    merged = merge(claim, into)

    assert (keys(claim), keys(into)) == ([], ["again.1", "first.1"])
    for row in (claim, into):
        row.refresh_from_db()
    assert (claim.status, into.status) == ("unsupported", "corroborated")
    assert (merged.was, merged.into.status) == ("single-source", "corroborated")
    assert claim.merged_into == into


def test_who_when_and_why_is_recorded():
    claim, into = two()
    by = person()

    merge(claim, into, by=by, reason="  One sentence, told twice.  ")

    record = Merge.objects.get()
    assert (record.claim, record.into, record.by, record.at) == (claim, into, by, NOW)
    assert (record.reason, record.moved, record.kept) == ("One sentence, told twice.", 1, 0)


def test_evidence_that_the_other_has_already_stays_recorded():
    claim, into = two()
    shared = make.passage()
    stays = make.evidence(claim, "5,000", quoting=shared, note="Ours.", state="accepted")
    same = make.evidence(into, "5,000", quoting=shared, state="proposed")
    goes = make.evidence(claim, "4,900", quoting=shared)

    merged = merge(claim, into)

    assert [(one.row, one.same) for one in merged.kept] == [(stays, same)]
    stays.refresh_from_db()
    assert (stays.claim, stays.note, stays.state) == (claim, "Ours.", "accepted")
    same.refresh_from_db()
    assert same.state == "proposed"
    goes.refresh_from_db()
    assert goes.claim == into
    assert Evidence.objects.count() == 5


def test_in_every_state_evidence_is_kept_in_that_state():
    claim, into = two()
    states = ["proposed", "rejected", "withdrawn"]
    rows = {state: make.evidence(claim, state=state, note=state) for state in states}

    merge(claim, into)

    for state, row in rows.items():
        row.refresh_from_db()
        assert (row.claim, row.state, row.note) == (into, state, state)


def test_corrections_stand_on_the_claim_to_which_they_went():
    claim, into = two()
    wrong = make.evidence(claim, "2,000", key="a-wrong")
    right = make.evidence(claim, "5,000", key="b-right", corrects=wrong)

    merge(claim, into)

    right.refresh_from_db()
    assert (right.claim, right.corrects) == (into, wrong)


def test_a_correction_of_evidence_that_stays_is_one_of_its_like_on_the_other_claim():
    claim, into = two()
    shared = make.passage()
    wrong = make.evidence(claim, "2,000", quoting=shared)
    right = make.evidence(claim, "5,000", corrects=wrong)
    like = make.evidence(into, "2,000", quoting=shared)

    merge(claim, into)

    right.refresh_from_db()
    assert right.corrects == like


def test_a_correction_that_stays_is_told_by_its_like():
    claim, into = two()
    shared = make.passage()
    wrong = make.evidence(claim, "2,000")
    stays = make.evidence(claim, "5,000", quoting=shared, corrects=wrong)
    like = make.evidence(into, "5,000", quoting=shared)

    merge(claim, into)

    for row in (wrong, stays, like):
        row.refresh_from_db()
    assert (wrong.claim, like.corrects, stays.corrects) == (into, wrong, None)


def test_evidence_keeps_the_scope_in_which_it_was_reported():
    claim = make.claim(figure=make.figure("syria", scope=make.scope("Syria")))
    row = make.evidence(claim)
    into = make.claim()

    merge(claim, into)

    row.refresh_from_db()
    assert (row.claim, row.scope) == (into, make.scope("Syria"))


def test_evidence_that_does_not_fit_the_other_figure_is_refused_by_name():
    claim, _ = two()
    date = make.figure("fell", subject=make.subject("A city"), nature="event-date", unit="")
    into = make.claim("", figure=date)

    with pytest.raises(ValidationError, match=r"Evidence “again\.1” does not fit claim"):
        merge(claim, into)

    assert keys(claim) == ["again.1"]
    claim.refresh_from_db()
    assert claim.merged_into is None


def test_comments_and_the_way_through_review_stay_and_nobody_holds_it_any_more():
    claim = rejected()
    comment = Comment.objects.create(claim=claim, by=person(), at=NOW, text="Told before.")
    held = Assignment.objects.create(claim=claim, to=person(), queue="by-hand", taken_at=NOW)
    into = make.claim()

    merge(claim, into)

    comment.refresh_from_db()
    held.refresh_from_db()
    assert (comment.claim, claim.transitions.count(), held.released_at) == (claim, 2, NOW)


def test_a_merged_claim_clashes_with_nothing():
    claim, into = two()
    make.claim("9,000", key="against")
    recheck_claims(Claim.objects.all(), at=TODAY)
    assert Clash.objects.count() == 2

    merge(claim, into)

    assert {(c.a.key, c.b.key) for c in Clash.objects.all()} == {("first", "against")}


def test_who_was_merged_into_the_merged_one_leads_on_in_one_step():
    claim, into = two()
    earlier = make.claim(key="earliest")
    merge(earlier, claim)
    claim.refresh_from_db()

    merge(claim, into)

    earlier.refresh_from_db()
    assert earlier.merged_into == into
    assert [(m.claim.key, m.into.key) for m in Merge.objects.all()] == [
        ("earliest", "again"),
        ("again", "first"),
    ]


def merged_before():
    claim, into = two()
    merge(claim, make.claim(key="third"))
    return claim, into


def other_merged_before():
    claim, into = two()
    merge(into, make.claim(key="third"))
    return claim, into


def in_a_circle():
    claim, into = two()
    merge(into, claim)
    return claim, into


def published():
    claim = verified()
    reopen(claim=claim, by=person(), reason="Doubt.", **WHEN)
    return claim, make.claim()


REFUSED = [
    pytest.param(lambda: (at_stage("verified"), make.claim()), "is verified: reopen", id="one"),
    pytest.param(lambda: (make.claim(), at_stage("verified")), "is verified: reopen", id="other"),
    pytest.param(lambda: (at_stage("in-review"), make.claim()), "is in review", id="in review"),
    pytest.param(published, "A verdict on claim .* is published", id="published"),
    pytest.param(merged_before, "“again” was merged into “third” already", id="merged"),
    pytest.param(other_merged_before, "“first” was merged into “third”", id="into a merged one"),
    pytest.param(in_a_circle, "“first” was merged into “again”", id="a circle"),
    pytest.param(lambda: (make.claim(key="x"),) * 2, "“x” cannot be merged into its", id="itself"),
    pytest.param(lambda: two(example=True), "A made-up example", id="an example"),
    pytest.param(lambda: two(blind=True), "marked for blind second reading", id="one is blind"),
]


@pytest.mark.parametrize("made, reason", REFUSED)
def test_what_cannot_be_merged_is_refused_in_words_and_stays(made, reason):
    claim, into = made()
    before = list(Evidence.objects.order_by("pk").values("pk", "claim_id", "updated"))
    merges = Merge.objects.count()

    with pytest.raises(ValidationError, match=reason):
        merge(claim, into)

    assert list(Evidence.objects.order_by("pk").values("pk", "claim_id", "updated")) == before
    assert Merge.objects.count() == merges


def test_a_reason_is_needed():
    claim, into = two()
    with pytest.raises(ValidationError, match="Say why"):
        merge(claim, into, reason="  ")


@pytest.mark.parametrize("role", ["annotator", "editor"])
def test_who_may_not_merge_is_refused(role):
    claim, into = two()
    with pytest.raises(PermissionDenied, match=r"may not merge claims"):
        merge(claim, into, by=person(role))
    assert keys(claim) == ["again.1"]


def test_what_changed_since_it_was_seen_is_refused():
    claim, into = two()
    seen = seen_of(claim, into)
    make.evidence(into, "9,000")
    recheck_claims(Claim.objects.all(), at=TODAY)

    with pytest.raises(ValidationError, match="changed since you looked"):
        merge(claim, into, seen=seen)

    into.refresh_from_db()
    merge(claim, into, seen=seen_of(claim, into))


def test_a_preview_tells_what_would_be_and_changes_nothing():
    claim, into = two()
    before = Claim.objects.order_by("pk").values()
    stored = list(before)

    told = preview_merge(claim=claim, into=into, by=person(), now=NOW, at=TODAY)

    assert [row.key for row in told.moved] == ["again.1"]
    assert (told.was, told.into.status) == ("single-source", "corroborated")
    assert list(before.all()) == stored
    assert keys(claim) == ["again.1"]
    assert not Merge.objects.exists()


def update(claim: Claim, **columns) -> None:
    with transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(**columns)


def test_postgresql_refuses_a_circle_and_a_verified_claim_in_raw_writes():
    claim, into = two()
    update(claim, merged_into=into)

    with pytest.raises(IntegrityError, match="was merged itself"):
        update(make.claim(), merged_into=claim)
    with pytest.raises(IntegrityError, match="let it lead on first"):
        update(into, merged_into=make.claim())
    with pytest.raises(IntegrityError, match="is verified"):
        update(at_stage("verified"), merged_into=into)


def test_the_record_of_merges_is_never_changed_or_deleted():
    claim, into = two()
    merge(claim, into)

    for write in (lambda: Merge.objects.update(reason="Other."), Merge.objects.all().delete):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            write()
