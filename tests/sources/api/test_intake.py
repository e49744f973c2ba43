"""POST documents/: files come in by the same verb and rules as `manage.py ingest`."""

import base64

import pytest
from django.test import Client

from sources.models import Document
from tests.factcheck.api.asking import ask
from tests.factcheck.api.sending import errors, ingest_key, send, send_lines

pytestmark = pytest.mark.django_db

NOTICE = {
    "name": "notice.txt",
    "text": "Approximately 5,000 soldiers remained.",
    "metadata": {"key": "notice", "publisher": "An institute", "published": "2020-07"},
}


@pytest.fixture
def key() -> dict[str, str]:
    return ingest_key()


def test_a_file_becomes_a_document_and_then_a_version_of_it(key):
    answer = send("documents/", NOTICE, **key)
    assert answer.status_code == 201
    assert answer.json() == {
        "outcome": "new",
        "key": "notice",
        "url": "http://testserver/api/v1/documents/notice/",
        "notes": answer.json()["notes"],
    }
    assert answer["Location"] == answer.json()["url"]
    assert ask("documents/notice/")["publisher"]["name"] == "An institute"
    again = send("documents/", NOTICE, **key)
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    newer = NOTICE | {"base64": base64.b64encode(b"Some 4,000 remained.").decode()}
    del newer["text"]
    assert send("documents/", newer, **key).json()["outcome"] == "new-version"
    assert len(ask("documents/notice/")["snapshots"]) == 2


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": None}, {"name": "required"}),
        ({"text": None}, {"text": "required"}),
        ({"base64": "eA=="}, {"text": "required"}),
        ({"title": "x"}, {"title": "unknown_field"}),
        ({"update": "yes"}, {"update": "invalid"}),
        ({"metadata": []}, {}),
        ({"metadata": [1]}, {"metadata": "invalid"}),
        (
            {"metadata": {"kee": "x", "url": "x"}},
            {"metadata.kee": "invalid", "metadata.url": "invalid"},
        ),
        ({"metadata": {"published": "2020-02-30"}}, {"metadata.published": "invalid"}),
        ({"name": "notice.exe"}, {None: "unknown_type"}),
        ({"text": "   \n"}, {"text": "required"}),
    ],
)
def test_what_is_refused_is_named(change, expected, key):
    answer = send("documents/", NOTICE | change, **key)
    if not expected:
        assert answer.status_code == 201
        return
    assert errors(answer) == expected
    assert not Document.objects.exists()


@pytest.mark.parametrize("body", [" ", "[]", "{", '{"name": "a.txt", "text": "\\u0000"}'])
def test_a_body_that_cannot_be_read(body, key):
    assert errors(send("documents/", body, **key)) == {None: "parse_error"}


def test_a_bad_line_spoils_only_itself(key):
    told = send_lines(
        "documents/",
        [NOTICE, "", "{", NOTICE | {"text": "Other."}, {"name": "b.txt", "text": "B."}],
        **key,
    )
    assert [(one["line"], one["outcome"]) for one in told] == [
        (1, "new"),
        (3, "refused"),
        (4, "new-version"),
        (5, "new"),
    ]
    assert told[1]["errors"][0]["code"] == "parse_error"
    assert Document.objects.count() == 2


def test_too_much_is_refused_before_anything_is_done(key, settings):
    settings.API_MAX_BODY = 2_000
    assert errors(send("documents/", NOTICE | {"text": "x" * 2_000}, **key), 413) == {
        None: "too_large"
    }
    many = Client().post(
        "/api/v1/documents/", "{}\n" * 1001, content_type="application/x-ndjson", headers=key
    )
    assert many.status_code == 413


@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", ""])
def test_another_kind_of_body(kind, key):
    answer = Client().post("/api/v1/documents/", "x", content_type=kind, headers=key)
    assert errors(answer, 415) == {None: "unsupported_media_type"}


def test_the_owner_must_be_someone_who_may(key):
    refused = send("documents/", NOTICE, **ingest_key("annotator"))
    assert errors(refused, 403) == {None: "owner_may_not"}
    assert "sources.add_document" in refused.json()["errors"][0]["detail"]
    assert errors(send("documents/?x=1", NOTICE, **key)) == {"x": "unknown_parameter"}
