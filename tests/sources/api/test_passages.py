"""GET /api/v1/passages/ and /api/v1/passages/{id}/"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Snapshot
from sources.passages import quote_passage
from tests.factcheck.api.asking import GATE, ask, ask_link, every_page, refusal
from tests.sources.make import ingested, quoted

pytestmark = pytest.mark.django_db

TEXT = "In July the clerk counted. Forty boats carried timber. He then went home."


def test_a_passage_with_everything():
    passage = quoted(
        TEXT,
        "Forty boats carried timber",
        key="boats",
        title="The boats",
        publisher="Gazette",
        publisher_reliability="C",
        publisher_reliability_reason="So so.",
        url="https://gazette.example/boats",
    )
    (snapshot,) = Snapshot.objects.all()
    shown = {
        "id": passage.pk,
        "exact": "Forty boats carried timber",
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "start": 27,
        "end": 53,
        "before": "In July the clerk counted. ",
        "after": ". He then went home.",
        "current": None,
        "document": {
            "key": "boats",
            "title": "The boats",
            "publisher": "Gazette",
            "reliability": "C",
            "url": "https://gazette.example/boats",
        },
        "snapshot": {
            "id": snapshot.pk,
            "sha256": snapshot.sha256,
            "retrieved_at": snapshot.retrieved_at.isoformat().replace("+00:00", "Z"),
        },
        "links": {
            "self": f"http://testserver/api/v1/passages/{passage.pk}/",
            "document": "http://testserver/api/v1/documents/boats/",
        },
    }
    assert ask("passages/")["results"] == [shown]
    assert ask(f"passages/{passage.pk}/") == shown
    assert ask_link(shown["links"]["document"])["key"] == "boats"


@pytest.mark.parametrize(
    ("text", "exact", "before", "after"),
    [
        pytest.param("Boats.", "Boats.", "", "", id="the whole text"),
        pytest.param("Boats came.", "Boats", "", " came.", id="at the start"),
        pytest.param("Came boats.", "boats.", "Came ", "", id="at the end"),
        pytest.param("a" * 500 + " boats " + "z" * 500, "boats", "a" * 199 + " ", " " + "z" * 199),
        pytest.param("“\U0001f6a3 é” boats \u00a0ok", "boats", "“\U0001f6a3 é” ", " \u00a0ok"),
        pytest.param(
            "\n\n One\r\n\tboats\nTwo", "boats", "\n\n One\r\n\t", "\nTwo", id="white space"
        ),
    ],
)
def test_the_context_is_the_text_around_it(text, exact, before, after):
    passage = ask(f"passages/{quoted(text, exact).pk}/")
    stored = Snapshot.objects.get().text
    assert (passage["before"], passage["exact"], passage["after"]) == (before, exact, after)
    assert stored[passage["start"] : passage["end"]] == exact
    assert before + exact + after in stored


@pytest.mark.parametrize(
    ("new", "outcome"),
    [
        pytest.param(TEXT + " The end.", "kept", id="text added behind"),
        pytest.param("A note. " + TEXT, "moved", id="text added before"),
        pytest.param(TEXT.replace("Forty", "Fifty"), "lost", id="another number"),
    ],
)
def test_what_became_of_it_in_a_new_version(new, outcome):
    passage = quoted(TEXT, "Forty boats carried timber", key="boats")
    ingested(new, key="boats")
    shown = ask(f"passages/{passage.pk}/")
    assert shown["current"] == outcome
    assert shown["exact"] == "Forty boats carried timber"


def test_those_of_one_document():
    quoted("Forty boats.", "boats", "a.txt", key="a")
    document = ingested("Fifty boats.", "b.txt", key="b")
    for exact in ("Fifty", "boats"):
        quote_passage(snapshot=document.snapshot, exact=exact)
    assert [row["exact"] for row in ask("passages/", document="b")["results"]] == ["Fifty", "boats"]
    assert len(ask("passages/")["results"]) == 3


@pytest.mark.parametrize(
    ("query", "name", "complaint"),
    [
        pytest.param({"document": "nope"}, "document", "no document with the key “nope”"),
        pytest.param({"document": ""}, "document", "empty", id="no key"),
        pytest.param({"document": "\0"}, "document", "Null characters", id="NUL in a key"),
        pytest.param({"document": "x" * 121}, "document", "no more than 120", id="a long key"),
        pytest.param({"q": "boats"}, "q", "takes: cursor, document, page_size", id="unknown"),
        pytest.param({"page_size": "1000"}, "page_size", "from 1 to 200", id="a huge page"),
    ],
)
def test_what_is_refused(query, name, complaint):
    assert complaint in refusal("passages/", **query)[name]


@pytest.mark.parametrize("id", ["0", "5", "9" * 18, "9" * 30])
def test_a_passage_that_is_not_there(id):
    assert f"no passage {id}" in refusal(f"passages/{id}/", 404)[None]


def test_more_passages_take_no_more_queries_and_come_in_pages():
    def cost(number: int) -> int:
        for n in range(number):
            name = f"{number}-{n}"
            quoted(f"Boats of {name}.", "Boats", f"{name}.txt", key=name, publisher=f"P {name}")
        with CaptureQueriesContext(connection) as queries:
            ask("passages/", page_size=200)
        return len(queries)

    assert cost(1) == cost(12) == 1 + GATE
    assert [len(page) for page in every_page("passages/", page_size=5)] == [5, 5, 3]
