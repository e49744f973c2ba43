"""The page of the desk: the text, letter for letter, the passages, and who may see it."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sources.models import Document
from tests.claims import make
from tests.claims.people import person

from .conftest import LATER, TEXT, TROOPS

pytestmark = pytest.mark.django_db


def data_of(response) -> dict:
    found = re.search(r'<script id="desk-data"[^>]*>(.*?)</script>', response.content.decode())
    return json.loads(found[1])


def passages(desk) -> list[dict]:
    return data_of(desk.client.get(desk.url("desk")))["passages"]


def test_it_has_the_text_in_paragraphs_and_never_as_html(desk):
    odd = "One <b>bold</b> & “5,000”.\r\n\r\n<script>alert(1)</script>"
    desk.document.latest = make.snapshot(desk.document, odd)
    desk.document.save()
    page = desk.client.get(desk.url("desk")).content.decode()
    assert '<p dir="auto">One &lt;b&gt;bold&lt;/b&gt; &amp; “5,000”.&#13;\n&#13;\n</p>' in page
    assert "<script>alert" not in page


def test_it_names_the_language(desk):
    assert 'lang="en"' in desk.client.get(desk.url("desk")).content.decode()


class TestPassages:
    def test_each_with_its_claims_in_the_order_of_the_text(self, desk, troops):
        desk.file(LATER, claim=troops.pk, wording="2,500", stance="conflicts")
        desk.file(TROOPS, claim=troops.pk, wording="5,000")
        first, second = passages(desk)
        assert (first["stance"], second["stance"]) == (["supports"], ["conflicts"])
        assert TEXT[first["start"] : first["end"]] == TROOPS
        assert first["evidence"][0]["statement"] == troops.statement

    def test_rejected_evidence_does_not_paint(self, desk, troops):
        make.evidence(troops, quoting=make.passage(desk.document, TROOPS), state="rejected")
        (passage,) = passages(desk)
        assert (passage["stance"], len(passage["evidence"])) == ([], 1)

    def test_one_of_an_earlier_version_stands_where_it_is_found_now(self, desk, troops):
        old = make.passage(desk.document, TROOPS)
        make.evidence(troops, quoting=old)
        anchoring = make.lose(old, f"New first line.\n\n{TROOPS}")
        document = Document.objects.get(pk=desk.document.pk)
        assert passages(desk) == []
        anchoring.outcome, anchoring.found = "moved", make.passage(document, TROOPS)
        anchoring.save()
        (passage,) = passages(desk)
        assert passage["stance"] == ["supports"]
        assert passage["start"] == len("New first line.\n\n")


def test_a_lost_quote_is_told_with_the_way_to_it(desk):
    make.lose(make.passage(desk.document, TROOPS), "Another text.")
    page = desk.client.get(desk.url("desk")).content.decode()
    assert "1 earlier version, 1 quote lost" in page
    assert desk.url("versions") in page


def test_queries_do_not_grow_with_passages(desk, troops, django_assert_num_queries):
    make.evidence(troops, quoting=make.passage(desk.document, TROOPS))
    with CaptureQueriesContext(connection) as few:
        desk.client.get(desk.url("desk"))
    for n in range(10, 40):
        make.evidence(
            make.claim(), quoting=make.passage(desk.document, TEXT[n : n + 5]), stance="context"
        )
    with django_assert_num_queries(len(few)):
        assert len(passages(desk)) == 31


class TestWhoSeesIt:
    @pytest.mark.parametrize("role", ["annotator", "reviewer", "adjudicator", "admin"])
    def test_those_who_write(self, desk, role):
        data = data_of(desk.as_user(person(role)).client.get(desk.url("desk")))
        assert (data["mayWrite"], data["mayMakeClaims"]) == (True, True)

    def test_an_editor_reads(self, desk):
        response = desk.as_user(person("editor")).client.get(desk.url("desk"))
        assert data_of(response)["mayWrite"] is False

    def test_nobody_without_a_role(self, desk):
        response = desk.as_user(person(None)).client.get(desk.url("desk"))
        assert response.status_code == 403

    def test_nobody_who_is_not_signed_in(self, desk, client):
        response = client.get(desk.url("desk"))
        assert (response.status_code, "/admin/login/" in response.url) == (302, True)


def test_no_desk_without_a_text(desk):
    bare = Document.objects.create(key="bare", title="Bare", publisher=make.publisher())
    assert desk.client.get(reverse("desk:desk", args=[bare.key])).status_code == 404
    assert desk.client.get(reverse("desk:desk", args=["nothing"])).status_code == 404


def test_the_numbers_of_the_text_with_what_they_say(desk):
    rows = desk.post("quantities", {}).json()["quantities"]
    told = {TEXT[start:end]: says for start, end, _, _, says in rows}
    assert told["Approximately 5,000"] == "says 4,500 to 5,500; tolerates nothing else"
    sentences = {TEXT[first:last].strip() for _, _, first, last, _ in rows}
    assert sentences == {TROOPS, LATER}


def test_the_desk_is_linked_from_the_documents(desk):
    page = reverse("admin:sources_document_change", args=[desk.document.pk])
    superuser = desk.as_user(person("admin")).client
    assert desk.url("desk") in superuser.get(page).content.decode()
    listed = superuser.get(reverse("admin:sources_document_changelist")).content.decode()
    assert desk.url("desk") in listed
