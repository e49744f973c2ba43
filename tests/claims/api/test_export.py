"""GET /api/v1/export/: formats, what is told with them, and what is refused."""

from __future__ import annotations

import io
import json
from datetime import timedelta

import pytest
from django.test import Client
from pyarrow import parquet as pq

from tests.claims.ledger.rows import NOON, ledger

pytestmark = pytest.mark.django_db


def get(path: str, accept: str = "*/*", **headers):
    return Client().get(f"/api/v1/export/{path}", headers={"Accept": accept, **headers})


@pytest.mark.parametrize(
    ("path", "accept", "media_type"),
    [
        ("verdicts/", "*/*", "application/x-ndjson"),
        ("verdicts/", "text/csv", "text/csv; charset=utf-8"),
        ("verdicts/", "application/vnd.apache.parquet", "application/vnd.apache.parquet"),
        ("verdicts.csv", "*/*", "text/csv; charset=utf-8"),
        ("verdicts.parquet", "text/html", "application/vnd.apache.parquet"),
        ("verdicts.ndjson", "text/csv", "application/x-ndjson"),
    ],
)
def test_the_suffix_decides_and_else_accept(path, accept, media_type):
    last = ledger(2)[-1]
    answer = get(path, accept)
    body = answer.getvalue()
    assert (answer.status_code, answer["Content-Type"]) == (200, media_type)
    assert "Accept" in answer["Vary"]
    assert (answer["Ledger-Number"], answer["Ledger-Hash"]) == ("2", last.hash)
    if "parquet" in media_type:
        assert pq.read_table(io.BytesIO(body)).num_rows == 2
    elif "ndjson" in media_type:
        assert [json.loads(line)["content"]["number"] for line in body.splitlines()] == [1, 2]
    else:
        assert body.startswith(b"number,at,kind,")


def test_it_is_asked_for_again_by_the_head_alone():
    ledger(1)
    first = get("claims.csv")
    again = get("claims.csv", **{"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert first["ETag"] != get("claims.parquet")["ETag"]
    ledger_grows = get("claims.csv?figure=us-troops-iraq")
    assert ledger_grows["ETag"] != first["ETag"]
    head = Client().head("/api/v1/export/claims.csv")
    assert (head["ETag"], head.getvalue()) == (first["ETag"], b"")


def test_what_was_known_at_a_moment_that_is_over_never_changes():
    ledger(1)
    assert "immutable" not in get("verdicts.csv?known_at=2024-02-02")["Cache-Control"]
    later = ledger(1, at=NOON + timedelta(days=2))
    assert later[0].number == 2
    for dataset, settles in (("verdicts", True), ("changes", False)):
        answer = get(f"{dataset}.ndjson?known_at=2024-02-02")
        assert ("immutable" in answer["Cache-Control"]) is settles
    assert len(get("verdicts.ndjson?known_at=2024-02-02").getvalue().splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "status", "attr", "words"),
    [
        ("export/people/", 404, None, "there are: verdicts, claims"),
        ("export/claims.xlsx", 404, None, "csv, ndjson, parquet"),
        ("export/claims/?known_at=yesterday", 400, "known_at", "with its zone"),
        ("export/claims/?known_at=2024-02-01T12:00:00", 400, "known_at", "with its zone"),
        ("export/claims/?known_at=2024-02-30", 400, "known_at", "calendar"),
        ("export/claims/?known_at=0001-01-01T00:00:00%2B10:00", 400, "known_at", "calendar"),
        ("export/claims/?figure=none", 400, "figure", "no figure"),
        ("export/claims/?page_size=1", 400, "page_size", "no parameter"),
    ],
)
def test_what_is_wrong_is_told(path, status, attr, words):
    answer = Client().get(f"/api/v1/{path}")
    assert answer.status_code == status
    (error,) = answer.json()["errors"]
    assert error["attr"] == attr and words in error["detail"]


@pytest.mark.parametrize("path", ["export/claims.parquet", "export/claims/", "changes/"])
def test_an_address_tells_of_itself_in_json(path):
    answer = Client().options(f"/api/v1/{path}", headers={"Accept": "application/x-ndjson"})
    assert answer.status_code == 200 and answer.json()["name"]


def test_a_format_that_there_is_not_is_refused_in_the_one_shape():
    answer = get("claims/", "application/pdf")
    assert answer.status_code == 406
    assert answer.json()["errors"][0]["code"] == "not_acceptable"
