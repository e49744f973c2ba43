"""Deleting several rows at once, from their list."""

import pytest
from django.test import Client

from factcheck.history.changes import histories
from sources.models import Document, DocumentCopy, Publisher
from tests.claims import make
from tests.claims.admin.bulk import do, look, told_of
from tests.claims.admin.pages import messages_of
from tests.claims.people import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser() -> Client:
    client = Client()
    client.force_login(person("admin", name="ada"))
    return client


def test_what_others_need_is_kept_and_the_rest_goes_for_a_reason(browser):
    free, needed = make.publisher("Free"), make.publisher("Needed")
    Document.objects.create(key="d", title="D", publisher=needed)
    shown = look(browser, "delete_selected", free, needed)
    assert told_of(shown) == [
        ("Free", "there", "deleted"),
        ("Needed", "there", "Refused. kept by 1 document"),
    ]
    assert Publisher.objects.count() == 2

    answer = do(browser, shown, reason="Entered twice.")

    assert "1 deleted; 1 refused." in messages_of(answer)
    assert list(Publisher.objects.all()) == [needed]
    gone = histories()[Publisher].objects.get(pgh_label="delete").pgh_context
    assert (gone["name"], gone["reason"]) == ("ada", "Entered twice.")


def test_what_would_go_too_and_may_not_is_a_reason_to_keep_it(browser):
    a, b = (Document.objects.create(key=key, title=key, publisher=make.publisher()) for key in "ab")
    DocumentCopy.objects.create(a=a, b=b, containment="0.9")
    shown = look(browser, "delete_selected", a)
    (row,) = shown.context["plan"].refused
    assert row.refusal == "You may not delete what goes with it: 1 near-duplicate."
    assert Document.objects.count() == 2
