"""The versions of a document: what moved or was lost, side by side, and accepting a proposal."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Anchoring, Passage
from sources.reanchor import reanchor_passages
from tests.claims import make
from tests.claims.people import person

from .conftest import LATER, TROOPS, errors_of

pytestmark = pytest.mark.django_db

REWORDED = "Approximately 5,000 American troops were stationed in Iraq in July 2020."


@pytest.fixture
def lost(desk, troops) -> Anchoring:
    """A quote whose words another version has changed, and one that it has moved."""
    make.evidence(troops, quoting=make.passage(desk.document, TROOPS))
    make.evidence(troops, quoting=make.passage(desk.document, LATER), stance="context")
    document = desk.document
    document.latest = make.snapshot(document, f"New.\n\n{REWORDED} Nobody disputed it.\n\n{LATER}")
    document.save()
    reanchor_passages(document=document)
    return Anchoring.objects.get(outcome="lost")


def page(desk) -> str:
    response = desk.client.get(desk.url("versions"))
    assert response.status_code == 200
    return response.content.decode()


def test_both_texts_stand_side_by_side_with_what_differs(desk, lost):
    shown = page(desk)
    assert "<del>soldiers</del>" in shown
    assert "<ins>troops</ins>" in shown
    assert re.search("<ins> ?stationed ?</ins>", shown)
    assert "1 has moved" in shown and "1 is lost" in shown
    assert lost.reason in shown


def test_nothing_is_accepted_by_itself(desk, lost):
    page(desk)
    lost.refresh_from_db()
    assert lost.outcome == "lost"


def test_a_person_accepts_with_a_reason(desk, lost, reviewer):
    response = desk.post("accept", {"anchoring": lost.pk, "reason": "the same in other words"})
    assert response.status_code == 200, response.content
    lost.refresh_from_db()
    assert (lost.outcome, lost.found.exact) == ("moved", REWORDED)
    assert lost.reason == "accepted by a person: the same in other words (rana)"


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        pytest.param({"reason": " "}, "reason", id="no reason"),
        pytest.param({"reason": "a\0b"}, "reason", id="a NUL"),
        pytest.param({"anchoring": 0}, "anchoring", id="no such proposal"),
        pytest.param({"anchoring": "x"}, "anchoring", id="no number"),
    ],
)
def test_a_refusal_names_its_field_and_changes_nothing(desk, lost, sent, field):
    good = {"anchoring": lost.pk, "reason": "the same"}
    assert errors_of(desk.post("accept", good | sent))[field]
    lost.refresh_from_db()
    assert lost.outcome == "lost"


def test_twice_is_refused(desk, lost):
    good = {"anchoring": lost.pk, "reason": "the same"}
    assert desk.post("accept", good).status_code == 200
    assert "no proposal" in errors_of(desk.post("accept", good))["form"][0]


def test_one_of_another_document_or_version_is_refused(desk, lost):
    elsewhere = make.lose(make.passage(make.document("Here 5 men."), "5 men"), "There 5 women.")
    response = desk.post("accept", {"anchoring": elsewhere.pk, "reason": "the same"})
    assert "latest version" in errors_of(response)["form"][0]


def test_an_editor_looks_and_does_not_accept(desk, lost):
    editor = desk.as_user(person("editor"))
    assert "desk-accept" not in page(editor)
    sent = {"anchoring": lost.pk, "reason": "the same"}
    assert "role" in errors_of(editor.post("accept", sent), 403)["form"][0]


def test_queries_do_not_grow_with_what_was_lost(desk, lost, troops, django_assert_num_queries):
    with CaptureQueriesContext(connection) as few:
        page(desk)
    first = lost.passage.snapshot
    for n in range(5, 25):
        quote = Passage.objects.create(
            snapshot=first, start=n, end=n + 6, exact=first.text[n : n + 6]
        )
        make.evidence(make.claim(), quoting=quote)
        Anchoring.objects.create(
            passage=quote, snapshot=lost.snapshot, outcome="lost", reason="Gone."
        )
    with django_assert_num_queries(len(few)):
        page(desk)


def test_line_breaks_do_not_count_as_other_words(desk, troops):
    make.evidence(troops, quoting=make.passage(desk.document, TROOPS))
    document = desk.document
    document.latest = make.snapshot(document, f"New. {TROOPS.replace(' ', chr(10), 3)}")
    document.save()
    reanchor_passages(document=document)
    assert "<ins>" not in page(desk)
