"""Every page and every action of the admin, tried as every role, against the table."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, Group, User
from django.contrib.contenttypes.models import ContentType
from django.test import Client, RequestFactory
from django.urls import URLPattern, reverse
from django.utils import timezone

from claims.models import Clash, ScopeEdge, StatusChange
from claims.recheck import recheck_claim
from claims.webhooks.subscriptions import send_test, subscribe
from factcheck.access.keys import make_key
from sources.models import Anchoring, DocumentCopy, Origin
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.claims.workflow.ready import at_stage, in_review, reopened

from .table import ACTIONS, EVERYONE, MODELS, OTHERS, PEOPLE, STAFF, UNRECORDED

pytestmark = pytest.mark.django_db

PARTS = ("changelist", "add", "history", "delete", "change")


def name_of(model) -> str:
    return f"{model._meta.app_label}_{model._meta.model_name}"


def registered() -> Iterator[URLPattern]:
    def walk(patterns):
        for found in patterns:
            if isinstance(found, URLPattern):
                yield found
            else:
                yield from walk(found.url_patterns)

    return walk(admin.site.get_urls())


def test_every_registered_page_is_in_the_table():
    expected = {f"{model}_{part}" for model in MODELS for part in PARTS} | OTHERS.keys()
    expected |= {f"{model}_deleted" for model in MODELS.keys() - UNRECORDED}
    assert {found.name for found in registered() if found.name} == expected


def test_the_pages_without_a_name_are_the_two_that_lead_elsewhere():
    """A model's `<pk>/` leads to its change page, and the last pattern of all to nothing."""
    unnamed = [str(found.pattern) for found in registered() if not found.name]
    assert sorted(set(unnamed)) == ["(?P<url>.*)$", "<path:object_id>/"]


def test_every_registered_action_is_in_the_table():
    assert {name_of(model) for model in admin.site._registry} == ACTIONS.keys()
    request = RequestFactory().get("/")
    request.user = User(is_superuser=True, is_active=True)  # is offered whatever is registered
    for model, page in admin.site._registry.items():
        offered = page.get_actions(request).keys() | {"delete_selected"}
        assert offered == ACTIONS[name_of(model)].keys() | {"delete_selected"}, name_of(model)


@pytest.fixture
def who() -> dict[str, User | AnonymousUser]:
    named = {role: person(None if role == "no role" else role) for role in PEOPLE[:-1]}
    return named | {"anonymous": AnonymousUser()}


@pytest.fixture
def rows(who) -> dict[str, object]:
    """One row of every model of the admin."""
    claim = make.claim("approximately 5,000")
    evidence = make.evidence(claim)
    other = make.claim("9,000", figure=claim.figure)
    recheck_claim(claim=claim, at=TODAY)
    document, copy = evidence.passage.snapshot.document, make.document("Another text.")
    newer = make.snapshot(document, "There were 5,000 troops, it is said.")
    a, b = sorted((document, copy), key=lambda d: d.pk)
    narrow, wide = make.term("Baghdad"), make.term("Iraq")
    owner = who["admin"]
    key, _ = make_key(name="A key", owner=owner, scopes=["read"], by=owner, at=timezone.now())
    webhook, _ = subscribe(
        name="A mirror", url="https://mirror.example/", owner=owner, kinds=["verdict"], by=owner
    )
    found = [
        key,
        claim,
        evidence,
        claim.figure,
        claim.figure.scope,
        claim.figure.subject,
        wide,
        ScopeEdge.objects.create(narrower=narrow, wider=wide),
        Clash.objects.get(a__in=[claim, other]),
        StatusChange.objects.first(),
        document,
        evidence.passage.snapshot,
        evidence.passage,
        document.publisher,
        DocumentCopy.objects.create(a=a, b=b, containment="0.9"),
        Origin.objects.create(name="The ministry", kind="statement"),
        Anchoring.objects.create(
            passage=evidence.passage,
            snapshot=newer,
            outcome="lost",
            reason="Much like it.",
            proposal_start=0,
            proposal_end=5,
        ),
        Group.objects.first(),
        who["no role"],
        webhook,
        send_test(subscription=webhook),
    ]
    made = {name_of(type(row)): row for row in found}
    assert made.keys() == MODELS.keys()
    return made


def client_of(user) -> Client:
    client = Client()
    if user.is_authenticated:
        client.force_login(user)
    return client


def gets_in(response) -> bool:
    """Neither forbidden nor sent to log in."""
    sent_to_login = response.status_code == 302 and "/login/?next=" in response.url
    return response.status_code != 403 and not sent_to_login


def tries(client: Client, rows) -> Iterator[tuple[str, str, frozenset[str], bool]]:
    """(page, method, who should get in, whether this client does), for every page."""
    for model, row in rows.items():
        expected = MODELS[model]
        pages = [
            ("changelist", "get", [], expected.see),
            ("add", "get", [], expected.add),
            ("add", "post", [], expected.add),
            ("history", "get", [row.pk], expected.see),
            ("delete", "get", [row.pk], expected.delete),
            ("delete", "post", [row.pk], expected.delete),
            ("change", "get", [row.pk], expected.see),
            ("change", "post", [row.pk], expected.change),
        ]
        if model not in UNRECORDED:
            pages.append(("deleted", "get", [], expected.see))
        for part, method, args, people in pages:
            address = reverse(f"admin:{model}_{part}", args=args)
            yield f"{model}_{part}", method, people, gets_in(getattr(client, method)(address))
        lead = reverse(f"admin:{model}_changelist") + f"{row.pk}/"
        yield f"{model} {{pk}}/", "get", STAFF, gets_in(client.get(lead))
    for page, address in addresses(rows):
        yield page, "get", OTHERS[page], gets_in(client.get(address))
    for page, args in claim_desk(rows).items():
        address = reverse(f"admin:{page}", args=args)
        yield page, "post", OTHERS[page], gets_in(client.post(address))
    yield "nothing", "get", STAFF, gets_in(client.get(reverse("admin:index") + "no/such/page/"))
    yield "logout", "post", OTHERS["logout"], gets_in(client.post(reverse("admin:logout")))


def claim_desk(rows) -> dict[str, list[int]]:
    """The pages of the claim desk to which something is posted, with their arguments."""
    claim, evidence = rows["claims_claim"], rows["claims_evidence"]
    return {"claims_claim_merge": [claim.pk], "claims_claim_stance": [claim.pk, evidence.pk]}


def addresses(rows) -> Iterator[tuple[str, str]]:
    claim, user = rows["claims_claim"], rows["auth_user"]
    for page in ("index", "login", "password_change", "password_change_done", "jsi18n"):
        yield page, reverse(f"admin:{page}")
    asked = "?app_label=claims&model_name=evidence&field_name=claim&term=a"
    yield "autocomplete", reverse("admin:autocomplete") + asked
    kind = ContentType.objects.get_for_model(claim).pk
    yield "view_on_site", reverse("admin:view_on_site", args=[kind, claim.pk])
    yield "claims_claim_merge", reverse("admin:claims_claim_merge", args=[claim.pk])
    yield "auth_user_password_change", reverse("admin:auth_user_password_change", args=[user.pk])


@pytest.mark.parametrize("role", PEOPLE)
def test_every_page_lets_in_exactly_whom_the_table_says(role, who, rows):
    tried = list(tries(client_of(who[role]), rows))
    wrong = [
        f"{page} ({method}): {role} {'gets in' if inside else 'is refused'}"
        for page, method, people, inside in tried
        if inside != (role in people)
    ]
    assert wrong == []
    elsewhere = {"app_list", "claims_claim_workflow"}  # by the tests below
    assert OTHERS.keys() - elsewhere <= {page for page, *_ in tried}


@pytest.mark.parametrize("role", PEOPLE)
def test_the_page_of_an_app_is_empty_for_those_who_may_see_nothing_of_it(role, who):
    answers = {
        app: client_of(who[role]).get(reverse("admin:app_list", args=[app]))
        for app in ("claims", "sources", "auth", "access", "webhooks")
    }
    if role == "anonymous":
        assert not any(gets_in(answer) for answer in answers.values())
        return
    seen = {app for app, answer in answers.items() if answer.status_code == 200}
    assert seen == (
        ({"claims", "sources"} if role in EVERYONE else set())
        | ({"access", "auth", "webhooks"} if role == "admin" else set())
    )


@pytest.mark.parametrize("role", PEOPLE)
@pytest.mark.parametrize("step", OTHERS["claims_claim_workflow"])
def test_every_step_of_the_workflow_is_taken_by_exactly_whom_the_table_says(role, step, who):
    claim = {
        "submit": lambda: at_stage("draft"),
        "approve": in_review,
        "reject": in_review,
        "correct": lambda: in_review(reopened()),
        "reopen": lambda: at_stage("verified"),
        "withdraw": reopened,
    }[step]()
    sent = {
        "reason": "Because.",
        "seen_version": claim.version,
        "seen_fingerprint": claim.fingerprint,
    }
    before = claim.transitions.count() + claim.verdicts.count()
    address = reverse("admin:claims_claim_workflow", args=[claim.pk, step])
    answer = client_of(who[role]).post(address, sent)
    allowed = role in OTHERS["claims_claim_workflow"][step]
    assert gets_in(answer) == allowed
    assert (claim.transitions.count() + claim.verdicts.count() > before) == allowed


@pytest.mark.parametrize("role", PEOPLE[:-1])
def test_every_action_is_offered_to_exactly_whom_the_table_says(role, who):
    request = RequestFactory().get("/")
    request.user = who[role]
    offered = {
        name_of(model): set(page.get_actions(request))
        for model, page in admin.site._registry.items()
    }
    assert offered == {
        model: {action for action, people in actions.items() if role in people}
        for model, actions in ACTIONS.items()
    }


@pytest.mark.parametrize("role", PEOPLE)
@pytest.mark.parametrize(
    ("model", "action"),
    [(model, action) for model, actions in ACTIONS.items() for action in actions],
)
def test_an_action_that_is_not_offered_cannot_be_posted(model, action, role, who, rows):
    before = SimpleNamespace(**vars(rows[model]))
    sent = {"action": action, "_selected_action": [rows[model].pk], "post": "yes"}
    answer = client_of(who[role]).post(reverse(f"admin:{model}_changelist"), sent)
    if role in ACTIONS[model][action]:
        assert gets_in(answer)
        return
    # Where no action is offered at all, the list is shown as if nothing had been posted.
    assert answer.status_code in (200, 302, 403)
    again = type(rows[model])._base_manager.get(pk=rows[model].pk)
    shared = [f.attname for f in again._meta.concrete_fields if f.attname in vars(before)]
    assert all(getattr(again, name) == getattr(before, name) for name in shared)
