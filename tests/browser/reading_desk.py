"""What the browser tests of the reading desk share: the article, and a person at the keyboard."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import Page, expect

from claims.models import Claim
from sources.ingest import ingest_file
from sources.models import Document
from tests.claims import make

DIGESTS = Path(__file__).resolve().parents[2] / "fixtures" / "digests"


def ingest_article() -> Document:
    """The digest of July 2020: it speaks of approximately 5,000 US soldiers in Iraq."""
    result = ingest_file(path=DIGESTS / "arab-center-dc-2020-07.txt")
    assert result.outcome == "new", result.detail
    return result.snapshot.document


def make_claims() -> Claim:
    """The claim that the article supports, among others that it does not speak of."""
    subject = make.subject("United States forces", aliases=["US soldiers", "US troops"])
    figure = make.figure("us-troops-iraq", subject=subject)
    make.claim(
        "2,000", "January 2015", figure=figure, key="troops-2015",
        statement="The United States had 2,000 troops in Iraq in January 2015.",
    )  # fmt: skip
    other = make.figure("seats", subject=make.subject("The party"), measure="seats", unit="seats")
    make.claim("5,000", "May 1998", figure=other, key="seats", statement="The party won.")
    return make.claim(
        "approximately 5,000", "July 2020", figure=figure, key="troops-2020",
        statement="About 5,000 US troops were in Iraq in July 2020.",
    )  # fmt: skip


def sign_in(page: Page, user: User) -> None:
    """By a session of the test's own making; logging in is tested elsewhere."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}]
    )


@dataclass
class Reader:
    """Someone at the desk who uses the keyboard only; every key is counted."""

    page: Page
    keys: list[str] = field(default_factory=list)
    loads: int = 0

    def open(self, document: Document) -> None:
        self.page.goto(f"/admin/desk/{document.key}/")
        expect(self.page.locator("#desk-text")).to_have_attribute("data-ready", "numbers")
        self.page.on("framenavigated", self._loaded)

    def _loaded(self, _frame) -> None:
        self.loads += 1

    def press(self, key: str) -> None:
        self.keys.append(key)
        self.page.keyboard.press(key)

    @property
    def told(self) -> str:
        return self.page.locator("#desk-said").inner_text()

    def go_to(self, number: str, key: str = "n") -> None:
        """Press a key until the desk tells this number."""
        for _ in range(60):
            self.press(key)
            if self.told.startswith(number):
                return
        raise AssertionError(f"never came to {number}; last: {self.told}")

    def await_proposal(self, statement: str) -> None:
        chosen = self.page.locator(".desk-offer:has(input:checked)")
        expect(chosen).to_contain_text(statement)
        expect(self.page.locator("#desk-panel")).not_to_have_attribute("aria-busy", "true")

    def select(self, quote: str) -> None:
        """Select words in the text, as a screen reader or a caret would; no key is counted."""
        self.page.evaluate(
            """quote => {
                const walk = document.createTreeWalker(
                    document.getElementById("desk-text"), NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                    const at = walk.currentNode.data.indexOf(quote);
                    if (at >= 0) {
                        document.getElementById("desk-text").focus();
                        getSelection().setBaseAndExtent(
                            walk.currentNode, at, walk.currentNode, at + quote.length);
                        return;
                    }
                }
                throw new Error("not in the text: " + quote);
            }""",
            quote,
        )
