"""What is posted to the queues: next, take, release, assign; and where one finds oneself then."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.models import Assignment, Claim
from claims.queues.assignments import take
from claims.queues.table import QUEUES
from tests.claims.admin.pages import messages_of, page_of
from tests.claims.people import person
from tests.claims.workflow import ready

from . import waiting
from .conftest import browser_of
from .waiting import NOW

pytestmark = pytest.mark.django_db

PROPOSED = QUEUES["proposed-evidence"]


def list_of(name: str) -> str:
    return reverse("queues:queue", args=[name])


def post_next(client: Client, name: str):
    return client.post(reverse("queues:next", args=[name]), follow=True)


def post(client: Client, deed: str, claim: Claim, **sent):
    return client.post(reverse(f"queues:{deed}", args=[claim.pk]), sent, follow=True)


def arrived(response) -> str:
    return response.redirect_chain[-1][0]


def holder(claim: Claim) -> User | None:
    held = Assignment.objects.filter(claim=claim, released_at=None).first()
    return held and held.to


class TestNext:
    def test_leads_to_the_page_of_the_claim_that_is_now_mine(self, reviewer, rana):
        claim = waiting.contested()

        assert arrived(post_next(reviewer, "contested")) == page_of(claim)
        assert holder(claim) == rana

    def test_leads_back_when_nothing_is_free_and_says_so(self, reviewer):
        take(claim=waiting.contested(), by=person(), now=timezone.now())

        answer = post_next(reviewer, "contested")

        assert arrived(answer) == list_of("contested")
        assert messages_of(answer) == ["Nothing in “Contested” is free for you to take."]

    def test_of_mine_leads_to_what_i_hold_longest(self, reviewer, rana):
        claim = ready.checked()
        take(claim=claim, by=rana, now=NOW)

        assert arrived(post_next(reviewer, "mine")) == page_of(claim)
        assert claim.assignments.count() == 1

    def test_of_mine_when_i_hold_nothing(self, reviewer):
        assert arrived(post_next(reviewer, "mine")) == list_of("mine")

    def test_is_refused_to_who_may_not_act(self):
        claim = waiting.in_review()

        answer = post_next(browser_of(person("annotator")), "in-review")

        assert answer.status_code == 403
        assert holder(claim) is None

    def test_is_posted(self, reviewer):
        assert reviewer.get(reverse("queues:next", args=["contested"])).status_code == 405

    def test_needs_the_token_of_the_form(self, rana):
        careful = Client(enforce_csrf_checks=True)
        careful.force_login(rana)
        claim = waiting.contested()

        assert post_next(careful, "contested").status_code == 403
        assert holder(claim) is None


class TestTake:
    def test_from_a_queue(self, reviewer, rana):
        claim = waiting.with_proposed()

        assert arrived(post(reviewer, "take", claim, queue=PROPOSED.name)) == page_of(claim)
        assert claim.assignments.get().queue == PROPOSED.name

    def test_what_someone_was_faster_to_take(self, reviewer):
        claim = waiting.with_proposed()
        take(claim=claim, by=person(name="rolf"), now=timezone.now())

        answer = post(reviewer, "take", claim, queue=PROPOSED.name)

        assert arrived(answer) == list_of(PROPOSED.name)
        assert "rolf has held claim" in messages_of(answer)[0]
        assert holder(claim).username == "rolf"

    def test_a_claim_that_is_not_there(self, reviewer):
        assert reviewer.post(reverse("queues:take", args=[999_999])).status_code == 404

    def test_from_a_queue_that_is_not_there(self, reviewer):
        assert post(reviewer, "take", ready.checked(), queue="none").status_code == 404


class TestRelease:
    @pytest.fixture
    def mine(self, rana) -> Claim:
        claim = waiting.with_proposed()
        take(claim=claim, by=rana, now=NOW, queue=PROPOSED)
        return claim

    def test_leads_to_the_queue_it_was_taken_from(self, reviewer, mine):
        answer = post(reviewer, "release", mine)

        assert arrived(answer) == list_of(PROPOSED.name)
        assert messages_of(answer) == [f"Claim “{mine.key}” is released."]
        assert holder(mine) is None

    def test_leads_back_to_the_queue_on_whose_page_it_was_released(self, reviewer, mine):
        assert arrived(post(reviewer, "release", mine, queue="mine")) == list_of("mine")

    def test_and_on_to_the_next(self, reviewer, rana, mine):
        mine.evidence.update(state="accepted")
        other = waiting.with_proposed()

        assert arrived(post(reviewer, "release", mine, next="yes")) == page_of(other)
        assert (holder(mine), holder(other)) == (None, rana)

    def test_what_nobody_holds(self, reviewer):
        claim = ready.checked()

        answer = post(reviewer, "release", claim)

        assert arrived(answer) == page_of(claim)
        assert "Nobody holds claim" in messages_of(answer)[0]

    def test_what_is_someone_elses_needs_a_right(self):
        claim = ready.checked()
        take(claim=claim, by=person(), now=NOW)

        assert post(browser_of(person("annotator")), "release", claim).status_code == 403
        assert holder(claim) is not None


class TestAssign:
    def test_puts_it_into_other_hands(self, reviewer):
        claim, anna = waiting.with_proposed(), person("annotator", name="anna")

        answer = post(reviewer, "assign", claim, to="anna", queue=PROPOSED.name)

        assert arrived(answer) == list_of(PROPOSED.name)
        assert messages_of(answer) == [f"Claim “{claim.key}” is in the hands of anna."]
        assert holder(claim) == anna

    @pytest.mark.parametrize(
        "to, told",
        [
            ("nobody-here", "There is no account “nobody-here”"),
            ("a\0b", "There is no account"),
            ("", "There is no account “”"),
            ("edith", "edith may not take claims"),
        ],
    )
    def test_to_whom_it_cannot_go(self, reviewer, to, told):
        claim = waiting.with_proposed()
        person("editor", name="edith")

        assert told in messages_of(post(reviewer, "assign", claim, to=to))[0]
        assert holder(claim) is None

    def test_needs_a_right(self):
        claim, anna = waiting.with_proposed(), person("annotator")

        assert post(browser_of(anna), "assign", claim, to=anna.username).status_code == 403
