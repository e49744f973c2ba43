"""Saving a quote as evidence: what is written, and every refusal with its field."""

import pytest
from django.contrib.auth.models import Permission, User

from claims.models import Claim, Evidence
from sources.models import Passage
from tests.claims import make
from tests.claims.people import person

from .conftest import LATER, TROOPS, errors_of

pytestmark = pytest.mark.django_db


class TestASavedQuote:
    def test_is_accepted_evidence_of_the_reviewer_and_changes_the_status(
        self, desk, troops, reviewer
    ):
        answer = desk.file(
            TROOPS, claim=troops.pk, wording="Approximately 5,000", period="July 2020"
        )
        row = Evidence.objects.get(pk=answer["evidence"])
        assert (row.passage.exact, row.stance, row.state) == (TROOPS, "supports", "accepted")
        assert (row.wording, str(row.reported_period)) == ("Approximately 5,000", "July 2020")
        assert row.created_by == reviewer
        troops.refresh_from_db()
        assert troops.status == "single-source"
        assert answer["news"] == "The claim is single source now; it was unsupported."

    def test_comes_back_as_the_page_paints_it(self, desk, troops):
        answer = desk.file(TROOPS, claim=troops.pk, wording="5,000", period="July 2020")
        (passage,) = answer["passages"]
        assert passage["stance"] == ["supports"]
        assert passage["start"] == desk.place(TROOPS)["start"]
        (bears_on,) = passage["evidence"]
        assert bears_on["statement"] == troops.statement
        assert bears_on["status"]["value"] == "single-source"

    def test_has_no_white_space_at_its_ends(self, desk, troops):
        place = desk.place(TROOPS)
        place |= {"start": place["start"] - 2, "end": place["end"] + 1}
        desk.post("file", place | {"claim": troops.pk, "stance": "context"})
        assert Passage.objects.get().exact == TROOPS

    def test_keeps_what_a_person_corrected(self, desk, troops):
        syria = make.scope("Syria")
        answer = desk.file(
            TROOPS,
            claim=troops.pk,
            stance="context",
            wording="up to 5,000",
            period="late 2020",
            period_mode="within",
            period_basis="inferred",
            modality="plan",
            scope=syria.pk,
            note="As the minister put it.",
        )
        row = Evidence.objects.get(pk=answer["evidence"])
        assert (row.stance, row.wording, row.modality) == ("context", "up to 5,000", "plan")
        assert (row.period_mode, row.period_basis) == ("within", "inferred")
        assert (row.scope, row.note) == (syria, "As the minister put it.")

    def test_is_only_proposed_by_one_who_may_not_decide(self, desk, troops):
        intern = User.objects.create_user("ivo", is_staff=True)
        names = "view_document view_claim view_evidence add_evidence add_passage"
        intern.user_permissions.set(Permission.objects.filter(codename__in=names.split()))
        answer = desk.as_user(intern).file(TROOPS, claim=troops.pk, wording="5,000")
        assert Evidence.objects.get(pk=answer["evidence"]).state == "proposed"


class TestANewClaim:
    def test_is_made_with_its_evidence(self, desk, troops):
        answer = desk.file(
            LATER,
            statement="2,500 American soldiers were in Iraq in July 2021.",
            figure=troops.figure_id,
            wording="2,500",
            period="July 2021",
        )
        claim = Claim.objects.get(pk=answer["claim"]["id"])
        assert claim.key == "2500-american-soldiers-were-in-iraq-in-july-2021"
        assert (claim.wording, claim.stage, claim.status) == ("2,500", "draft", "single-source")
        assert answer["news"] == "New claim, single source."

    def test_of_the_same_words_gets_another_key(self, desk):
        for quote in (TROOPS, LATER):
            desk.file(quote, statement="Somebody said so.")
        assert set(Claim.objects.values_list("key", flat=True)) == {
            "somebody-said-so",
            "somebody-said-so-2",
        }

    def test_in_a_script_without_latin_letters_is_named_by_its_passage(self, desk):
        answer = desk.file(TROOPS, statement="قال أحدهم ذلك.")
        assert Claim.objects.get().key == f"passage-{answer['passages'][0]['id']}"

    def test_is_not_for_everyone(self, desk):
        intern = User.objects.create_user("ivo", is_staff=True)
        names = "view_document view_claim view_evidence add_evidence add_passage"
        intern.user_permissions.set(Permission.objects.filter(codename__in=names.split()))
        response = desk.as_user(intern).post(
            "file", desk.place(TROOPS) | {"statement": "So.", "stance": "supports"}
        )
        assert "new claims" in errors_of(response, 403)["form"][0]
        assert not Claim.objects.exists()


REFUSED = [
    pytest.param({"stance": ""}, "stance", "Say how the quote bears", id="no stance"),
    pytest.param({"stance": "loves"}, "stance", "loves is not one of", id="an unknown stance"),
    pytest.param({"claim": None}, "claim", "Choose a claim, or say", id="no claim"),
    pytest.param({"claim": 10**30}, "claim", "less than or equal", id="an id beyond bigint"),
    pytest.param({"claim": 999_999}, "claim", "no such claim", id="a claim that is not there"),
    pytest.param({"claim": [1]}, "claim", "whole number", id="a claim that is no number"),
    pytest.param({"statement": "And new."}, "claim", "Choose a claim, or say", id="both"),
    pytest.param({"wording": "a lot"}, "wording", "number", id="a wording without a number"),
    pytest.param({"wording": "5\0"}, "wording", "NUL", id="a NUL"),
    pytest.param({"note": "\ud800"}, "note", "half a character", id="half a character"),
    pytest.param({"wording": "9" * 301}, "wording", "at most 300", id="a long wording"),
    pytest.param({"period": "the other day"}, "period", "the other day", id="no date"),
    pytest.param({"period_mode": "maybe"}, "period_mode", "maybe is not one of", id="no mode"),
    pytest.param({"scope": 999_999}, "scope", "no such scope", id="a scope that is not there"),
    pytest.param({"snapshot": 0}, "snapshot", "newer version", id="an old version"),
    pytest.param({"start": 5, "end": 5}, "quote", "no part of the text", id="nothing selected"),
    pytest.param({"start": -1}, "start", "greater than or equal to 0", id="before the text"),
    pytest.param({"start": 22, "end": 24}, "quote", "no part of the text", id="only white space"),
    pytest.param({"start": 10**9, "end": 10**9 + 1}, "quote", "no part", id="after the text"),
]


@pytest.mark.parametrize(("said", "field", "reason"), REFUSED)
def test_a_refusal_names_its_field_and_writes_nothing(desk, troops, said, field, reason):
    good = desk.place(TROOPS) | {"claim": troops.pk, "stance": "supports", "wording": "5,000"}
    errors = errors_of(desk.post("file", good | said))
    assert reason in " ".join(errors[field]), errors
    assert not Evidence.objects.exists()
    assert not Passage.objects.exists()


@pytest.mark.parametrize(
    ("quote", "told"), [("000 American", "begins inside"), ("Approximately 5,0", "ends inside")]
)
def test_a_number_is_never_cut(desk, troops, quote, told):
    response = desk.post("file", desk.place(quote) | {"claim": troops.pk, "stance": "supports"})
    assert told in errors_of(response)["quote"][0]


def test_the_same_evidence_twice_is_refused_in_words(desk, troops):
    desk.file(TROOPS, claim=troops.pk, wording="5,000")
    again = desk.place(TROOPS) | {"claim": troops.pk, "stance": "supports", "wording": "5,000"}
    assert "already" in errors_of(desk.post("file", again))["form"][0]


def test_an_editor_may_not_file(desk, troops):
    response = desk.as_user(person("editor")).post("file", desk.place(TROOPS))
    assert "role" in errors_of(response, 403)["form"][0]


def test_the_evidence_of_a_merged_claim_goes_to_the_other(desk, troops):
    repeated = make.claim(key="repeated", figure=troops.figure, merged_into=troops)
    response = desk.post("file", desk.place(TROOPS) | {"claim": repeated.pk, "stance": "supports"})
    assert "no such claim" in errors_of(response)["claim"][0]
