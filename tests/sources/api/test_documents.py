"""GET /api/v1/documents/ and /api/v1/documents/{name}/"""

import hashlib

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Document, DocumentCopy, Snapshot
from tests.factcheck.api.asking import GATE, ask, ask_link, refusal
from tests.sources.make import NOW, PROSE, ingested, quoted

pytestmark = pytest.mark.django_db


def keys(**query) -> list[str]:
    return [row["key"] for row in ask("documents/", **query)["results"]]


def stored(number: int, **said) -> Document:
    """A document of its own text."""
    said = {"key": f"note-{number}", "title": f"Note {number}", "publisher": "Gazette"} | said
    return ingested(f"Note number {number} tells of boats.", f"{said['key']}.txt", **said).document


def test_a_document_with_everything():
    text = "The clerk counted the boats."
    document = ingested(
        text,
        key="boats",
        title="The boats of the lake",
        authors=["A. Clerk"],
        publisher="Valley Gazette",
        publisher_country="IQ",
        publisher_homepage="https://gazette.example/",
        publisher_reliability="B",
        publisher_reliability_reason="Corrects itself.",
        url="https://gazette.example/boats",
        language="en",
        published="2020-07",
        published_basis="inferred",
        text_basis="digest",
        origins=["An agency"],
    ).document
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    (snapshot,) = Snapshot.objects.all()
    shown = {
        "id": document.pk,
        "key": "boats",
        "title": "The boats of the lake",
        "authors": ["A. Clerk"],
        "publisher": {
            "name": "Valley Gazette",
            "country": "IQ",
            "homepage": "https://gazette.example/",
            "reliability": "B",
            "reliability_reason": "Corrects itself.",
        },
        "url": "https://gazette.example/boats",
        "language": "en",
        "published": {"earliest": "2020-07-01", "latest": "2020-07-31", "basis": "inferred"},
        "text_basis": "digest",
        "origins": [{"name": "An agency", "kind": "outlet"}],
        "latest": {
            "id": snapshot.pk,
            "sha256": sha256,
            "media_type": "text/plain",
            "encoding": snapshot.encoding,
            "original_sha256": sha256,
            "retrieved_at": NOW.isoformat().replace("+00:00", "Z"),
            "extractor": snapshot.extractor,
            "extractor_version": snapshot.extractor_version,
        },
        "links": {
            "self": "http://testserver/api/v1/documents/boats/",
            "passages": "http://testserver/api/v1/passages/?document=boats",
        },
    }
    assert ask("documents/")["results"] == [shown]
    whole = {**shown, "snapshots": [shown["latest"]], "copies": []}
    assert ask("documents/boats/") == ask(f"documents/{document.pk}/") == whole


def test_a_document_with_nothing():
    Document.objects.create(key="bare", title="Bare", publisher=stored(1).publisher)
    document = ask("documents/bare/")
    assert document["published"] is document["latest"] is None
    assert document["authors"] == document["origins"] == document["snapshots"] == []
    assert document["url"] == document["language"] == ""


def test_every_version_of_a_text_is_told_and_the_latest_named():
    first = stored(1).latest
    second = ingested(PROSE, "note-1.txt", key="note-1").snapshot
    document = ask("documents/note-1/")
    assert [snapshot["id"] for snapshot in document["snapshots"]] == [first.pk, second.pk]
    assert document["latest"]["sha256"] == second.sha256


def test_near_duplicates_are_named_from_both_sides():
    a, b, c = stored(1), stored(2), stored(3)
    DocumentCopy.objects.create(a=a, b=b, containment="0.9")
    DocumentCopy.objects.create(a=b, b=c, containment="0.9")
    copies = {key: ask(f"documents/{key}/")["copies"] for key in ("note-1", "note-2", "note-3")}
    assert copies == {"note-1": ["note-2"], "note-2": ["note-1", "note-3"], "note-3": ["note-2"]}


def test_a_document_leads_to_its_passages():
    quoted("The clerk counted the boats.", "boats", key="boats")
    quoted("The clerk counted the sheep.", "sheep", "other.txt", key="sheep")
    found = ask_link(ask("documents/boats/")["links"]["passages"])["results"]
    assert [passage["exact"] for passage in found] == ["boats"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param({}, ["july", "year", "undated"], id="all, as entered"),
        pytest.param({"q": "salt"}, ["july"], id="a word of the title"),
        pytest.param({"q": "wool"}, ["year"], id="a word of the text"),
        pytest.param({"q": "salt or wool"}, ["july", "year"], id="either"),
        pytest.param({"q": "boats -wool"}, ["july", "undated"], id="without a word"),
        pytest.param({"publisher": "herald"}, ["year"], id="a publisher in other capitals"),
        pytest.param({"publisher": "The Paper"}, ["year"], id="a publisher by an alias"),
        pytest.param({"text_basis": "digest"}, ["july"], id="a text basis"),
        pytest.param({"text_basis": ["digest", "excerpt"]}, ["july", "undated"], id="two"),
        pytest.param({"published": "2020-07-31"}, ["july", "year"], id="a day"),
        pytest.param({"published": "2020-08"}, ["year"], id="a month"),
        pytest.param({"published": "2021"}, [], id="a year that none has"),
        pytest.param({"published_from": "2020-12-31"}, ["year"], id="from a day"),
        pytest.param({"published_to": "2020-07-01"}, ["july", "year"], id="to a day"),
    ],
)
def test_what_is_found(query, expected):
    stored(1, key="july", title="Salt", published="2020-07", text_basis="digest")
    ingested(
        "Boats carried wool.",
        key="year",
        title="A year",
        publisher="Herald",
        publisher_aliases=["the paper"],
        published="2020",
    )
    stored(3, key="undated", text_basis="excerpt")
    assert keys(**query) == expected


@pytest.mark.parametrize(
    ("query", "name", "complaint"),
    [
        pytest.param({"publisher": "Nobody"}, "publisher", "No publisher goes by the name"),
        pytest.param({"publisher": "\0"}, "publisher", "Null characters", id="NUL in a name"),
        pytest.param({"q": "a\0"}, "q", "Null characters", id="NUL in words"),
        pytest.param({"q": "w" * 301}, "q", "no more than 300", id="too many words"),
        pytest.param({"text_basis": "copy"}, "text_basis", "original, excerpt, digest"),
        pytest.param({"published": "2020-06-31"}, "published", "not a date of the calendar"),
        pytest.param({"published": "recently"}, "published", "not a date: write", id="a word"),
        pytest.param({"published": "2020", "published_to": "2021-01-01"}, "published", "either"),
        pytest.param(
            {"published_from": "2021-01-01", "published_to": "2020-01-01"},
            "published_to",
            "is before published_from",
            id="ends in the wrong order",
        ),
        pytest.param({"key": "boats"}, "key", "takes: cursor, page_size, published", id="unknown"),
    ],
)
def test_what_is_refused(query, name, complaint):
    said = refusal("documents/", **query)
    assert list(said) == [name]
    assert complaint in said[name]


def test_a_document_that_is_not_there():
    assert "no document “nope”" in refusal("documents/nope/", 404)[None]


def test_more_documents_take_no_more_queries():
    def cost(number: int) -> int:
        for n in range(number):
            stored(number * 100 + n, publisher=f"P {number}-{n}", origins=[f"O {number}-{n}"])
        with CaptureQueriesContext(connection) as queries:
            ask("documents/", page_size=200)
        return len(queries)

    assert cost(1) == cost(12) == 2 + GATE


def test_more_versions_take_no_more_queries():
    def cost(text: str) -> int:
        ingested(text, "note-1.txt", key="note-1")
        with CaptureQueriesContext(connection) as queries:
            ask("documents/note-1/")
        return len(queries)

    stored(1)
    assert [cost(text) for text in ("One.", "Two.", "Three.")] == [4 + GATE] * 3


@pytest.mark.parametrize("path", ["documents/", "documents/note-1/"])
def test_a_whole_text_never_travels(path):
    stored(1)
    with CaptureQueriesContext(connection) as queries:
        ask(path)
    sql = " ".join(query["sql"] for query in queries)
    for bulk in ("text", "original", "sketch", "search"):
        assert f'."{bulk}"' not in sql
