"""Deciding on several pieces of evidence at once, from their list."""

import pytest

from claims.models import Evidence
from factcheck.history.changes import histories
from tests.claims import make
from tests.claims.blind.reading import marked

from .bulk import do, look, told_of
from .pages import list_of, messages_of


def act(admin, action: str, *rows: Evidence, **sent):
    return do(admin, look(admin, action, *rows), **sent)


@pytest.mark.parametrize(
    "action, state", [("accept", "accepted"), ("reject", "rejected"), ("withdraw", "withdrawn")]
)
def test_an_action_decides_on_all_that_were_selected_for_a_reason(admin, action, state):
    claim = make.claim()
    chosen = [make.evidence(claim, state="proposed") for _ in range(3)]
    left = make.evidence(claim, state="proposed")

    answer = act(admin, action, *chosen, reason="Read it.")

    assert [Evidence.objects.get(pk=row.pk).state for row in chosen] == [state] * 3
    assert Evidence.objects.get(pk=left.pk).state == "proposed"
    assert f"3 {state}." in messages_of(answer)
    last = histories()[Evidence].objects.filter(pgh_obj=chosen[0].pk).latest("pgh_id")
    assert (last.state, last.pgh_context["name"], last.pgh_context["reason"]) == (
        state,
        "edith",
        "Read it.",
    )


def test_it_first_shows_what_it_would_do_and_does_nothing(admin, worked):
    rows = [worked.evidence.get(key=f"worked.{name}") for name in ("embassy", "intern")]
    shown = look(admin, "reject", *rows)
    assert told_of(shown) == [
        ("worked.embassy", "accepted (supports, 5,100)", "rejected (supports, 5,100)"),
        ("worked.intern", "proposed (supports, 4,900)", "rejected (supports, 4,900)"),
    ]
    (effect,) = shown.context["plan"].effects
    assert (effect.was, effect.becomes) == ("contested", "challenged")
    assert {row.state for row in worked.evidence.filter(key__in=["worked.embassy"])} == {"accepted"}
    worked.refresh_from_db()
    assert worked.status == "contested"
    assert not histories()[Evidence].objects.filter(pgh_label="update").exists()


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
    assert "1 accepted; 1 left as they were." in told


def test_the_news_is_true_on_a_list_that_shows_only_what_is_proposed(admin):
    row = make.evidence(make.claim(), state="proposed")
    answer = do(admin, look(admin, "reject", row, query="?state__exact=proposed"))
    assert messages_of(answer) == ["1 rejected."]


def test_what_would_be_refused_is_told_before_and_left_as_it_is(admin):
    fine = make.evidence(make.claim(), state="proposed")
    claim, passage = marked()
    blind = make.evidence(claim, quoting=passage, state="rejected")

    shown = look(admin, "accept", fine, blind)

    refused = {row.key: row.refusal for row in shown.context["plan"].refused}
    assert refused.keys() == {str(blind.pk)}
    assert "marked for blind second reading" in refused[str(blind.pk)]
    assert "1 accepted; 1 refused." in messages_of(do(admin, shown))
    assert Evidence.objects.get(pk=blind.pk).state == "rejected"


def test_a_proposal_that_is_to_be_read_blind_is_no_part_of_it(admin):
    claim, passage = marked()
    unseen = make.evidence(claim, quoting=passage, state="proposed")
    seen = make.evidence(make.claim(), state="proposed")
    shown = look(admin, "accept", seen, unseen)
    assert [row.key for row in shown.context["plan"].rows] == [str(seen.pk)]


def test_when_something_changed_meanwhile_nothing_is_done_and_the_difference_is_shown(admin):
    one, other = (make.evidence(make.claim(), state="proposed") for _ in range(2))
    shown = look(admin, "accept", one, other)
    other.state = "withdrawn"
    other.save()

    answer = do(admin, shown, reason="As I saw it.")

    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Nothing was done: it is not what you saw any more." in page
    assert "you saw “proposed (supports" in page and "now it is “withdrawn (supports" in page
    assert "As I saw it." in page  # nothing that was typed is lost
    assert {row.state for row in (one, other) if not row.refresh_from_db()} == {
        "proposed",
        "withdrawn",
    }
    assert do(admin, answer).status_code == 200  # by then it is what was seen
    assert set(Evidence.objects.values_list("state", flat=True)) == {"accepted"}


def test_a_plan_that_nobody_was_shown_is_only_looked_at(admin):
    row = make.evidence(make.claim(), state="proposed")
    other = make.evidence(make.claim(), state="proposed")
    foreign = look(admin, "reject", other)  # another action's plan
    for seal in ("", "nonsense", foreign.context["seal"]):
        answer = admin.post(
            list_of(Evidence),
            {
                "action": "accept",
                "_selected_action": [row.pk],
                "asked": "yes",
                "plan": seal,
                "do": "Do it",
            },
        )
        assert [r.key for r in answer.context["plan"].rows] == [str(row.pk)]
    assert set(Evidence.objects.values_list("state", flat=True)) == {"proposed"}
