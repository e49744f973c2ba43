"""Saving publishers, origins and documents, and telling others of it."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.transaction import TransactionManagementError

from sources.changes import SourceChange, announce
from sources.dates import DateSpan, read_iso_span
from sources.documents import save_document
from sources.models import Document, Origin, Publisher
from sources.publishers import save_origin, save_publisher, set_reliability

from .make import ingested, publisher

pytestmark = pytest.mark.django_db


def test_a_new_grade_is_announced_once(heard):
    gazette = publisher()
    set_reliability(publisher=gazette, reliability="B", reason="It corrects itself.")
    set_reliability(publisher=gazette, reliability="B", reason="It corrects itself in print.")
    assert heard == [SourceChange(publishers=frozenset({gazette.pk}))]
    gazette.refresh_from_db()
    assert gazette.reliability_reason == "It corrects itself in print."


BAD = {
    "a grade without a reason": ({"reliability": "A"}, "reason"),
    "a grade outside the scale": ({"reliability": "Z", "reliability_reason": "r"}, "Z"),
    "a country that is none": ({"country": "UK"}, "UK"),
    "an alias that is another's name": ({"aliases": ["HILL TIMES"]}, "Hill Times"),
    "an alias that is another's alias": ({"aliases": ["the times"]}, "Hill Times"),
    "another's name in capitals": ({"name": "HILL TIMES"}, "Hill Times|exists"),
    "no name": ({"name": " "}, "name"),
}


@pytest.mark.parametrize(("changes", "why"), BAD.values(), ids=BAD.keys())
def test_a_publisher_that_cannot_be_is_refused(heard, changes, why):
    Publisher.objects.create(name="Hill Times", aliases=["The Times"])
    gazette = publisher()
    for name, value in changes.items():
        setattr(gazette, name, value)
    with pytest.raises(ValidationError, match=why):
        save_publisher(publisher=gazette)
    gazette.refresh_from_db()
    assert gazette.name == "Valley Gazette" and heard == []


def test_an_origin_of_another_kind_is_announced(heard):
    origin = save_origin(origin=Origin(name="Lake Wire"))
    assert heard == []
    origin.note = "An agency."
    save_origin(origin=origin)
    assert heard == []
    origin.kind = "item"
    save_origin(origin=origin)
    assert heard == [SourceChange(origins=frozenset({origin.pk}))]


CHANGES = {
    "title": lambda document: setattr(document, "title", "Another title"),
    "publisher": lambda document: setattr(document, "publisher", publisher("Hill Times")),
    "date": lambda document: setattr(document, "published_on", read_iso_span("2020-07")),
    "basis of the text": lambda document: setattr(document, "text_basis", "digest"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_what_matters_of_a_document_is_announced(heard, change):
    document = ingested("Forty boats.", published="2020-06").document
    document.refresh_from_db()
    heard.clear()
    change(document)
    save_document(document=document)
    assert heard == [SourceChange(documents=frozenset({document.pk}))]


def test_what_does_not_matter_is_not(heard):
    document = ingested("Forty boats.", published="2020-06").document
    heard.clear()
    document.language = "en"
    document.published_on = read_iso_span("2020-06")
    save_document(document=document, origins=[])
    assert heard == []


def test_other_origins_are_announced(heard):
    document = ingested("Forty boats.").document
    heard.clear()
    save_document(document=document, origins=[Origin.objects.create(name="Lake Wire")])
    assert heard == [SourceChange(documents=frozenset({document.pk}))]


def test_a_publication_date_comes_back_with_both_days_included():
    document = ingested("Forty boats.", published="2020-07").document
    for span in (read_iso_span("2020-07-15"), read_iso_span("2020"), DateSpan()):
        document.published_on = span
        assert document.published_on == span
        document.save()
        assert Document.objects.get().published_on == span


def test_a_change_is_announced_only_within_its_transaction(heard, transactional_db):
    with pytest.raises(TransactionManagementError):
        announce(SourceChange(publishers=frozenset({1})))
    with transaction.atomic():
        announce(SourceChange(publishers=frozenset({1})))
        announce(SourceChange())
    assert heard == [SourceChange(publishers=frozenset({1}))]
