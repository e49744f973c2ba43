"""Two people read a passage apart, differ, and a third rules: three browsers' worth of pages."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Page, expect

from claims.evidence import add_evidence
from claims.models import Claim, Evidence
from tests.browser.conftest import fits
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person

QUOTE = "The embassy counted about 5,000 troops in July 2020."


@pytest.fixture
def claim(transactional_db) -> Claim:
    """A claim that nobody has marked yet, with one proposed passage."""
    asserted = make.claim(statement="About 5,000 troops were there in July 2020.")
    source = make.document(f"Before it. {QUOTE} After it.", title="Report of the embassy")
    add_evidence(
        claim=asserted,
        passage=make.passage(source, QUOTE),
        stance="supports",
        wording="5,000",
        at=TODAY,
    )
    return asserted


def sign_in(page: Page, user) -> None:
    """By a session of the test's own making; logging in is tested elsewhere."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "domain": "localhost", "path": "/"}]
    )


def read_it(page: Page, claim: Claim, stance: str, number: str) -> None:
    page.goto("/admin/blind/")
    page.get_by_role("link", name=claim.statement).click()
    expect(page.locator("mark")).to_have_text(QUOTE)
    assert fits(page)
    page.get_by_role("radio", name=stance).check()
    page.get_by_label("Number").fill(number)
    page.get_by_label("When").fill("July 2020")


def test_from_the_mark_to_the_ruling(page, claim):
    sign_in(page, person("reviewer", name="marta"))
    page.goto(f"/admin/claims/claim/{claim.pk}/change/")
    page.get_by_role("button", name="Have it read blind").click()
    expect(page.get_by_text("read twice, apart, from now on")).to_be_visible()

    sign_in(page, person("annotator", name="ann"))
    read_it(page, claim, "Supports", "the 102nd")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("is an ordinal")).to_be_visible()
    expect(page.get_by_role("radio", name="Supports")).to_be_checked()
    page.get_by_label("Number").fill("about 5,000")
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("says 4,500 to 5,500 troops")).to_be_visible()
    assert fits(page)
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("The other reading is not in yet")).to_be_visible()

    sign_in(page, person("annotator", name="bob"))
    read_it(page, claim, "Conflicts", "9,000")
    assert "5,500" not in page.content()
    page.get_by_role("button", name="Hand in").click()
    expect(page.get_by_text("a third person rules")).to_be_visible()

    sign_in(page, person("adjudicator", name="cleo"))
    page.goto("/admin/blind/")
    expect(page.get_by_role("heading", name="To rule on (1)")).to_be_visible()
    page.get_by_role("link", name=claim.statement).click()
    assert not re.search(r"\b(ann|bob)\b", page.locator("#content").inner_text())
    assert fits(page)
    page.get_by_role("radio", name=re.compile("second reading is right", re.I)).check()
    page.get_by_role("button", name="Rule", exact=True).click()
    expect(page.get_by_text("Say why")).to_be_visible()
    page.get_by_label("Reason").fill("It says about.")
    page.get_by_role("button", name="Rule", exact=True).click()
    expect(page.get_by_text("the evidence stands as you ruled")).to_be_visible()
    assert Evidence.objects.get().wording == "about 5,000"

    page.goto("/admin/blind/agreement/")
    expect(page.get_by_role("row", name=re.compile("ann and bob"))).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("month by month"))).to_be_visible()
    assert fits(page)
