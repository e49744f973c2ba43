"""No page of ours breaks its own Content-Security-Policy, as the browser's console tells."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Browser, Page

from claims.models import Claim
from factcheck.csp import HEADER, POLICY
from sources.models import Anchoring
from tests.claims import make

from .reading_desk import ingest_article, make_claims, sign_in


@pytest.fixture
def broken() -> list[str]:
    """What the console has told of the policy."""
    return []


@pytest.fixture
def page(browser: Browser, live_server, broken) -> Iterator[Page]:
    shown = browser.new_page(base_url=live_server.url)
    shown.on("console", lambda told: "Security Policy" in told.text and broken.append(told.text))
    yield shown
    shown.close()


@pytest.fixture
def signed_in(page, transactional_db) -> Page:
    sign_in(page, User.objects.create_superuser("ada"))
    return page


@pytest.fixture
def worked(transactional_db) -> Claim:
    """A document with two versions, quotes, evidence and a lost passage."""
    document = ingest_article()
    claim = make_claims()
    quote = make.passage(document, "Approximately 5,000 US soldiers")
    make.evidence(claim, "Approximately 5,000", quoting=quote)
    make.lose(quote, "Another text.")
    return claim


def visit(page: Page, path: str) -> None:
    answer = page.goto(path)
    assert answer is not None and answer.status == 200, path
    assert answer.headers[HEADER.lower()] == POLICY
    page.wait_for_load_state("networkidle")


def admin_pages() -> list[str]:
    lists = (f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry)
    return sorted(reverse(f"admin:{name}_changelist") for name in lists)


def test_the_lists_of_the_admin(signed_in, worked, broken):
    visit(signed_in, reverse("admin:index"))
    for path in admin_pages():
        visit(signed_in, path)
    assert broken == []


def test_the_forms_of_the_admin(signed_in, worked, broken):
    rows = [worked, worked.figure, worked.evidence.get(), worked.evidence.get().passage]
    rows += [rows[-1].snapshot, rows[-1].snapshot.document, Anchoring.objects.get()]
    for row in rows:
        name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
        visit(signed_in, reverse(name, args=[row.pk]))
    assert broken == []


def test_the_reading_desk_and_the_versions(signed_in, worked, broken):
    key = worked.evidence.get().passage.snapshot.document.key
    visit(signed_in, reverse("desk:desk", args=[key]))
    visit(signed_in, reverse("desk:versions", args=[key]))
    assert broken == []


@pytest.mark.parametrize("path", ["/", "/api/v1/docs/", "/admin/login/"])
def test_the_public_pages(page, transactional_db, broken, path):
    visit(page, path)
    assert broken == []


def test_a_breach_would_be_seen(signed_in, broken):
    visit(signed_in, reverse("admin:index"))
    signed_in.evaluate("document.body.setAttribute('onclick', 'void 0')")
    signed_in.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">red</p>')"
    )
    assert broken
