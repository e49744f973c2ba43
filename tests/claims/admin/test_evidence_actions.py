"""Deciding on several pieces of evidence at once, from their list."""

import pytest
from django.core.exceptions import ValidationError

from claims.admin import evidence as actions
from claims.models import Evidence
from tests.claims import make

from .pages import list_of, messages_of


def act(admin, action: str, *rows: Evidence):
    sent = {"action": action, "_selected_action": [row.pk for row in rows]}
    return admin.post(list_of(Evidence), sent, follow=True)


@pytest.mark.parametrize(
    "action, state", [("accept", "accepted"), ("reject", "rejected"), ("withdraw", "withdrawn")]
)
def test_an_action_decides_on_all_that_were_selected(admin, action, state):
    claim = make.claim()
    chosen = [make.evidence(claim, state="proposed") for _ in range(3)]
    left = make.evidence(claim, state="proposed")

    answer = act(admin, action, *chosen)

    assert [Evidence.objects.get(pk=row.pk).state for row in chosen] == [state] * 3
    assert Evidence.objects.get(pk=left.pk).state == "proposed"
    assert f"3 {state.capitalize()}." in messages_of(answer)


def test_each_claim_is_rechecked_once_and_its_news_told(admin):
    one, other = make.claim(statement="The one."), make.claim(statement="The other.")
    rows = [make.evidence(claim, state="proposed") for claim in (one, other, one)]

    told = messages_of(act(admin, "accept", *rows))

    assert "“The one.” is corroborated now; it was unsupported." in told
    assert "“The other.” is single source now; it was unsupported." in told
    assert [change.to_status for change in one.status_changes.all()] == ["corroborated"]


def test_many_changed_claims_are_named_in_part(admin):
    rows = [make.evidence(make.claim(), state="proposed") for _ in range(7)]

    told = messages_of(act(admin, "accept", *rows))

    assert len([message for message in told if "is single source now" in message]) == 5
    assert "2 more claims have another status now." in told


def test_what_has_the_state_already_is_left_alone(admin, worked):
    row = worked.evidence.get(key="worked.embassy")
    before = row.updated

    told = messages_of(act(admin, "accept", row, worked.evidence.get(key="worked.intern")))

    row.refresh_from_db()
    assert row.updated == before
    assert "1 Accepted; 1 had that state already." in told


def test_the_news_is_true_on_a_list_that_shows_only_what_is_proposed(admin):
    row = make.evidence(make.claim(), state="proposed")
    sent = {"action": "reject", "_selected_action": [row.pk]}

    answer = admin.post(f"{list_of(Evidence)}?state__exact=proposed", sent, follow=True)

    assert messages_of(answer) == ["1 Rejected."]


def test_what_is_refused_for_one_is_done_to_none(admin, monkeypatch):
    fine, refused = (make.evidence(make.claim(), state="proposed") for _ in range(2))
    decide = actions.decide_evidence

    def refuse_the_second(*, evidence, **given):
        if evidence == refused:
            raise ValidationError("It is read by someone else just now.")
        return decide(evidence=evidence, **given)

    monkeypatch.setattr(actions, "decide_evidence", refuse_the_second)
    told = messages_of(act(admin, "accept", fine, refused))

    assert told == ["Nothing was changed: It is read by someone else just now."]
    assert {row.state for row in Evidence.objects.all()} == {"proposed"}
    assert fine.claim.status_changes.count() == 0
