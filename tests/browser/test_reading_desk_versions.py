"""The versions of a document in a real browser: one key accepts a proposal, and only then."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from sources.models import Anchoring
from sources.reanchor import reanchor_passages
from tests.browser.conftest import fits
from tests.claims import make
from tests.claims.people import person

from .reading_desk import ingest_article, make_claims, sign_in

QUOTE = "Approximately 5,000 US soldiers are still there when the article is written."
REWORDED = "Approximately 5,000 US soldiers were still there when the article was written."


@pytest.fixture
def changed(transactional_db):
    """A newer version has other words in one quote, and none like those of another."""
    document = ingest_article()
    claim = make_claims()
    text = document.latest.text
    gone = next(one for one in text.split(". ") if one.startswith("No such agreement"))
    for quote in (QUOTE, gone):
        make.evidence(claim, quoting=make.passage(document, quote))
    newer = text.replace(QUOTE, REWORDED).replace(gone, "It rained")
    document.latest = make.snapshot(document, newer)
    document.save()
    reanchor_passages(document=document)
    return document


@pytest.fixture
def versions(page, changed) -> Page:
    sign_in(page, person("reviewer"))
    page.goto(f"/admin/desk/{changed.key}/versions/")
    return page


def test_one_key_accepts_a_proposal(versions):
    expect(versions.locator("ins").first).to_be_visible()
    versions.keyboard.press("j")
    versions.keyboard.press("a")
    expect(versions.get_by_role("status")).to_contain_text("Accepted")
    expect(versions.get_by_text("accepted by a person")).to_be_visible()
    assert Anchoring.objects.get(outcome="moved").found.exact == REWORDED
    assert fits(versions)


@pytest.mark.parametrize("page", ["desk"], indirect=True)
def test_without_a_proposal_there_is_nothing_to_accept(versions):
    versions.keyboard.press("j")
    versions.keyboard.press("j")
    versions.keyboard.press("a")
    expect(versions.get_by_role("status")).to_contain_text("Go to a proposal first")
    assert Anchoring.objects.filter(outcome="lost").count() == 2


def test_the_desk_paints_the_passage_once_it_is_accepted(versions, changed):
    desk = f"/admin/desk/{changed.key}/"
    versions.goto(desk)
    expect(versions.locator("#desk-passages li")).to_have_count(0)
    expect(versions.get_by_role("link", name="1 earlier version, 2 quotes lost")).to_be_visible()
    versions.go_back()
    versions.get_by_role("button", name="Accept").click()
    expect(versions.get_by_role("status")).to_contain_text("Accepted")
    versions.goto(desk)
    expect(versions.locator("#desk-passages mark")).to_have_text(REWORDED)
