"""A claim's page: whose hands it is in, and what people say; the page of a refused comment."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.comments import comment
from claims.models import Claim, Comment
from claims.queues.assignments import take
from claims.queues.table import QUEUES
from claims.queues.teamwork import teamwork_of
from tests.claims.admin.pages import page_of, text_of
from tests.claims.people import person

from . import waiting
from .conftest import browser_of
from .waiting import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim() -> Claim:
    return waiting.with_proposed()


def say(client: Client, claim: Claim, text: str):
    return client.post(reverse("queues:comment", args=[claim.pk]), {"text": text})


class TestHands:
    def test_what_is_free_can_be_taken(self, reviewer, claim):
        assert "Take it" in text_of(reviewer.get(page_of(claim)))

    def test_what_is_mine_can_be_released_and_gone_on_from(self, reviewer, rana, claim):
        take(claim=claim, by=rana, now=NOW, queue=QUEUES["proposed-evidence"])

        told = text_of(reviewer.get(page_of(claim)))

        assert "In your hands since 1 February, 12:00 , taken from “Proposed evidence”." in told
        assert "Release, and take the next one" in told

    def test_from_what_was_taken_by_hand_there_is_nothing_to_go_on_to(self, reviewer, rana, claim):
        take(claim=claim, by=rana, now=NOW)

        told = text_of(reviewer.get(page_of(claim)))

        assert "taken by hand" in told
        assert "take the next one" not in told

    def test_what_is_someone_elses_is_told(self, reviewer, claim):
        take(claim=claim, by=person(name="rolf"), now=timezone.now())

        told = text_of(reviewer.get(page_of(claim)))

        assert "In the hands of rolf since" in told
        assert "Take it" not in told

    def test_what_someone_held_too_long_can_be_taken(self, reviewer, claim):
        take(claim=claim, by=person(name="rolf"), now=NOW)

        told = text_of(reviewer.get(page_of(claim)))

        assert "In the hands of rolf since 1 February, 12:00 ." in told
        assert "Take it" in told

    def test_who_only_reads_is_offered_nothing(self, claim):
        told = text_of(browser_of(person("editor")).get(page_of(claim)))

        assert "Nobody has said anything on this claim." in told
        assert "Take it" not in told
        assert "Name a colleague" not in told


class TestComments:
    def test_a_comment_stands_on_the_claims_page(self, reviewer, rana, claim):
        answer = say(reviewer, claim, "Is this the yearly figure?")

        said = Comment.objects.get()
        assert answer.url == f"{page_of(claim)}#comment-{said.pk}"
        shown = reviewer.get(page_of(claim))
        assert f'id="comment-{said.pk}"' in shown.content.decode()
        assert "Is this the yearly figure?" in text_of(shown)

    def test_is_shown_as_the_text_that_it_is(self, reviewer, rana, claim):
        comment(claim=claim, by=rana, text="<script>alert(1)</script>\nline two", now=NOW)

        shown = reviewer.get(page_of(claim)).content.decode()

        assert "&lt;script&gt;alert(1)&lt;/script&gt;\nline two" in shown
        assert "<script>alert" not in shown

    def test_a_refusal_keeps_what_was_typed(self, reviewer, claim):
        person(name="rolf")

        answer = say(reviewer, claim, "@rolff, <b>look</b>:\nis it so?")

        assert answer.status_code == 422
        shown = answer.content.decode()
        assert "Did you mean @rolf?" in shown
        assert "@rolff, &lt;b&gt;look&lt;/b&gt;:\nis it so?</textarea>" in shown
        assert not Comment.objects.exists()

    @pytest.mark.parametrize("sent", [{}, {"text": ""}, {"text": "5\0000"}], ids=str)
    def test_nothing_and_what_cannot_be_stored(self, reviewer, claim, sent):
        answer = reviewer.post(reverse("queues:comment", args=[claim.pk]), sent)

        assert answer.status_code == 422
        assert not Comment.objects.exists()

    def test_a_reader_may_not(self, claim):
        assert say(browser_of(person("editor")), claim, "Hm.").status_code == 403

    def test_needs_the_token_of_the_form(self, rana, claim):
        careful = Client(enforce_csrf_checks=True)
        careful.force_login(rana)

        assert say(careful, claim, "Hm.").status_code == 403
        assert not Comment.objects.exists()

    def test_is_posted(self, reviewer, claim):
        assert reviewer.get(reverse("queues:comment", args=[claim.pk])).status_code == 405

    def test_many_cost_no_more_than_one(self, rana, claim, django_assert_num_queries):
        comment(claim=claim, by=rana, text="One.", now=NOW)
        with django_assert_num_queries(2):
            teamwork_of(claim, rana, now=NOW)
        for _ in range(5):
            comment(claim=claim, by=person(), text="More.", now=NOW)
        take(claim=claim, by=rana, now=NOW)

        with django_assert_num_queries(2):
            team = teamwork_of(claim, rana, now=NOW)
            assert len({said.by.username for said in team.comments}) == 6
            assert team.held.to == rana
