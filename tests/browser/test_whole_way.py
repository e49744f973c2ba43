"""The whole way, by two people in one browser each: from a file on a disk to a verified claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from claims.models import Claim, Verdict
from sources.models import Document
from tests.browser.conftest import fits
from tests.claims import make
from tests.claims.people import person

from .reading_desk import DIGESTS, Reader, make_claims, sign_in

ARTICLE = DIGESTS / "arab-center-dc-2020-07.txt"


@pytest.fixture
def troops(transactional_db) -> Claim:
    return make_claims()


def as_someone(page: Page, name: str) -> Page:
    """Another person's browser, of the same size."""
    page.context.clear_cookies()
    sign_in(page, person("reviewer", name=name))
    return page


def take_in(page: Page, file: Path) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Add").and_(
        page.locator("[href*='/document/add/']")
    ).first.click()
    page.get_by_label("The file").set_input_files(file)
    page.get_by_label("Title").fill("A dialogue in two parts")
    page.locator("#id_publisher + .select2").click()
    page.keyboard.type("Valley")
    page.get_by_role("option", name="Valley Gazette").click()
    page.get_by_label("Published, earliest").fill("2020-07-07")
    page.get_by_label("Published, latest").fill("2020-07-31")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#desk-text")).to_have_attribute("data-ready", "numbers")
    assert fits(page)


def test_from_a_file_to_a_verified_claim(page, troops):
    make.publisher("Valley Gazette")
    # Rana brings the article, reads it, and puts a number to the claim that it bears on.
    take_in(as_someone(page, "rana"), ARTICLE)
    reader = Reader(page)
    reader.go_to("Approximately 5,000")
    reader.press("Enter")
    reader.await_proposal(troops.statement)
    reader.press("Enter")
    expect(page.locator("#desk-said")).to_contain_text("The claim is single source now")

    # She looks at the claim as it stands, and hands it in.
    reader.press("j")
    reader.press("Enter")
    page.get_by_role("region", name="This passage").get_by_role(
        "link", name=troops.statement
    ).click()
    standing = page.get_by_role("article", name="How this claim stands")
    verdict = standing.locator(".verdict")
    expect(verdict).to_have_text("One origin supports this claim; nothing contradicts it.")
    expect(standing.locator("svg.drawing:visible")).to_have_count(1)
    assert fits(page)
    page.get_by_label("Reason").fill("Read in full.")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(
        page.get_by_text("someone else must, since you submitted it (four eyes)").first
    ).to_be_visible()

    # Rolf finds it on his front page, takes it, and approves what he sees.
    as_someone(page, "rolf").goto("/admin/")
    page.get_by_role("button", name="Next from In review").click()
    expect(page.get_by_text("In your hands since")).to_be_visible()
    expect(page.locator(".step .sentence").first).to_contain_text("they agree")
    page.get_by_label("Reason").fill("The quote says so.")
    page.get_by_role("button", name="Approve", exact=True).click()
    expect(page.get_by_text("This claim is verified and cannot be edited.")).to_be_visible()
    assert fits(page)

    published = Verdict.objects.select_related("submitted_by", "approved_by").get()
    names = (published.submitted_by.username, published.approved_by.username)
    assert (published.claim, published.rating) == (troops, "single-source")
    assert names == ("rana", "rolf")
    troops.refresh_from_db()
    assert troops.stage == "verified"
    assert Document.objects.get().title == "A dialogue in two parts"
