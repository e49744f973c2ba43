"""What is done to several claims at once, from their list."""

import pytest
from django.test import Client

from claims.models import Claim, Evidence
from factcheck.history.changes import histories
from tests.claims import make
from tests.claims.people import person
from tests.claims.workflow.ready import checked, in_review, verified

from .bulk import do, look, sent_by, told_of
from .pages import list_of, messages_of


def stages(*claims: Claim) -> list[str]:
    return [Claim.objects.get(pk=claim.pk).stage for claim in claims]


@pytest.fixture
def annotator(db) -> Client:
    client = Client()
    client.force_login(person("annotator", name="ann"))
    return client


def test_drafts_are_submitted_and_what_cannot_be_is_left(annotator):
    drafts = [checked(), make.claim()]
    done = verified()
    shown = look(annotator, "submit", *drafts, done)
    assert [(now, then) for _, now, then in told_of(shown)][:2] == [("draft", "in review")] * 2
    (refused,) = shown.context["plan"].refused
    assert "it is verified, and only a claim in draft or reopened" in refused.refusal

    answer = do(annotator, shown, reason="Ready.")

    assert "2 submitted; 1 refused." in messages_of(answer)
    assert stages(*drafts, done) == ["in-review", "in-review", "verified"]
    last = drafts[1].transitions.get()
    assert (last.by.get_username(), last.reason) == ("ann", "Ready.")
    told = histories()[Claim].objects.filter(pgh_obj=drafts[1].pk).latest("pgh_id").pgh_context
    assert (told["name"], told["reason"]) == ("ann", "Ready.")


def test_a_claim_that_was_edited_meanwhile_is_not_submitted_unseen(annotator):
    one, other = checked(), checked()
    shown = look(annotator, "submit", one, other)
    Claim.objects.filter(pk=other.pk).update(statement="Another statement.")
    answer = do(annotator, shown)
    assert answer.status_code == 409
    assert "yet it was changed meanwhile" in answer.content.decode()
    assert stages(one, other) == ["draft", "draft"]


def test_claims_are_assigned_to_someone_who_is_chosen_first(admin):
    claims, taker = [in_review(), in_review()], person("reviewer", name="rita")
    asked = look(admin, "assign", *claims)
    assert asked.context["plan"] is None and "do" not in sent_by(asked)
    shown = look(admin, "assign", *claims, asked="yes", to=taker.pk)
    assert [told[1:] for told in told_of(shown)] == [("in nobody's hands", "with rita")] * 2
    assert not claims[0].assignments.exists()

    answer = do(admin, shown, to=taker.pk)

    assert "2 assigned." in messages_of(answer)
    assert [claim.assignments.get().to for claim in claims] == [taker, taker]


def test_what_was_seen_for_one_person_is_not_done_for_another(admin):
    claim, rita, paul = in_review(), person(name="rita"), person(name="paul")
    shown = look(admin, "assign", claim, asked="yes", to=rita.pk)
    answer = do(admin, shown, to=paul.pk)
    assert answer.status_code == 409
    assert "now it is “in nobody&#x27;s hands → with paul”" in answer.content.decode()
    assert not claim.assignments.exists()


def test_a_recheck_shows_which_status_it_would_change(admin):
    claim = make.claim(statement="The one.")
    make.evidence(claim)
    shown = look(admin, "recheck", claim)
    (effect,) = shown.context["plan"].effects
    assert (effect.was, effect.becomes) == ("unsupported", "single source")
    assert Claim.objects.get(pk=claim.pk).status == "unsupported"
    told = messages_of(do(admin, shown))
    assert "“The one.” is single source now; it was unsupported." in told
    assert "1 rechecked." in told


def test_one_action_takes_only_so_many(admin, monkeypatch):
    monkeypatch.setattr("factcheck.bulk.admin.MOST", 1)
    rows = [make.evidence(make.claim(), state="proposed") for _ in range(2)]
    sent = {"action": "accept", "_selected_action": [row.pk for row in rows]}
    told = messages_of(admin.post(list_of(Evidence), sent, follow=True))
    assert told == ["2 are selected: choose at most 1 at once."]
