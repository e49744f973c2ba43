"""One article on the desk, the claims that it may bear on, and a reviewer who reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.backends.postgresql.psycopg_any import DateRange
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from claims.models import Claim
from sources.models import Document
from tests.claims import make
from tests.claims.people import person

TROOPS = "Approximately 5,000 American soldiers were in Iraq in July 2020."
LATER = "By July 2021 the American force in Iraq numbered 2,500 soldiers."
TEXT = f"A report about forces.\n\n{TROOPS} Nobody disputed it.\n\n{LATER}\nThe rest is opinion.\n"


@dataclass(frozen=True)
class Desk:
    """A browser at the desk of one document."""

    client: Client
    document: Document

    def url(self, name: str) -> str:
        return reverse(f"desk:{name}", args=[self.document.key])

    def post(self, name: str, data: Any) -> HttpResponse:
        return self.client.post(self.url(name), data, content_type="application/json")

    def place(self, quote: str) -> dict[str, int]:
        """The quote as the page sends it."""
        start = self.document.latest.text.index(quote)
        return {
            "snapshot": self.document.latest_id, "start": start, "end": start + len(quote)
        }  # fmt: skip

    def propose(self, quote: str, **typed: Any) -> dict[str, Any]:
        response = self.post("propose", self.place(quote) | typed)
        assert response.status_code == 200, response.content
        return response.json()

    def file(self, quote: str, **said: Any) -> dict[str, Any]:
        response = self.post("file", self.place(quote) | {"stance": "supports"} | said)
        assert response.status_code == 200, response.content
        return response.json()

    def as_user(self, user: User) -> Desk:
        client = Client()
        client.force_login(user)
        return Desk(client, self.document)


def errors_of(response: HttpResponse, status: int = 400) -> dict[str, list[str]]:
    assert response.status_code == status, response.content
    return response.json()["errors"]


@pytest.fixture
def reviewer(db) -> User:
    return person("reviewer", name="rana")


@pytest.fixture
def article(db) -> Document:
    """Published on 20 July 2021."""
    day = DateRange(date(2021, 7, 20), date(2021, 7, 21))
    return make.document(TEXT, key="article", title="About forces", published=day, language="en")


@pytest.fixture
def desk(article, reviewer) -> Desk:
    client = Client()
    client.force_login(reviewer)
    return Desk(client, article)


@pytest.fixture
def troops(db) -> Claim:
    subject = make.subject("United States forces", aliases=["American soldiers"])
    figure = make.figure("us-troops-iraq", subject=subject)
    return make.claim(
        "approximately 5,000", "July 2020", figure=figure, key="troops-2020",
        statement="About 5,000 American soldiers were in Iraq in July 2020.",
    )  # fmt: skip


@pytest.fixture
def elections(db) -> Claim:
    return make.claim(
        "14", "May 2018", key="seats", statement="The party won 14 seats in the election.",
        figure=make.figure(
            "seats", subject=make.subject("The party"), measure="seats", unit="seats",
            scope=make.scope("Elsewhere"),
        ),
    )  # fmt: skip
