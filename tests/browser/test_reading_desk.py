"""The reading desk in a real browser: from an ingested article to evidence, by keyboard only."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import expect

from claims.models import Claim, Evidence
from sources.models import Document
from tests.browser.conftest import fits
from tests.claims import make
from tests.claims.people import person

from .reading_desk import Reader, ingest_article, make_claims, sign_in

SENTENCE = "Approximately 5,000 US soldiers are still there when the article is written."

KEYBOARD = pytest.mark.parametrize("page", ["desk"], indirect=True)
"""Who has keys for all this has a window of some size too."""


@pytest.fixture
def reviewer(transactional_db) -> User:
    return person("reviewer", name="rana")


@pytest.fixture
def article(transactional_db) -> Document:
    return ingest_article()


@pytest.fixture
def troops(transactional_db) -> Claim:
    return make_claims()


@pytest.fixture
def reader(page, reviewer, article, troops) -> Reader:
    sign_in(page, reviewer)
    someone = Reader(page)
    someone.open(article)
    return someone


def test_from_a_number_to_evidence_and_a_new_status(reader, troops):
    reader.go_to("Approximately 5,000")
    assert "says 4,500 to 5,500" in reader.told

    reader.keys.clear()
    reader.press("Enter")
    reader.await_proposal(troops.statement)
    expect(reader.page.locator("#desk-says")).to_contain_text("says 4,500 to 5,500 troops")
    expect(reader.page.locator("[name=stance]:checked")).to_have_value("supports")
    expect(reader.page.locator("#desk-reason")).to_contain_text("they agree")
    reader.press("Enter")
    expect(reader.page.locator("#desk-said")).to_contain_text(
        "The claim is single source now; it was unsupported."
    )

    assert reader.keys == ["Enter", "Enter"]
    assert reader.loads == 0
    row = Evidence.objects.get()
    assert (row.passage.exact, row.stance, row.state) == (SENTENCE, "supports", "accepted")
    assert row.wording == "Approximately 5,000"
    troops.refresh_from_db()
    assert troops.status == "single-source"
    expect(reader.page.locator("#desk-passages mark")).to_have_text(SENTENCE)
    assert fits(reader.page)


@KEYBOARD
def test_from_selected_words_with_another_stance(reader, troops):
    reader.select("Approximately 5,000 US soldiers are still there")
    reader.press("c")
    reader.await_proposal(troops.statement)
    reader.press("Enter")
    expect(reader.page.locator("#desk-said")).to_contain_text("Saved on")
    assert len(reader.keys) == 2
    row = Evidence.objects.get()
    assert row.passage.exact == "Approximately 5,000 US soldiers are still there"
    assert row.stance == "conflicts"


@KEYBOARD
def test_the_selection_grows_by_the_keyboard(reader, troops):
    reader.go_to("Approximately 5,000")
    for _ in range(2):
        reader.press("Control+Shift+ArrowRight")
    reader.press("Enter")
    expect(reader.page.locator("#desk-quote")).to_have_text("Approximately 5,000 US soldiers")


@KEYBOARD
def test_undo_withdraws_what_was_saved(reader, troops):
    reader.go_to("Approximately 5,000")
    reader.press("Enter")
    reader.await_proposal(troops.statement)
    reader.press("Enter")
    expect(reader.page.locator("#desk-said")).to_contain_text("Saved on")
    reader.press("u")
    expect(reader.page.locator("#desk-said")).to_contain_text(
        "The claim is unsupported now; it was single source."
    )
    assert Evidence.objects.get().state == "withdrawn"


@KEYBOARD
def test_search_and_choose_another_claim(reader, troops):
    reader.go_to("Approximately 5,000")
    reader.press("Enter")
    reader.await_proposal(troops.statement)
    reader.press("/")
    reader.page.keyboard.type("party won")
    reader.await_proposal("The party won.")
    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("#desk-panel")).to_be_hidden()
    expect(reader.page.locator("#desk-text")).to_be_focused()


@KEYBOARD
def test_the_arrows_choose_a_claim_and_its_own_reading_is_shown(reader, troops):
    reader.go_to("Approximately 5,000")
    reader.press("Enter")
    reader.await_proposal(troops.statement)
    reader.press("ArrowDown")
    expect(reader.page.locator(".desk-offer input").nth(1)).to_be_checked()
    reader.press("ArrowUp")
    reader.await_proposal(troops.statement)


def test_a_new_claim_on_the_spot(reader, troops):
    reader.go_to("Approximately 5,000")
    reader.press("Enter")
    reader.await_proposal(troops.statement)
    reader.press("m")
    statement = reader.page.get_by_label("It states")
    expect(statement).to_have_value(SENTENCE)
    statement.fill("US soldiers are still in Iraq.")
    reader.page.get_by_role("radio", name="Supports").check()
    reader.page.get_by_role("button", name="Save").click()
    expect(reader.page.locator("#desk-said")).to_contain_text("New claim, single source.")
    assert Claim.objects.get(key="us-soldiers-are-still-in-iraq").evidence.get().wording == ""


@KEYBOARD
def test_a_passage_shows_its_claims(reader, troops):
    reader.go_to("Approximately 5,000")
    reader.press("Enter")
    reader.await_proposal(troops.statement)
    reader.press("Enter")
    expect(reader.page.locator("#desk-passages li")).to_have_count(1)
    reader.press("j")
    assert reader.told.startswith("Passage: Approximately 5,000")
    reader.press("Enter")
    card = reader.page.get_by_role("region", name="This passage")
    expect(card.get_by_role("link", name=troops.statement)).to_be_visible()
    expect(card.get_by_text("single source")).to_be_visible()
    reader.press("Escape")
    expect(card).to_be_hidden()


@KEYBOARD
def test_the_keys_are_told_and_letters_can_be_turned_off(reader):
    reader.press("?")
    dialog = reader.page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    dialog.get_by_label("Keys of one letter are on").uncheck()
    reader.press("Escape")
    expect(dialog).to_be_hidden()
    before = reader.told
    reader.press("n")
    assert reader.told == before


def test_the_mouse_selects_and_the_panel_opens(reader, troops):
    reader.go_to("Approximately 5,000")
    box = reader.page.evaluate(
        "getSelection().getRangeAt(0).getClientRects()[0].toJSON()"
    )  # where the number stands
    middle = box["y"] + box["height"] / 2
    reader.page.keyboard.press("Escape")
    reader.page.mouse.move(box["x"] + 1, middle)
    expect(reader.page.locator("#desk-tip")).to_contain_text("says 4,500 to 5,500")
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + box["width"], middle, steps=4)
    reader.page.mouse.up()
    expect(reader.page.locator("#desk-quote")).to_have_text("Approximately 5,000")


def test_every_letter_keeps_its_offset(page, reviewer, transactional_db):
    text = "  Zero\r\n\r\n😀 one 5,000 men 𝔊.\n\n\u200fمرحبا 3,000\r\nlast & <b>bold</b>\x0cend\n"
    document = make.document(text, key="odd")
    sign_in(page, reviewer)
    Reader(page).open(document)
    assert page.evaluate("document.getElementById('desk-text').textContent") == text
    for quote in ("5,000 men 𝔊", "<b>bold</b>", "مرحبا 3,000"):
        someone = Reader(page)
        someone.select(quote)
        someone.press("Enter")
        expect(page.locator("#desk-quote")).to_have_text(quote)
        expect(page.locator("#desk-panel")).not_to_have_attribute("aria-busy", "true")
        expect(page.locator("[data-error=quote]")).to_be_empty()
        someone.press("Escape")
