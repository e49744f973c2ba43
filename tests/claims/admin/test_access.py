"""Who gets in, and who may only look."""

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from claims.models import (
    Claim,
    Clash,
    Evidence,
    Figure,
    Scope,
    ScopeEdge,
    ScopeTerm,
    StatusChange,
    Subject,
)
from claims.recheck import recheck_claims
from tests.claims import make

from .pages import add_to, list_of, page_of, text_of

MODELS = [Claim, Clash, Evidence, Figure, Scope, ScopeEdge, ScopeTerm, StatusChange, Subject]

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def onlooker(db) -> Client:
    """A member of staff who may look at everything and change nothing."""
    user = User.objects.create_user("olga", password="looks", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    return client_of(user)


@each_model
def test_a_stranger_is_asked_to_log_in(db, model):
    answer = Client().get(list_of(model))

    assert answer.status_code == 302
    assert answer.url.startswith("/admin/login/?next=")


@each_model
def test_an_account_that_is_not_staff_is_asked_to_log_in(db, model):
    outsider = User.objects.create_user("otto", password="outside")

    assert client_of(outsider).get(list_of(model)).url.startswith("/admin/login/")


def test_a_stranger_sees_no_claim(worked):
    assert Client().get(page_of(worked)).url.startswith("/admin/login/")


@each_model
def test_staff_without_rights_see_nothing(db, model):
    newcomer = User.objects.create_user("nora", password="new", is_staff=True)

    assert client_of(newcomer).get(list_of(model)).status_code == 403


@each_model
def test_an_onlooker_sees_the_list(onlooker, model):
    assert onlooker.get(list_of(model)).status_code == 200


def test_an_onlooker_opens_every_page_and_can_save_none(onlooker, worked):
    make.term("Iraq and Syria")
    ScopeEdge.objects.create(
        narrower=ScopeTerm.objects.get(name="Iraq"),
        wider=ScopeTerm.objects.get(name="Iraq and Syria"),
    )
    make.claim("9,000")
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    for model in MODELS:
        row = model.objects.first()
        assert b'name="_save"' not in onlooker.get(page_of(row)).content, model
        assert onlooker.post(page_of(row), {}).status_code == 403, model


def test_an_onlooker_reads_a_claim_and_finds_no_form(onlooker, worked):
    page = text_of(onlooker.get(page_of(worked)))

    assert worked.explanation["sentence"] in page
    assert "Change what it claims" not in page
    assert "Add evidence" not in page


def test_an_onlooker_cannot_change_a_claim(onlooker, worked):
    assert onlooker.post(page_of(worked), {"statement": "Other."}).status_code == 403
    worked.refresh_from_db()
    assert worked.statement != "Other."


def test_an_onlooker_is_offered_no_action_on_evidence(onlooker, worked):
    assert "Accept the selected" not in text_of(onlooker.get(list_of(Evidence)))


def test_an_onlookers_accepting_changes_nothing(onlooker, worked):
    proposed = worked.evidence.get(state="proposed")

    onlooker.post(list_of(Evidence), {"action": "accept", "_selected_action": [proposed.pk]})

    proposed.refresh_from_db()
    assert proposed.state == "proposed"


@pytest.mark.parametrize("model", [Clash, StatusChange], ids=lambda model: model.__name__)
def test_nobody_adds_what_recheck_writes(admin, model):
    assert admin.get(add_to(model)).status_code == 403


def test_a_status_change_is_shown_and_not_offered_for_change(admin, worked):
    change = worked.status_changes.get()

    page = admin.get(page_of(change))

    assert change.why in text_of(page)
    assert b'name="_save"' not in page.content
    assert admin.post(page_of(change), {"why": "Other."}).status_code == 403


def test_the_login_page_names_the_site(db):
    assert "Fact-check database" in text_of(Client().get("/admin/login/"))


def test_a_claim_that_is_not_there_leads_back_with_a_message(admin):
    answer = admin.get("/admin/claims/claim/999999/change/", follow=True)

    assert "doesn’t exist" in text_of(answer)
