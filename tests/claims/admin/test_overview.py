"""The first page: how the claims stand and what waits, each with the list that shows it."""

import html
import re

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models import Claim
from claims.models.choices import Status
from claims.recheck import recheck_claims
from tests.claims import make

from .pages import rows_of, text_of


def lines(admin) -> list[tuple[str, int, str]]:
    """Name, count and address of every counted line of the page."""
    page = admin.get("/admin/").content.decode()
    found = re.findall(
        r'<th scope="row"><a href="([^"]*)">(.*?)</a></th>\s*'
        r'<td class="count"><a href="[^"]*">([\d,]+)</a>',
        page,
    )
    return [
        (" ".join(re.sub(r"<[^>]*>", " ", name).split()), int(count.replace(",", "")), link)
        for link, name, count in ((html.unescape(a), b, c) for a, b, c in found)
    ]


@pytest.fixture
def some(worked) -> None:
    make.claim("9,000", example=True)
    make.claim("9,100")
    make.evidence(make.claim("90"), "900", stance="supports")
    recheck_claims(Claim.objects.all(), at=make.TODAY)


def test_every_count_is_that_of_the_list_behind_it(admin, some):
    told = lines(admin)

    assert len(told) > 8
    assert sum(count for _, count, _ in told[: len(Status)]) == Claim.objects.count()
    for name, count, link in told:
        assert len(rows_of(admin.get(link))) == count, name


def test_each_status_is_told_by_shape_and_word(admin, some):
    assert [name for name, _, _ in lines(admin)][:6] == [
        "○ Unsupported",
        "◐ Single source",
        "● Corroborated",
        "△ Challenged",
        "✕ Refuted",
        "◇ Contested",
    ]


def test_the_examples_are_told_apart(admin, some):
    assert "1 of them is an example of ours" in text_of(admin.get("/admin/"))


def test_it_takes_as_many_queries_for_thirty_claims_as_for_three(admin, some):
    admin.get("/admin/")
    with CaptureQueriesContext(connection) as few:
        admin.get("/admin/")
    for number in range(30):
        make.evidence(make.claim(figure=make.figure(f"figure-{number}", measure=f"m {number}")))
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    with CaptureQueriesContext(connection) as many:
        admin.get("/admin/")
    assert len(many) <= len(few)


def test_who_may_not_see_claims_sees_no_count(some):
    user = User.objects.create_user("pat", password="publishes", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_publisher"))
    client = Client()
    client.force_login(user)

    page = text_of(client.get("/admin/"))

    assert "Publishers" in page
    assert "Unsupported" not in page


def test_an_empty_database_has_a_page_too(admin):
    assert "How 0 claims stand" in text_of(admin.get("/admin/"))
