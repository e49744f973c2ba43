"""What the desk proposes: the reading of a quote, and claims with a stance and its reason."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Figure
from tests.claims import make
from tests.claims.people import person

from .conftest import LATER, TROOPS, errors_of

pytestmark = pytest.mark.django_db


class TestTheReading:
    def test_number_time_and_both_intervals_in_plain_words(self, desk, troops):
        (claim,) = desk.propose(TROOPS)["claims"]
        report = claim["report"]
        assert (report["wording"], report["period"]) == ("Approximately 5,000", "July 2020")
        assert report["says"] == "says 4,500 to 5,500 troops; tolerates nothing else"
        assert report["when"] == "July 2020"
        assert (report["modality"], report["scope"]) == ("observation", "")

    def test_without_a_date_the_publication_is_taken_and_said_so(self, desk, troops):
        report = desk.propose("5,000 American soldiers were")["report"]
        assert report["period"] == "July 2020"  # the date of its sentence, outside the quote
        report = desk.propose("Nobody disputed it.")["report"]
        assert report["period"] == "20 July 2021"
        assert "publication's own is taken" in report["when"]

    def test_every_number_of_the_quote_is_offered(self, desk, troops):
        answer = desk.propose(f"{TROOPS} Nobody disputed it.\n\n{LATER}")
        assert answer["numbers"] == ["Approximately 5,000", "2,500"]

    def test_a_plan_is_read_as_one(self, reviewer, desk, troops):
        text = "The minister plans to send 900 soldiers to Iraq in August 2021."
        desk.document.latest = make.snapshot(desk.document, text)
        desk.document.save()
        assert desk.propose(text)["report"]["modality"] == "plan"


class TestTheClaims:
    def test_the_one_that_it_supports_is_chosen(self, desk, troops, elections):
        answer = desk.propose(TROOPS)
        first = answer["claims"][answer["chosen"]]
        assert (first["id"], first["stance"]) == (troops.pk, "supports")
        assert "they agree" in first["reason"]
        assert first["status"]["word"] == "unsupported"

    def test_a_conflict_is_proposed_as_one(self, desk, troops):
        other = make.claim(
            "7,000", "July 2020", figure=troops.figure,
            statement="7,000 American soldiers were in Iraq in July 2020.",
        )  # fmt: skip
        offers = {one["id"]: one for one in desk.propose(TROOPS)["claims"]}
        assert offers[other.pk]["stance"] == "conflicts"
        assert "cannot both be true" in offers[other.pk]["reason"]

    def test_each_claim_gets_the_number_that_fits_it(self, desk, troops):
        later = make.claim(
            "2,500", "July 2021", figure=troops.figure,
            statement="2,500 American soldiers were in Iraq in July 2021.",
        )  # fmt: skip
        answer = desk.propose(f"{TROOPS} Nobody disputed it.\n\n{LATER}")
        wordings = {one["id"]: one["report"]["wording"] for one in answer["claims"]}
        assert wordings == {troops.pk: "Approximately 5,000", later.pk: "2,500"}

    def test_none_is_chosen_where_none_is_likely(self, desk, elections):
        answer = desk.propose(TROOPS)
        assert answer["chosen"] is None

    def test_a_claim_without_a_number_has_no_proposed_stance(self, desk, db):
        made = make.claim(figure=None, statement="Nobody disputed the number of American soldiers.")
        (offer,) = desk.propose("Nobody disputed it.")["claims"]
        assert (offer["id"], offer["stance"], offer["takesNumber"]) == (made.pk, None, False)
        assert "judge the stance yourself" in offer["reason"]

    def test_what_the_passage_is_evidence_on_already_stands_back(self, desk, troops):
        desk.file(TROOPS, claim=troops.pk, wording="Approximately 5,000", period="July 2020")
        answer = desk.propose(TROOPS)
        assert answer["chosen"] is None
        assert [one["held"] for one in answer["claims"]] == [True]

    def test_merged_claims_are_not_offered(self, desk, troops):
        make.claim(statement=troops.statement, figure=troops.figure, merged_into=troops)
        assert [one["id"] for one in desk.propose(TROOPS)["claims"]] == [troops.pk]


class TestTheSearch:
    @pytest.mark.parametrize(
        "query", ["party", "seat", "PART won", "seats", "14"],
        ids=["a word", "a beginning", "two words", "the key", "the number"],
    )  # fmt: skip
    def test_finds_by_every_word(self, desk, troops, elections, query):
        assert [one["id"] for one in desk.propose(TROOPS, query=query)["claims"]] == [elections.pk]

    @pytest.mark.parametrize("query", ["'; --", "!!", "&|!()", "unicorn", "a\\", "'a':*"])
    def test_odd_words_find_nothing_and_break_nothing(self, desk, troops, query):
        assert desk.propose(TROOPS, query=query)["claims"] in ([],) or "a" in query


class TestWhatWasTyped:
    def test_takes_the_place_of_what_is_read(self, desk, troops):
        (offer,) = desk.propose(TROOPS, wording="7,000", period="2020-07-03")["claims"]
        assert offer["report"]["wording"] == "7,000"
        assert offer["report"]["when"] == "3 July 2020"
        assert offer["stance"] == "conflicts"

    def test_another_scope_changes_the_stance(self, desk, troops):
        elsewhere = make.scope("Kuwait")
        (offer,) = desk.propose(TROOPS, scope=elsewhere.pk)["claims"]
        assert offer["stance"] == "context"
        assert "Kuwait" in offer["reason"]

    def test_both_errors_come_at_once(self, desk, troops):
        typed = {"wording": "the 102nd", "period": "some day"}
        errors = errors_of(desk.post("propose", desk.place(TROOPS) | typed))
        assert "ordinal" in errors["wording"][0]
        assert "some day" in errors["period"][0]

    def test_an_empty_number_is_no_number(self, desk, troops):
        report = desk.propose(TROOPS, wording="")["report"]
        assert report["says"] == "no number"


def test_the_place_of_the_sentence_is_proposed_as_scope(desk, troops):
    kuwait = make.scope("Kuwait")
    text = "About 900 American soldiers were in Kuwait in July 2020."
    desk.document.latest = make.snapshot(desk.document, text)
    desk.document.save()
    (offer,) = desk.propose(text)["claims"]
    assert offer["report"]["scope"] == kuwait.pk
    assert offer["stance"] == "context"


def test_queries_do_not_grow_with_claims_figures_or_numbers(
    desk, troops, django_assert_num_queries
):

    with CaptureQueriesContext(connection) as few:
        desk.propose(TROOPS)
    for n in range(30):
        figure = make.figure(f"figure-{n}", measure=f"measure {n}", subject=troops.figure.subject)
        make.claim("5,000", "July 2020", figure=figure, statement=f"{n}. {troops.statement}")
    assert Figure.objects.count() > 30
    with django_assert_num_queries(len(few)):
        desk.propose(f"{TROOPS} Nobody disputed it.\n\n{LATER}")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("[]", "not a JSON object", id="a list"),
        pytest.param("{", "not JSON", id="half an object"),
        pytest.param("[" * 100_000, "more than|not JSON", id="a nest"),
        pytest.param('{"start": NaN}', "", id="not a number"),
        pytest.param('{"snapshot": {"a": 1}, "start": [], "end": true}', "", id="wrong types"),
    ],
)
def test_what_is_no_proper_question_is_a_400(desk, body, reason):
    response = desk.client.post(desk.url("propose"), body, content_type="application/json")
    errors = errors_of(response)
    assert any(part in str(errors) for part in reason.split("|"))


def test_an_editor_may_ask_but_nobody_from_outside(desk, troops, client):
    assert desk.as_user(person("editor")).propose(TROOPS)["claims"]
    response = client.post(desk.url("propose"), {}, content_type="application/json")
    assert "sign in" in errors_of(response, 403)["form"][0]


def test_only_by_post(desk):
    errors_of(desk.client.get(desk.url("propose")), 405)
