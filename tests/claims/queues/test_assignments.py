"""Taking, releasing and assigning claims, one person after the other."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError

from claims.evidence import decide_evidence
from claims.models import Assignment, Claim
from claims.queues.assignments import (
    HELD_FOR,
    assign,
    release,
    release_stale,
    take,
    take_next,
)
from claims.queues.table import BY_HAND, QUEUES
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.claims.workflow import ready

from . import waiting
from .waiting import HOUR, MAKERS, NOW

pytestmark = pytest.mark.django_db

LOST = QUEUES["lost-anchors"]


def next_from(name: str, by, *, now=NOW, **options) -> Claim | None:
    given = take_next(queue=QUEUES[name], by=by, now=now, **options)
    return given and given.claim


def holder(claim: Claim):
    held = Assignment.objects.filter(claim=claim, released_at=None).first()
    return held and held.to


class TestNext:
    @pytest.mark.parametrize("name", MAKERS)
    def test_gives_what_waits_in_each_queue(self, name):
        claim, me = MAKERS[name](), person("adjudicator")

        given = take_next(queue=QUEUES[name], by=me, now=NOW)

        assert (given.claim, given.to, given.queue) == (claim, me, name)
        assert (given.taken_at, given.released_at) == (NOW, None)

    @pytest.mark.parametrize("name", MAKERS)
    def test_gives_nothing_where_nothing_waits(self, name):
        ready.checked()

        assert next_from(name, person("adjudicator")) is None

    def test_gives_the_oldest_first_and_nothing_twice(self):
        late, early = (waiting.with_lost_anchor(at=NOW - days * 24 * HOUR) for days in (1, 2))
        me, other = person(), person()

        assert next_from("lost-anchors", me) == early
        assert next_from("lost-anchors", other) == late
        assert next_from("lost-anchors", me) is None

    def test_gives_the_next_one_while_the_first_is_still_in_hand(self):
        for days in (1, 2):
            waiting.with_lost_anchor(at=NOW - days * 24 * HOUR)
        me = person()

        first, second = (next_from("lost-anchors", me) for _ in range(2))

        assert {holder(first), holder(second)} == {me}

    def test_lets_go_of_what_one_is_done_with(self):
        done = waiting.with_lost_anchor(at=NOW - HOUR)
        me = person()
        next_from("lost-anchors", me)
        decide_evidence(evidence=done.evidence.get(), state="withdrawn", at=TODAY)

        assert next_from("lost-anchors", me, now=NOW + HOUR) is None
        assert done.assignments.get().released_at == NOW + HOUR

    def test_keeps_what_was_taken_by_hand_or_from_another_queue(self):
        quiet, me = ready.checked(), person()
        take(claim=quiet, by=me, now=NOW)

        next_from("lost-anchors", me)

        assert holder(quiet) == me

    def test_keeps_what_someone_else_is_done_with(self):
        done, other = waiting.with_lost_anchor(), person()
        take(claim=done, by=other, now=NOW, queue=LOST)
        decide_evidence(evidence=done.evidence.get(), state="withdrawn", at=TODAY)

        next_from("lost-anchors", person())

        assert holder(done) == other

    def test_gives_what_was_held_too_long(self):
        claim, forgetful, me = waiting.with_lost_anchor(), person(), person()
        take(claim=claim, by=forgetful, now=NOW)

        assert next_from("lost-anchors", me, now=NOW + HELD_FOR) is None
        assert next_from("lost-anchors", me, now=NOW + HELD_FOR + HOUR) == claim

    def test_what_is_too_long_is_for_the_caller_to_say(self):
        claim, me = waiting.with_lost_anchor(), person()
        take(claim=claim, by=person(), now=NOW)

        assert next_from("lost-anchors", me, now=NOW + 2 * HOUR, held_for=HOUR) == claim

    def test_gives_no_one_their_own_submission(self):
        me, other = person(), person()
        claim = waiting.in_review(by=me)

        assert next_from("in-review", me) is None
        assert next_from("in-review", other) == claim

    def test_gives_no_reader_a_disagreement_of_their_own(self):
        me, other = person("adjudicator"), person("adjudicator")
        claim = waiting.read_apart(readers=(me, person()))

        assert next_from("disagreements", me) is None
        assert next_from("disagreements", other) == claim

    @pytest.mark.parametrize(
        "name, role",
        [
            ("needs-review", "editor"),
            ("in-review", "annotator"),
            ("stale-verdicts", "annotator"),
            ("disagreements", "reviewer"),
        ],
    )
    def test_gives_nothing_to_who_may_not_act_on_it(self, name, role):
        MAKERS[name]()

        with pytest.raises(PermissionDenied, match="may not take claims"):
            next_from(name, person(role))

    def test_is_not_for_who_is_not_signed_in(self):
        with pytest.raises(PermissionDenied, match="Someone who is not signed in"):
            next_from("needs-review", AnonymousUser())

    @pytest.mark.parametrize("name", ["mine", "mentions"])
    def test_hands_out_nothing_that_is_ones_own_already(self, name):
        with pytest.raises(ValueError, match="nothing is handed out"):
            next_from(name, person())


class TestTake:
    def test_by_hand(self):
        claim, me = ready.checked(), person()

        assert take(claim=claim, by=me, now=NOW).queue == BY_HAND
        assert holder(claim) == me

    def test_twice_is_once(self):
        claim, me = ready.checked(), person()

        assert take(claim=claim, by=me, now=NOW) == take(claim=claim, by=me, now=NOW + HOUR)

    def test_not_out_of_someone_elses_hands(self):
        claim, other = ready.checked(), person(name="olga")
        take(claim=claim, by=other, now=NOW)

        with pytest.raises(ValidationError, match=r"olga has held claim .* since 01 February 2024"):
            take(claim=claim, by=person(), now=NOW + HOUR)
        assert holder(claim) == other

    def test_out_of_hands_that_held_it_too_long(self):
        claim, me = ready.checked(), person()
        take(claim=claim, by=person(), now=NOW)

        take(claim=claim, by=me, now=NOW + HELD_FOR + HOUR)

        assert holder(claim) == me

    def test_not_from_a_queue_that_it_left(self):
        with pytest.raises(ValidationError, match="does not wait in “Lost anchors” any more"):
            take(claim=ready.checked(), by=person(), now=NOW, queue=LOST)

    def test_not_ones_own_submission(self):
        me = person()
        with pytest.raises(ValidationError, match="four eyes"):
            take(claim=waiting.in_review(by=me), by=me, now=NOW, queue=QUEUES["in-review"])

    def test_not_by_an_editor(self):
        with pytest.raises(PermissionDenied):
            take(claim=ready.checked(), by=person("editor"), now=NOW)


class TestRelease:
    def test_ones_own(self):
        claim, me = ready.checked(), person("annotator")
        take(claim=claim, by=me, now=NOW)

        assert release(claim=claim, by=me, now=NOW + HOUR).released_at == NOW + HOUR
        assert holder(claim) is None

    def test_not_what_nobody_holds(self):
        with pytest.raises(ValidationError, match="Nobody holds"):
            release(claim=ready.checked(), by=person(), now=NOW)

    def test_anyones_by_who_may_assign(self):
        claim = ready.checked()
        take(claim=claim, by=person("annotator"), now=NOW)

        release(claim=claim, by=person("reviewer"), now=NOW)

        assert holder(claim) is None

    def test_not_someone_elses_by_an_annotator(self):
        claim, other = ready.checked(), person("annotator")
        take(claim=claim, by=other, now=NOW)

        with pytest.raises(PermissionDenied, match=f"release what {other.username} holds"):
            release(claim=claim, by=person("annotator"), now=NOW)
        assert holder(claim) == other

    def test_never_before_it_was_taken_even_if_clocks_differ(self):
        claim, me = ready.checked(), person()
        take(claim=claim, by=me, now=NOW)

        assert release(claim=claim, by=me, now=NOW - HOUR).released_at == NOW


class TestAssign:
    def test_puts_a_claim_from_one_pair_of_hands_into_another(self):
        claim, first, second = ready.checked(), person(), person("annotator")
        take(claim=claim, by=first, now=NOW)

        assign(claim=claim, to=second, by=person(), now=NOW + HOUR)

        assert holder(claim) == second
        assert claim.assignments.get(to=first).released_at == NOW + HOUR

    def test_to_who_has_it_changes_nothing(self):
        claim, me = ready.checked(), person()
        held = take(claim=claim, by=me, now=NOW)

        assert assign(claim=claim, to=me, by=person(), now=NOW + HOUR) == held

    def test_not_by_an_annotator(self):
        with pytest.raises(PermissionDenied, match=r"claims\.assign_claim"):
            assign(claim=ready.checked(), to=person(), by=person("annotator"), now=NOW)

    @pytest.mark.parametrize("role", ["editor", None])
    def test_not_to_who_may_not_take_claims(self, role):
        claim, to = ready.checked(), person(role)
        with pytest.raises(ValidationError, match=f"{to.username} may not take claims"):
            assign(claim=claim, to=to, by=person(), now=NOW)
        assert holder(claim) is None

    def test_not_to_a_closed_account(self):
        to = person()
        to.is_active = False
        to.save()

        with pytest.raises(ValidationError, match="may not take claims"):
            assign(claim=ready.checked(), to=to, by=person(), now=NOW)

    def test_not_to_the_one_who_submitted_it_for_review(self):
        submitter = person()
        claim = waiting.in_review(by=submitter)

        with pytest.raises(ValidationError, match="four eyes"):
            assign(claim=claim, to=submitter, by=person(), now=NOW, queue=QUEUES["in-review"])
        assert holder(claim) is None


class TestReleaseStale:
    def test_releases_what_was_held_longer_and_nothing_else(self):
        long, short, me = ready.checked(), ready.checked(), person()
        take(claim=long, by=me, now=NOW)
        take(claim=short, by=me, now=NOW + HOUR)

        released = release_stale(now=NOW + 25 * HOUR, held_for=timedelta(hours=24))

        assert released == 1
        assert (holder(long), holder(short)) == (None, me)

    def test_what_was_released_keeps_its_moment(self):
        claim, me = ready.checked(), person()
        take(claim=claim, by=me, now=NOW)
        release(claim=claim, by=me, now=NOW + HOUR)

        assert release_stale(now=NOW + 100 * HOUR) == 0
        assert claim.assignments.get().released_at == NOW + HOUR
