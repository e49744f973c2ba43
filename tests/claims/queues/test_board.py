"""The queues on the admin's first page: counts, age, reasons, and who is offered “next”."""

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.queues.assignments import take
from claims.queues.board import board
from claims.queues.table import QUEUES
from tests.claims.admin.pages import text_of
from tests.claims.people import person

from . import waiting
from .conftest import browser_of
from .waiting import MAKERS, NOW

pytestmark = pytest.mark.django_db


def line(name: str, who):
    return next(found for found in board(who, now=NOW) if found.queue.name == name)


@pytest.fixture
def one_of_each() -> None:
    for maker in MAKERS.values():
        maker()


def test_every_count_is_that_of_the_page_behind_it(reviewer, rana, one_of_each):
    for found in board(rana, now=NOW):
        assert found.count == len(reviewer.get(found.url).context["shown"].rows), found
        for reason in found.reasons:
            assert reason.count == len(reviewer.get(reason.url).context["shown"].rows), reason
    assert sum(found.count for found in board(rana, now=NOW)) >= len(MAKERS)


def test_those_that_need_review_are_told_by_reason(rana, one_of_each):
    told = {reason.name: reason.count for reason in line("needs-review", rana).reasons}

    assert told.items() >= {"stance-differs": 1, "lost-anchor": 1, "stale-verdict": 1}.items()


def test_what_is_held_and_since_when_the_oldest_waits(rana):
    late, early = (waiting.with_lost_anchor(at=NOW - days * waiting.HOUR) for days in (1, 5))
    take(claim=late, by=rana, now=NOW)

    found = line("lost-anchors", rana)

    assert (found.count, found.held, found.oldest) == (2, 1, NOW - 5 * waiting.HOUR)
    assert early.pk != late.pk


@pytest.mark.parametrize(
    "role, offered",
    [
        ("annotator", {"lost-anchors", "contested", "proposed-evidence", "needs-review"}),
        ("reviewer", set(MAKERS) - {"disagreements"}),
        ("adjudicator", set(MAKERS)),
        ("admin", set(MAKERS)),
        ("editor", set()),
    ],
)
def test_next_is_offered_to_who_may_act_on_it(role, offered, one_of_each):
    assert {
        found.queue.name for found in board(person(role), now=NOW) if found.offers_next
    } == offered


def test_next_is_not_offered_where_all_is_in_hands(rana):
    take(claim=waiting.contested(), by=person(), now=NOW)

    assert not line("contested", rana).offers_next


def test_next_is_offered_where_some_hold_it_too_long(rana):
    take(claim=waiting.contested(), by=person(), now=NOW - 25 * waiting.HOUR)

    assert line("contested", rana).offers_next


def test_the_first_page_shows_them_all_with_a_button(reviewer, one_of_each):
    shown = reviewer.get("/admin/")

    told = text_of(shown)
    for queue in QUEUES.values():
        assert f"{queue.title} " in told
        assert reverse("queues:queue", args=[queue.name]) in shown.content.decode()
    assert reverse("queues:next", args=["contested"]) in shown.content.decode()
    assert "lost-anchor 1: a quote is no longer found" in told


def test_it_takes_as_many_queries_for_many_claims_as_for_few(rana, one_of_each):
    board(rana, now=NOW)  # what this person may do is looked up once
    with CaptureQueriesContext(connection) as few:
        board(rana, now=NOW)
    for maker in (waiting.contested, waiting.in_review, waiting.with_proposed):
        for _ in range(4):
            maker()
    with CaptureQueriesContext(connection) as many:
        board(rana, now=NOW)

    assert len(many) == len(few) == len(QUEUES) + 1


def test_who_may_not_see_claims_sees_no_queue(one_of_each):
    user = User.objects.create_user("pat", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_publisher"))

    assert "Queues" not in text_of(browser_of(user).get("/admin/"))
