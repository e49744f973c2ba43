"""A reviewer's way through the admin: log in, read how a claim stands, follow a quote, decide."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import fits, log_in

AT_A_DESK = pytest.mark.parametrize("page", ["desk"], indirect=True)
"""Pages that other tests open on a phone too."""


def open_claim(page, claim) -> None:
    page.get_by_role("link", name="Single source").first.click()
    page.get_by_role("link", name=claim.statement).click()


def test_log_in_and_find_a_claim_by_its_status(page, editor, claim):
    log_in(page, editor)

    expect(page).to_have_title(re.compile("Fact-check database"))
    assert fits(page)
    open_claim(page, claim)
    expect(
        page.get_by_text("One origin supports this claim; nothing contradicts it.").first
    ).to_be_visible()


def test_read_why_a_claim_stands_as_it_does(page, editor, claim):
    log_in(page, editor)
    open_claim(page, claim)

    standing = page.get_by_role("article", name="How this claim stands")
    expect(standing.get_by_role("heading", name="Supports (1)")).to_be_visible()
    expect(standing.get_by_text("they agree")).to_be_visible()
    expect(standing.get_by_text("says 4,500 to 5,500 troops").first).to_be_visible()
    expect(standing.get_by_role("heading", name="Set aside: not looked at (1)")).to_be_visible()
    assert fits(page)


@AT_A_DESK
def test_follow_a_quote_to_its_place_in_the_text(page, editor, claim):
    log_in(page, editor)
    open_claim(page, claim)

    quote = "The embassy counted 5,100 troops."
    page.get_by_role("link", name=quote).click()
    expect(page.locator("mark")).to_have_text(quote)
    expect(page.get_by_text("Before it.")).to_be_visible()

    page.go_back()
    page.get_by_role("link", name=re.compile("^evidence ")).first.click()
    context = page.get_by_role("article", name="The evidence in its context")
    expect(context.locator("mark")).to_have_text(quote)
    expect(context.locator("blockquote")).to_have_text(f"Before it. {quote} After it.")
    assert fits(page)


@AT_A_DESK
def test_accept_evidence_and_see_the_status_change(page, editor, claim):
    log_in(page, editor)
    open_claim(page, claim)
    page.locator(".set-aside").get_by_role("link", name=re.compile("^evidence ")).click()
    expect(page.get_by_text("It is not looked at: only accepted evidence counts.")).to_be_visible()

    page.get_by_label("State:").select_option("accepted")
    page.get_by_role("button", name="Save and continue editing").click()

    expect(
        page.get_by_text(f"“{claim.statement}” is corroborated now; it was single source.")
    ).to_be_visible()
    page.get_by_role("link", name=claim.statement).first.click()
    history = page.get_by_role("list").filter(has_text="single source → corroborated")
    expect(history).to_be_visible()
    expect(page.get_by_role("heading", name="Supports (2)")).to_be_visible()
    claim.refresh_from_db()
    assert claim.status == "corroborated"


def test_decide_on_evidence_from_the_list(page, editor, claim):
    log_in(page, editor)
    page.goto("/admin/claims/evidence/?state__exact=proposed")
    row = page.get_by_role("row", name=re.compile("The ministry counted"))
    row.get_by_role("checkbox").check()
    page.get_by_label("Action:").select_option("reject")
    page.get_by_role("button", name="Go", exact=True).click()

    expect(page.get_by_text("1 of 1 would be rejected. Nothing is done yet.")).to_be_visible()
    assert fits(page)
    page.get_by_label("Reason").fill("No source named.")
    page.get_by_role("button", name="Do it").click()

    expect(page.get_by_text("1 rejected")).to_be_visible()
    expect(page.get_by_text("0 evidence")).to_be_visible()


def test_what_is_refused_stays_on_the_form_with_the_reason(page, editor, claim):
    log_in(page, editor)
    open_claim(page, claim)

    page.get_by_label("Number:").fill("the 102nd")
    page.get_by_label("Claimant:").fill("The minister")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("‘the 102nd’ is an ordinal, not a quantity")).to_be_visible()
    expect(page.get_by_label("Number:")).to_have_value("the 102nd")
    expect(page.get_by_label("Claimant:")).to_have_value("The minister")
    claim.refresh_from_db()
    assert claim.wording == "approximately 5,000"


@AT_A_DESK
def test_look_for_a_claim_by_typing_when_evidence_is_added(page, editor, claim):
    log_in(page, editor)
    open_claim(page, claim)
    page.get_by_role("link", name="Add evidence", exact=True).first.click()
    expect(page.get_by_role("combobox").first).to_contain_text(claim.statement)

    page.locator(".field-passage .select2-selection").click()
    page.get_by_role("searchbox").last.fill("ministry")
    page.get_by_role("option", name=re.compile("The ministry counted")).click()

    expect(page.locator("#select2-id_passage-container")).to_contain_text("The ministry counted")


@AT_A_DESK
def test_choose_a_figure_beside_the_list(page, editor, claim):
    log_in(page, editor)
    page.goto("/admin/claims/claim/")

    page.get_by_label("Figure", exact=True).select_option(label=str(claim.figure))
    page.locator(".filter-by-select").filter(
        has=page.get_by_label("Figure", exact=True)
    ).get_by_role("button", name="Show").click()

    expect(page).to_have_url(re.compile(rf"figure={claim.figure_id}\b"))
    expect(page.get_by_role("link", name=claim.statement)).to_be_visible()
