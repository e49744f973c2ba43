"""The front page."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from claims.models.choices import Status
from tests.claims import make
from tests.claims.workflow.ready import in_review, verified

pytestmark = pytest.mark.django_db


class Links(HTMLParser):
    def __init__(self, page: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.found += [value for name, value in attributes if name in ("href", "src")]


def test_it_counts_the_claims_by_status():
    for _ in range(2):
        verified()
    verified(in_review(make.claim(key="plain")))
    in_review()  # not published, so not told
    page = Client().get("/").content.decode()
    rows = re.findall(r"<tr>\s*<th scope=\"row\">.*?status=([\w-]+)\".*?<td>(\d+)</td>", page, re.S)
    assert dict(rows) == {
        **dict.fromkeys(Status.values, "0"),
        "single-source": "2",
        "unsupported": "1",
    }
    assert "<td>3</td>" in page


def test_everything_that_it_leads_to_is_there():
    page = Client().get("/").content.decode()
    links = Links(page).found
    assert {"/admin/", "/api/v1/", "/api/v1/docs/"} <= set(links)
    for link in links:
        if link.startswith("/static/"):
            assert finders.find(link.removeprefix("/static/")), link
        else:
            assert Client().get(link).status_code in (200, 302), link


def test_it_takes_one_query_and_nothing_from_elsewhere():
    with CaptureQueriesContext(connection) as queries:
        page = Client().get("/").content.decode()
    assert len(queries) == 1
    assert not [link for link in Links(page).found if "//" in link]
    assert "<script" not in page and "style=" not in page


def test_the_icon_is_where_browsers_look_for_it():
    response = Client().get("/favicon.ico")
    assert response.status_code == 302
    assert finders.find(response["Location"].removeprefix("/static/"))
