"""A real browser on a real server: pages, sizes, and who is logged in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, sync_playwright

from claims.models import Claim
from claims.recheck import recheck_claims
from tests.claims import make

SIZES = {"desk": (1280, 800), "phone": (390, 844)}


@pytest.fixture(scope="session")
def browser(chromium) -> Iterator[Browser]:
    # Playwright's synchronous interface runs an event loop in this thread, in which Django would
    # refuse to use the database; nothing here is concurrent.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(params=SIZES)
def page(request, browser, live_server) -> Iterator[Page]:
    """An empty page; the test fails if a script of ours fails or a file of ours is missing."""
    width, height = SIZES[request.param]
    context = browser.new_context(
        viewport={"width": width, "height": height}, base_url=live_server.url
    )
    shown = context.new_page()
    problems: list[str] = []
    shown.on("pageerror", lambda error: problems.append(f"script: {error}"))
    shown.on(
        "response",
        lambda answer: answer.status >= 400 and problems.append(f"{answer.status} {answer.url}"),
    )
    yield shown
    context.close()
    assert problems == []


@pytest.fixture
def editor(transactional_db) -> User:
    return User.objects.create_superuser("edith", password="edits-claims")


@pytest.fixture
def claim(transactional_db) -> Claim:
    """Single-source: one report supports it, another one is only proposed."""
    asserted = make.claim(statement="About 5,000 troops were there in July 2020.")
    for name, wording, state in (
        ("embassy", "5,100", "accepted"),
        ("ministry", "4,900", "proposed"),
    ):
        text = f"Before it. The {name} counted {wording} troops. After it."
        source = make.document(text, title=f"Report of the {name}")
        quote = make.passage(source, f"The {name} counted {wording} troops.")
        make.evidence(asserted, wording, quoting=quote, state=state)
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    return asserted


def log_in(page: Page, editor: User) -> None:
    """Through the form, as a person does."""
    page.goto("/admin/")
    page.get_by_label("Username").fill(editor.username)
    page.get_by_label("Password").fill("edits-claims")
    page.get_by_role("button", name="Log in").click()


def fits(page: Page) -> bool:
    """Nothing stands out of the window to the side."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
