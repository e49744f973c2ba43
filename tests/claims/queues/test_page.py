"""The page of a queue: what it shows to whom, filtered and sorted, at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim
from claims.queues.assignments import take
from claims.queues.page import PER_PAGE
from claims.queues.table import QUEUES
from tests.claims import make
from tests.claims.admin.pages import text_of
from tests.claims.people import person
from tests.claims.workflow import ready

from . import waiting
from .conftest import browser_of
from .waiting import MAKERS, NOW

pytestmark = pytest.mark.django_db


def page(client, name: str, **query):
    return client.get(reverse("queues:queue", args=[name]), query)


def keys(response) -> list[str]:
    assert response.status_code == 200
    return [row.claim.key for row in response.context["shown"].rows]


@pytest.mark.parametrize("name", QUEUES)
def test_an_empty_queue_says_so(reviewer, name):
    ready.checked()

    told = text_of(page(reviewer, name))

    assert QUEUES[name].title in told
    assert QUEUES[name].empty in told


WHY = {
    "in-review": "Submitted by annotator-",
    "needs-review": "A reviewer's stance is not what the comparison of the values finds",
    "contested": "1 origin for it, 1 origin against it",
    "proposed-evidence": "One piece of evidence to decide on",
    "lost-anchors": "One quote is no longer in the newest text of its document",
    "stale-verdicts": "Published as single source; computed now: corroborated",
    "disagreements": "One passage was read differently by two people",
}


@pytest.mark.parametrize("name", MAKERS)
def test_each_claim_is_told_with_why_since_when_and_whose_it_is(reviewer, name):
    claim = MAKERS[name]()

    answer = page(reviewer, name)

    assert keys(answer) == [claim.key]
    told = text_of(answer)
    assert claim.statement in told
    assert WHY[name] in told
    assert "· free" in told


def test_the_words_of_people_are_shown_as_text(reviewer):
    claim = ready.checked()
    Claim.objects.filter(pk=claim.pk).update(statement="<b>5,000</b> & more")
    waiting.rechecked(claim)
    ready.in_review(claim)

    shown = page(reviewer, "in-review").content.decode()

    assert "&lt;b&gt;5,000&lt;/b&gt; &amp; more" in shown
    assert "<b>5,000" not in shown


class TestWhoMayTake:
    def test_what_is_free_can_be_taken(self, reviewer):
        claim = waiting.contested()

        assert (
            reverse("queues:take", args=[claim.pk]) in page(reviewer, "contested").content.decode()
        )

    def test_what_someone_holds_is_told_and_cannot_be_taken(self, reviewer):
        claim = waiting.contested()
        take(claim=claim, by=person(name="rolf"), now=timezone.now())

        answer = page(reviewer, "contested")

        assert "in the hands of rolf since" in text_of(answer)
        assert not answer.context["shown"].rows[0].is_open

    def test_what_someone_held_too_long_can_be_taken(self, reviewer):
        take(claim=waiting.contested(), by=person(name="rolf"), now=NOW)

        answer = page(reviewer, "contested")

        assert "in the hands of rolf since 1 February, 12:00 (too long" in text_of(answer)
        assert answer.context["shown"].rows[0].is_open

    def test_ones_own_submission_is_kept_with_a_reason(self, reviewer, rana):
        waiting.in_review(by=rana)

        answer = page(reviewer, "in-review")

        assert "someone else must decide (four eyes)" in text_of(answer)
        assert not answer.context["shown"].rows[0].is_open

    def test_who_only_reads_finds_no_buttons(self):
        waiting.contested()

        answer = page(browser_of(person("editor")), "contested")

        assert len(keys(answer)) == 1
        assert b'<form method="post" action="/admin/queues' not in answer.content

    def test_who_may_assign_finds_the_people_it_can_go_to(self, reviewer):
        waiting.contested()
        for role, name in (("annotator", "anna"), ("editor", "edith"), (None, "nora")):
            person(role, name=name)

        answer = page(reviewer, "contested")

        names = [one.username for one in answer.context["people"]]
        assert names == ["anna", "rana"]

    def test_an_annotator_assigns_nobody(self):
        waiting.contested()

        assert b"Assign" not in page(browser_of(person("annotator")), "contested").content


class TestFilters:
    def test_by_reason(self, reviewer):
        differing = waiting.needing_review()
        lost = waiting.with_lost_anchor()

        assert set(keys(page(reviewer, "needs-review"))) == {differing.key, lost.key}
        assert keys(page(reviewer, "needs-review", reason="lost-anchor")) == [lost.key]

    def test_by_figure(self, reviewer):
        here = waiting.with_proposed()
        there = make.claim(figure=make.figure("other", measure="other"))
        make.evidence(there, state="proposed")
        waiting.rechecked(there)

        answer = page(reviewer, "proposed-evidence", figure=there.figure_id)

        assert keys(answer) == [there.key]
        assert "1 of 2 claims" in text_of(answer)
        choices = answer.context["shown"].filters.fields["figure"].queryset
        assert set(choices) == {here.figure, there.figure}

    @pytest.mark.parametrize(
        "holder, expected",
        [("", "free mine theirs"), ("nobody", "free"), ("me", "mine"), ("others", "theirs")],
    )
    def test_by_whose_hands_it_is_in(self, reviewer, rana, holder, expected):
        rows = {name: waiting.contested() for name in ("free", "mine", "theirs")}
        for name, claim in rows.items():
            Claim.objects.filter(pk=claim.pk).update(key=name)
        take(claim=rows["mine"], by=rana, now=NOW)
        take(claim=rows["theirs"], by=person(), now=NOW)

        assert keys(page(reviewer, "contested", holder=holder)) == expected.split()

    def test_that_let_nothing_through_say_so(self, reviewer):
        waiting.contested()

        told = text_of(page(reviewer, "contested", holder="me"))

        assert "1 claim waits here, but none that passes the filters." in told

    @pytest.mark.parametrize(
        "query, told",
        [
            ({"figure": "nonsense"}, "Select a valid choice"),
            ({"figure": "9" * 30}, "Select a valid choice"),
            ({"figure": "1\0"}, "Null characters are not allowed"),
            ({"holder": "everyone"}, "Select a valid choice"),
        ],
        ids=str,
    )
    def test_that_are_none_of_ours_are_told(self, reviewer, query, told):
        waiting.contested()

        answer = page(reviewer, "contested", **query)

        assert told in text_of(answer)
        assert keys(answer) == []


class TestMine:
    def test_tells_where_each_was_taken_from_and_what_is_done(self, reviewer, rana):
        still, done = waiting.with_proposed(), waiting.with_proposed()
        for claim in (still, done):
            take(claim=claim, by=rana, now=NOW, queue=QUEUES["proposed-evidence"])
        done.evidence.update(state="accepted")

        answer = page(reviewer, "mine")

        assert {row.claim.key: row.is_done for row in answer.context["shown"].rows} == {
            still.key: False,
            done.key: True,
        }
        assert "Taken from “Proposed evidence”" in text_of(answer)
        assert "it waits there no longer: release it" in text_of(answer)


class TestManyClaims:
    def test_come_a_page_at_a_time_the_oldest_first(self, reviewer):
        for _ in range(PER_PAGE + 1):
            make.evidence(make.claim(figure=None), state="proposed")
        expected = list(
            Claim.objects.with_proposed_evidence().oldest_first().values_list("key", flat=True)
        )

        first, second = (page(reviewer, "proposed-evidence", page=n) for n in (1, 2))

        assert keys(first) + keys(second) == expected
        assert "Page 2 of 2" in text_of(second)
        assert keys(page(reviewer, "proposed-evidence", page="x")) == keys(first)

    @pytest.mark.parametrize("name", ["proposed-evidence", "in-review", "mine"])
    def test_cost_as_many_queries_as_one(self, rana, reviewer, name):
        def add() -> None:
            claim = waiting.in_review()
            make.evidence(claim, state="proposed")
            take(claim=claim, by=rana, now=NOW, queue=QUEUES["in-review"])

        add()
        page(reviewer, name)
        with CaptureQueriesContext(connection) as few:
            page(reviewer, name)
        for _ in range(4):
            add()
        with CaptureQueriesContext(connection) as many:
            assert len(keys(page(reviewer, name))) == 5

        assert len(many) == len(few) <= 16


class TestAccess:
    def test_a_queue_that_is_not_there(self, reviewer):
        assert page(reviewer, "no-such-queue").status_code == 404

    def test_staff_without_rights_are_refused(self):
        assert page(browser_of(person(None)), "contested").status_code == 403

    def test_a_stranger_is_asked_to_log_in(self, client):
        assert page(client, "contested").url.startswith("/admin/login/?next=/admin/queues/")
