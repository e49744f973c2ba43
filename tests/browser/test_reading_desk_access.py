"""The desk for everyone: axe-core finds nothing serious, in light and dark, and it fits small
windows and large letters."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from claims.recheck import recheck_claims
from sources.models import Anchoring
from tests.browser.conftest import fits
from tests.claims import make
from tests.claims.people import person

from .accessible import serious
from .reading_desk import Reader, ingest_article, make_claims, sign_in

OPEN = {
    "the text": [],
    "the panel": ["n", "n", "Enter"],
    "a passage": ["j", "Enter"],
    "a new claim": ["n", "n", "Enter", "m"],
    "the keys": ["?"],
}


@pytest.fixture
def worked(transactional_db):
    """A passage of each stance, and one without a claim."""
    document = ingest_article()
    claim = make_claims()
    text = document.latest.text
    first = text.index("\n\n") + 2
    sentences = [one.strip() for one in text[first:].split(". ") if len(one) < 120][:4]
    for stance, sentence in zip(("supports", "conflicts", "context"), sentences, strict=False):
        make.evidence(claim, quoting=make.passage(document, sentence), stance=stance)
    make.passage(document, sentences[3])
    recheck_claims(type(claim).objects.all(), at=make.TODAY)
    return document


def opened(browser: Browser, live_server, document, **window) -> Page:
    page = browser.new_context(base_url=live_server.url, **window).new_page()
    sign_in(page, person("reviewer"))
    reader = Reader(page)
    reader.open(document)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_whatever_is_open(browser, live_server, worked, scheme):
    page = opened(browser, live_server, worked, color_scheme=scheme)
    for name, keys in OPEN.items():
        page.reload()
        expect(page.locator("#desk-text")).to_have_attribute("data-ready", "numbers")
        for key in keys:
            page.keyboard.press(key)
        expect(page.locator("#desk-panel")).not_to_have_attribute("aria-busy", "true")
        assert serious(page) == [], name
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_on_the_versions(browser, live_server, worked, scheme):
    passage = worked.latest.passages.first()
    make.lose(passage, f"{passage.exact} More.")
    Anchoring.objects.update(proposal_start=0, proposal_end=len(passage.exact))
    page = browser.new_context(base_url=live_server.url, color_scheme=scheme).new_page()
    sign_in(page, person("reviewer"))
    page.goto(f"/admin/desk/{worked.key}/versions/")
    assert serious(page) == []
    page.context.close()


@pytest.mark.parametrize(
    "window",
    [
        pytest.param({"viewport": {"width": 1280, "height": 800}}, id="a desk"),
        pytest.param({"viewport": {"width": 390, "height": 844}}, id="a phone"),
        pytest.param({"viewport": {"width": 640, "height": 400}}, id="a desk at 200 %"),
        pytest.param({"viewport": {"width": 320, "height": 640}}, id="the smallest phone"),
    ],
)
def test_it_fits_with_everything_open(browser, live_server, worked, window):
    page = opened(browser, live_server, worked, **window)
    for keys in OPEN.values():
        for key in keys:
            page.keyboard.press(key)
        expect(page.locator("#desk-panel")).not_to_have_attribute("aria-busy", "true")
        assert fits(page), keys
        page.keyboard.press("Escape")
    page.context.close()
