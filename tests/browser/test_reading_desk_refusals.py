"""What the desk refuses: told at its field, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from claims.models import Evidence
from sources.models import Document
from tests.claims import make
from tests.claims.people import person

from .reading_desk import Reader, ingest_article, make_claims, sign_in


@pytest.fixture
def page(browser, live_server) -> Iterator[Page]:
    """A page whose requests may be refused: that is what is tested."""
    shown = browser.new_page(base_url=live_server.url)
    yield shown
    shown.close()


@pytest.fixture
def troops(transactional_db):
    return make_claims()


@pytest.fixture
def reader(page, troops) -> Reader:
    sign_in(page, person("reviewer"))
    someone = Reader(page)
    someone.open(ingest_article())
    someone.go_to("Approximately 5,000")
    someone.press("Enter")
    someone.await_proposal(troops.statement)
    return someone


def test_what_is_refused_keeps_all_that_was_typed(reader):
    number = reader.page.locator("[name=wording]")
    number.fill("the 102nd")
    reader.page.locator("[name=period]").fill("some day")
    expect(reader.page.locator("[data-error=wording]")).to_contain_text("ordinal")
    reader.page.get_by_role("button", name="Save").click()
    expect(reader.page.locator("[data-error=period]")).to_contain_text("some day")
    expect(number).to_have_value("the 102nd")
    expect(reader.page.locator("[name=period]")).to_have_value("some day")
    assert not Evidence.objects.exists()
    number.fill("more than 4,800")
    expect(reader.page.locator("[data-error=wording]")).to_be_empty()


def test_a_session_that_has_ended_loses_nothing(reader):
    reader.page.locator("[name=note]").evaluate("field => field.value = 'A telling note.'")
    reader.page.context.clear_cookies()
    reader.page.get_by_role("button", name="Save").click()
    expect(reader.page.locator("[data-error=form]")).to_contain_text("sign in")
    expect(reader.page.locator("[name=note]")).to_have_value("A telling note.")
    assert not Evidence.objects.exists()


def test_a_newer_version_of_the_text_is_told_before_anything_is_saved(reader):
    document = reader.page.url.rstrip("/").rpartition("/")[2]
    newer = Document.objects.get(key=document)
    newer.latest = make.snapshot(newer, "Another text altogether.")
    newer.save()
    reader.press("Enter")
    expect(reader.page.locator("[data-error=form]")).to_contain_text("newer version")
    assert not Evidence.objects.exists()
