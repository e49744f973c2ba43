"""Who is recorded: in the admin, over an API, on the command line."""

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from rest_framework.authentication import BaseAuthentication
from rest_framework.views import APIView

from claims.models import Claim, Subject
from factcheck.history.changes import histories, who
from factcheck.history.command import of_command_line
from factcheck.history.who import because, os_account, told
from factcheck.urls import urlpatterns as site
from tests.claims import make
from tests.claims.admin.pages import page_of
from tests.claims.importing.files import TEXT
from tests.claims.people import person
from tests.factcheck.api.sending import ingest_key, send

pytestmark = pytest.mark.django_db


def last() -> dict:
    """The context of the last event of any subject."""
    return histories()[Subject].objects.latest("pgh_id").pgh_context


class ByHeader(BaseAuthentication):
    """As an API key would: the account that a header names."""

    def authenticate(self, request):
        found = request.headers.get("X-Key")
        return (person(name=found), None) if found else None


class Write(APIView):
    authentication_classes = []
    permission_classes = []

    def post(self, request):
        assert request.user.is_authenticated == bool(request.headers.get("X-Key"))
        make.subject("Written over the API")
        return HttpResponse()


urlpatterns = [
    *site,
    path("open/", Write.as_view()),
    path("keyed/", Write.as_view(authentication_classes=[ByHeader])),
]


@pytest.fixture
def alice() -> Client:
    client = Client()
    client.force_login(person("admin", name="alice"))
    return client


def test_in_the_admin_it_is_who_is_signed_in(alice):
    row = make.subject("Forces")
    sent = {"name": "Armed forces", "kind": row.kind, "aliases": "", "_save": "Save"}
    sent |= {"initial-name": "Forces", "initial-kind": row.kind, "initial-aliases": ""}
    assert alice.post(page_of(row), sent).status_code == 302
    assert last()["name"] == "alice"
    assert who(last()) == "alice"


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(
    ("address", "key", "recorded"),
    [("/keyed/", "bob", "bob"), ("/keyed/", None, "alice"), ("/open/", None, "alice")],
)
def test_over_an_api_it_is_who_its_key_names_and_nobody_does_not_hide_who_is_signed_in(
    alice, address, key, recorded
):
    alice.post(address, headers={"X-Key": key} if key else {})
    assert last()["name"] == recorded


def test_what_a_key_brings_in_is_told_of_its_owner():
    subject = make.figure("troops").subject
    row = {"key": "a", "statement": "About 5,000 troops.", "figure": "troops"}
    answer = send("claims/", row | {"quantity": "5,000"}, **ingest_key("annotator"))
    assert answer.status_code == 201, answer.content
    told = histories()[Claim].objects.latest("pgh_id").pgh_context
    assert User.objects.get(pk=told["user"]).groups.get().name == "annotator"
    assert histories()[Subject].objects.get(pgh_obj=subject.pk).pgh_context.keys() == {
        "database_user"
    }


@pytest.mark.urls(__name__)
def test_one_request_s_person_is_not_told_of_the_next(alice):
    alice.post("/open/")
    Subject.objects.all().delete()
    Client().post("/open/")
    assert "name" not in last()


def test_on_the_command_line_it_is_the_account_of_the_system(tmp_path):
    with of_command_line(["./manage.py", "import_claims", "x.yml"]):
        make.subject()
    assert last() == {"account": os_account(), "command": "import_claims"}
    assert who(last()) == f"{os_account()} on the command line (import_claims)"


def test_what_migrate_sends_is_left_as_it_is():
    """A statement without parameters may have percent signs, which procrastinate's have."""
    with of_command_line(["manage.py", "migrate"]), connection.cursor() as cursor:
        cursor.execute("DO $$ BEGIN RAISE NOTICE 'this job: %', 1; END $$")


def test_or_the_one_in_whose_name_it_is_run(tmp_path):
    make.document(TEXT, key="report")
    person(name="kim")
    file = tmp_path / "subjects.yml"
    file.write_text("subjects:\n  - {name: Foreign forces, kind: force}\n")
    with of_command_line(["manage.py", "import_claims"]):
        call_command("import_claims", str(file), "--as", "kim", verbosity=0)
    assert who(last()) == "kim on the command line (import_claims)"
    with pytest.raises(CommandError, match="no active account “nobody”"):
        call_command("import_claims", str(file), "--as", "nobody")


def test_a_reason_is_told_of_what_is_written_inside_alone():
    with told(account="kim"):
        with because("It was misspelt."):
            make.subject("A")
            assert last() == {"account": "kim", "reason": "It was misspelt."}
            with because("  "):
                make.subject("B")
                assert last()["reason"] == "It was misspelt."
        make.subject("C")
        assert last() == {"account": "kim"}


@pytest.mark.parametrize(
    ("context", "words"),
    [
        ({"database_user": "postgres"}, "SQL, as postgres"),
        ({}, "not known"),
        (None, "not known"),
    ],
)
def test_who_in_words(context, words):
    assert who(context) == words
