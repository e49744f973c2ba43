"""The buttons of the workflow on a claim's page, and what a refused decision shows."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from claims.drafting import change_claim
from claims.evidence import add_evidence
from claims.models import Claim, Transition, Verdict
from tests.claims import make
from tests.claims.admin.pages import errors_of, page_of, text_of, typed
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.claims.workflow.ready import at_stage, checked, in_review, reopened, verified

pytestmark = pytest.mark.django_db


def entered(who) -> Client:
    client = Client()
    client.force_login(who)
    return client


def address(claim: Claim, step: str) -> str:
    return reverse("admin:claims_claim_workflow", args=[claim.pk, step])


def shown(client: Client, claim: Claim) -> dict[str, str]:
    """What the form of the panel carries, as a browser would send it back untouched."""
    decision = client.get(page_of(claim)).context["decision"]
    return {field.html_name: str(field.value() or "") for field in decision}


def decide(client: Client, claim: Claim, step: str, sent: dict | None = None, **typed):
    return client.post(address(claim, step), (sent or shown(client, claim)) | typed, follow=True)


def buttons(client: Client, claim: Claim) -> list[str]:
    page = client.get(page_of(claim)).content.decode()
    return re.findall(r'formaction="[^"]*/workflow/([a-z]+)/"', page)


def test_from_draft_to_verdict_by_two_people():
    claim, annotator, reviewer = checked(), entered(person("annotator")), entered(person())
    page = decide(annotator, claim, "submit", reason="Ready.")
    assert f"Claim “{claim.key}” is submitted." in text_of(page)
    page = decide(reviewer, claim, "approve", reason="Read it twice.", rating="corroborated")
    assert "is approved" in text_of(page)
    verdict = Verdict.objects.get()
    assert (verdict.rating, verdict.reason) == ("corroborated", "Read it twice.")
    told = text_of(reviewer.get(page_of(claim)))
    assert "This claim is verified and cannot be edited." in told
    assert "Published: corroborated, “ approximately 5,000 ” (computed now: single source)" in told
    assert "Submitted by annotator-" in told and "Read it twice." in told


@pytest.mark.parametrize(
    ("stage", "role", "found"),
    [
        ("draft", "annotator", ["submit"]),
        ("draft", "editor", []),
        ("in-review", "annotator", []),
        ("in-review", "reviewer", ["approve", "reject"]),
        ("verified", "annotator", []),
        ("verified", "reviewer", ["reopen"]),
        ("rejected", "adjudicator", ["reopen"]),
        ("reopened", "reviewer", ["submit"]),
        ("reopened", "adjudicator", ["submit", "withdraw"]),
    ],
)
def test_the_page_has_the_buttons_that_the_person_may_press(stage, role, found):
    assert buttons(entered(person(role)), at_stage(stage)) == found


def test_a_claim_in_review_again_may_be_approved_as_a_correction():
    claim = in_review(reopened())
    client = entered(person())
    assert buttons(client, claim) == ["approve", "correct", "reject"]
    decide(client, claim, "correct", reason="A digit was misread.")
    assert Verdict.objects.live().get().kind == "correction"


def test_what_is_published_is_withdrawn_from_the_page():
    claim = reopened()
    page = decide(entered(person("adjudicator")), claim, "withdraw", reason="Gone.")
    assert "is no longer published" in text_of(page)
    assert not Verdict.objects.live().exists()


def test_the_page_says_why_the_submitter_has_no_button():
    reviewer = person()
    claim, client = in_review(by=reviewer), entered(reviewer)
    assert buttons(client, claim) == []
    assert "Approve: someone else must, since you submitted it" in text_of(
        client.get(page_of(claim))
    )


def test_the_page_says_why_the_one_who_rewrote_it_cannot_approve():
    claim, reviewer = in_review(), person()
    change_claim(claim=claim, at=TODAY, by=reviewer, note="Mine.")
    client = entered(reviewer)
    assert buttons(client, claim) == ["reject"]
    assert "since you changed it after it was submitted" in text_of(client.get(page_of(claim)))


def test_evidence_that_came_meanwhile_is_shown_and_the_reason_is_kept():
    claim, client = in_review(), entered(person())
    sent = shown(client, claim)
    add_evidence(
        claim=claim,
        passage=make.passage(make.document("No more than 900 <b>troops</b> came.")),
        stance="conflicts",
        wording="900",
        period=claim.reported_period,
        state="accepted",
        at=TODAY,
    )
    page = client.post(address(claim, "approve"), sent | {"reason": "I typed this for long."})
    assert page.status_code == 409
    body = page.content.decode()
    assert "What is different since you looked" in body
    assert "New evidence (1)" in body
    assert "No more than 900 &lt;b&gt;troops&lt;/b&gt; came." in body
    assert "I typed this for long." in body
    assert not Verdict.objects.exists()
    again = {field.html_name: str(field.value() or "") for field in page.context["decision"]}
    decide(client, claim, "approve", again)
    claim.refresh_from_db()
    assert claim.stage == "verified"
    assert Verdict.objects.get().reason == "I typed this for long."


def test_a_claim_rewritten_meanwhile_is_shown_as_it_was_and_is():
    claim, client = in_review(), entered(person())
    sent = shown(client, claim)
    change_claim(claim=claim, at=TODAY, by=person(), wording="about 5,200", about_now=True)
    page = client.post(address(claim, "reject"), sent | {"reason": "No."})
    assert page.status_code == 409
    told = " ".join(re.sub(r"<[^>]*>", " ", page.content.decode()).split())
    assert "wording: approximately 5,000 → about 5,200" in told
    assert "about now: no → yes" in told
    assert "reading: 4500 to 5500 → 4940 to 5460" in told


@pytest.mark.parametrize(
    ("step", "typed", "complaint"),
    [
        ("approve", {"reason": " "}, "Say why: this step needs a reason."),
        ("approve", {"reason": "Yes.", "rating": "true"}, "Select a valid choice"),
        ("approve", {"reason": "Yes.", "seen_version": ""}, "This field is required"),
        ("approve", {"reason": "Yes.", "seen_fingerprint": ""}, "no longer what you saw"),
        ("submit", {"reason": "Yes."}, "only a claim in draft or reopened can be submitted"),
    ],
)
def test_a_refused_decision_changes_nothing_and_keeps_what_was_typed(step, typed, complaint):
    claim, client = in_review(), entered(person())
    before = Transition.objects.count()
    page = client.post(address(claim, step), shown(client, claim) | typed)
    assert page.status_code == 409
    assert complaint in page.content.decode()
    assert page.context["decision"]["reason"].value() == typed["reason"]
    assert Transition.objects.count() == before


def test_a_step_is_posted_never_got():
    claim = checked()
    assert entered(person()).get(address(claim, "submit")).status_code == 405


def test_a_step_without_the_permission_is_forbidden():
    claim = in_review()
    sent = {"reason": "So.", "seen_version": "1", "seen_fingerprint": claim.fingerprint}
    for role in ("annotator", "editor"):
        page = entered(person(role)).post(address(claim, "approve"), sent)
        assert page.status_code == 403, role


@pytest.mark.parametrize("pk", ["0", "nothing"])
def test_a_claim_that_does_not_exist_leads_to_the_front_page(pk):
    url = reverse("admin:claims_claim_workflow", args=[pk, "submit"])
    page = entered(person()).post(url, {"seen_version": "1"})
    assert (page.status_code, page.url) == (302, reverse("admin:index"))


def test_a_verified_claim_is_read_only():
    claim = verified()
    page = entered(person()).get(page_of(claim))
    assert not page.context["has_change_permission"]
    assert 'name="_save"' not in page.content.decode()


def test_what_was_typed_before_someone_verified_the_claim_stays_on_the_page():
    claim, client = in_review(), entered(person())
    sent = typed(client.get(page_of(claim)))
    verified(claim)
    page = client.post(page_of(claim), sent | {"statement": "What I typed for long."})
    assert "is verified: reopen it before you change it" in errors_of(page)["__all__"][0]
    assert "What I typed for long." in page.content.decode()
    claim.refresh_from_db()
    assert claim.statement != "What I typed for long."
