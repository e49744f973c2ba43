"""A proposal that two people are yet to read is shown to nobody else: not on any page or API."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.evidence import add_evidence
from claims.models import Claim, Evidence
from tests.claims import make
from tests.claims.admin.pages import list_of, page_of, rows_of, text_of
from tests.claims.blind.reading import JULY, differing, marked, read
from tests.claims.make import TODAY
from tests.claims.people import person

pytestmark = pytest.mark.django_db

TOLD = "as somebody reads it"


def proposed(item, by=None) -> Evidence:
    claim, passage = item
    return add_evidence(
        claim=claim, passage=passage, stance="conflicts", wording="5,000", period=JULY, at=TODAY,
        note=TOLD, by=by,
    )  # fmt: skip


def browser(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def seen(client: Client, evidence: Evidence) -> set[str]:
    """Where a person finds the evidence with its stance."""
    document = evidence.passage.snapshot.document
    desk = client.get(reverse("desk:desk", args=[document.key]))
    places = {
        "claim page": TOLD in text_of(client.get(page_of(evidence.claim))),
        "list": evidence in rows_of(client.get(list_of(Evidence))),
        "page": client.get(page_of(evidence)).status_code == 200,
        "desk": any(p["evidence"] for p in desk.context["desk"]["passages"]),
        "api": TOLD
        in client.get(f"/api/v1/claims/{evidence.claim.key}/evidence/").content.decode(),
    }
    return {place for place, found in places.items() if found}


EVERYWHERE = {"claim page", "list", "page", "desk", "api"}


@pytest.mark.parametrize("role", ["annotator", "reviewer", "adjudicator", "admin"])
def test_nobody_sees_what_is_yet_to_be_read(role):
    assert seen(browser(person(role)), proposed(marked())) == set()


def test_a_document_that_is_marked_hides_as_much():
    item = make.claim(), make.passage(make.document(blind=True))
    assert seen(browser(person()), proposed(item)) == set()


def test_who_proposed_it_sees_it_in_the_admin():
    author = person()
    assert seen(browser(author), proposed(marked(), by=author)) == EVERYWHERE - {"api"}


def test_one_reading_more_does_not_show_it():
    item = marked()
    evidence = proposed(item)
    read(item)
    read(item, handed_in=False)
    assert seen(browser(person()), evidence) == set()


def test_after_the_second_reading_it_is_shown():
    item = differing()
    assert seen(browser(person()), proposed(item)) == EVERYWHERE


def test_where_nothing_is_marked_all_is_shown():
    assert seen(browser(person()), proposed((make.claim(), make.passage()))) == EVERYWHERE


def test_it_waits_in_no_queue_for_a_decision():
    claim = proposed(marked()).claim
    assert not Claim.objects.filter(pk=claim.pk).with_proposed_evidence().exists()
    other = proposed((make.claim(), make.passage())).claim
    assert list(Claim.objects.all().with_proposed_evidence()) == [other]
