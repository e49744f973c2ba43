"""The claim desk on the claim's page: the timeline, merging, reasons, a save that came too late."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from claims.models import Claim, Evidence, Merge
from claims.recheck import recheck_claims
from tests.claims import make
from tests.claims.people import person

from .pages import messages_of, page_of, text_of, typed


def merging(claim: Claim, into: Claim | None = None) -> str:
    address = reverse("admin:claims_claim_merge", args=[claim.pk])
    return f"{address}?into={into.pk}" if into else address


def stance_of(row: Evidence) -> str:
    return reverse("admin:claims_claim_stance", args=[row.claim_id, row.pk])


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def checked(*claims: Claim) -> None:
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    for claim in claims:
        claim.refresh_from_db()


@pytest.fixture
def pair(db) -> tuple[Claim, Claim]:
    """A claim that repeats another one, each with evidence of its own."""
    statement = "About 5,000 troops were stationed in Iraq in July 2020."
    claim = make.claim(key="again", statement=statement)
    into = make.claim(key="first", statement=statement)
    make.evidence(claim, "5,200", key="again.1")
    make.evidence(into, "5,100", key="first.1")
    checked(claim, into)
    return claim, into


# --- The timeline ---


def test_every_report_has_a_mark_that_leads_to_it_and_a_row_in_the_table(admin, worked):
    page = admin.get(page_of(worked)).content.decode()

    for row in worked.evidence.filter(state="accepted"):
        assert f'id="evidence-{row.pk}"' in page
        assert page.count(f'href="#evidence-{row.pk}" aria-label=') == 2  # wide and narrow
        assert f'<a href="#evidence-{row.pk}" dir="auto">' in page
    assert page.count("<rect") == 3  # the claim's own tolerance: in both, and in the key


def test_with_nothing_to_draw_the_page_says_so(admin):
    assert "Nothing to draw yet: no accepted evidence" in text_of(admin.get(page_of(make.claim())))


# --- Likely repeats, and merging them ---


def test_a_likely_repeat_is_proposed_with_its_reasons(admin, pair):
    claim, into = pair
    page = admin.get(page_of(claim)).content.decode()

    assert "May repeat, or be repeated by (1)" in page
    assert "% alike: " in page
    assert f'href="{merging(claim, into)}"' in page


def test_the_preview_tells_what_will_happen_and_does_nothing(admin, pair):
    claim, into = pair

    page = text_of(admin.get(merging(claim, into)))

    assert "Single source → ● Corroborated" in page.replace("◐ ", "").replace("○ ", "")
    assert "1 piece of evidence goes over" in page
    claim.refresh_from_db()
    assert claim.merged_into is None
    assert claim.evidence.count() == 1


def test_merging_leads_to_the_claim_that_stays_and_links_lead_there_too(admin, pair):
    claim, into = pair
    seen = hidden(admin.get(merging(claim, into)).content.decode(), "seen")

    answer = admin.post(merging(claim, into), {"seen": seen, "reason": "Told twice."}, follow=True)

    assert answer.redirect_chain == [(page_of(into), 302)]
    assert "is merged into this claim; 1 piece of evidence went over." in messages_of(answer)[0]
    assert "Merged into this claim (1)" in text_of(answer)
    led = admin.get(page_of(claim), follow=True)
    assert led.redirect_chain == [(page_of(into), 302)]
    assert "is shown as it was left" in text_of(admin.get(page_of(claim) + "?merged=1"))


def test_a_merge_is_refused_when_one_of_them_changed_and_the_reason_is_kept(admin, pair):
    claim, into = pair
    seen = hidden(admin.get(merging(claim, into)).content.decode(), "seen")
    make.evidence(into, "9,000", stance="conflicts")
    checked()

    answer = admin.post(merging(claim, into), {"seen": seen, "reason": "Told twice."})

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "One of the two claims changed since you looked" in page
    assert "Told twice." in page
    assert not Merge.objects.exists()
    again = {"seen": hidden(page, "seen"), "reason": "Told twice."}
    assert admin.post(merging(claim, into), again).status_code == 302


@pytest.mark.parametrize(
    "asked, said",
    [
        ("nowhere", "There is no claim “nowhere”."),
        ("again", "cannot be merged into itself"),
        ("\0", "There is no claim"),
        ("9" * 40, "There is no claim"),
    ],
    ids=["unknown key", "itself", "a NUL", "no number of ours"],
)
def test_a_claim_that_it_cannot_go_into_is_refused_by_name(admin, pair, asked, said):
    answer = admin.get(merging(pair[0]), {"into": asked})

    assert said in text_of(answer)
    assert ">Merge</button>" not in answer.content.decode()


def test_what_is_read_blind_is_counted_but_not_shown(pair):
    claim, into = pair
    Claim.objects.filter(pk__in=[claim.pk, into.pk]).update(blind=True)
    make.evidence(claim, "5,300", key="again.2", state="proposed")
    client = Client()
    client.force_login(person())

    page = text_of(client.get(merging(claim, into)))

    assert "2 pieces of evidence go over" in page
    assert "evidence again.2" not in page


# --- Why the stance is right ---


@pytest.fixture
def differing(db) -> Evidence:
    row = make.evidence(make.claim(), "9,000", stance="supports")
    checked()
    return row


def test_a_stance_that_differs_is_told_at_once_with_a_field_for_the_reason(admin, differing):
    page = text_of(admin.get(page_of(differing.claim)))

    assert "The reviewer says that it supports the claim; comparing the values finds" in page
    assert "Why the reviewer knows better" in page


def test_the_reason_is_kept_and_shown_beside_the_flag(admin, differing):
    answer = admin.post(stance_of(differing), {"reason": "Families counted in.", "seen": ""})

    assert answer["Location"] == f"{page_of(differing.claim)}#evidence-{differing.pk}"
    page = text_of(admin.get(page_of(differing.claim)))
    assert "Families counted in." in page
    assert "Every stance that differs has a reason" in page


def test_two_reasons_at_once_lose_neither(admin, differing):
    admin.post(stance_of(differing), {"reason": "Theirs.", "seen": ""})

    answer = admin.post(stance_of(differing), {"reason": "Mine.", "seen": ""})

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Someone wrote another reason while you wrote yours: “Theirs.”" in page
    assert ">Mine.</textarea>" in page
    again = {"reason": "Mine.", "seen": hidden(page, "seen")}
    assert admin.post(stance_of(differing), again).status_code == 302


# --- A save that came too late ---


def test_the_second_to_save_compares_field_by_field_and_keeps_what_was_typed(admin):
    claim = make.claim(statement="About 5,000 troops were there.", claimant="The ministry")
    form = typed(admin.get(page_of(claim)))
    admin.post(page_of(claim), form | {"statement": "Theirs.", "note": "Their note."})

    answer = admin.post(page_of(claim), form | {"statement": "Mine.", "claimant": "The embassy"})

    page = text_of(answer)
    assert "Not saved: someone changed this claim while you worked on it" in page
    assert "both changed it" in page
    held = answer.context["adminform"].form
    assert held["statement"].value() == "Mine."
    assert held["claimant"].value() == "The embassy"
    assert held["note"].value() == "Their note."  # left alone, so theirs
    saved = admin.post(page_of(claim), typed(answer))
    assert saved.status_code == 302
    claim.refresh_from_db()
    assert (claim.statement, claim.claimant) == ("Mine.", "The embassy")
    assert claim.note == "Their note."
