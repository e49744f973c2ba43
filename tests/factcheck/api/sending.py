"""Send rows to the API as a client does."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client

from tests.claims.people import person
from tests.factcheck.access.callers import new_key

NDJSON = "application/x-ndjson"


def ingest_key(role: str = "reviewer") -> dict[str, str]:
    """The header of an ingest key whose owner has this role."""
    return new_key("ingest", owner=person(role))[1]


def send(path: str, row: Any, /, **headers: str):
    """One row; a str is sent as it is."""
    body = row if isinstance(row, str | bytes) else json.dumps(row)
    return Client(enforce_csrf_checks=True).post(
        f"/api/v1/{path}", body, content_type="application/json", headers=headers
    )


def send_lines(path: str, lines: list, /, **headers: str) -> list[dict]:
    """Many rows; what is told of each."""
    body = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    answer = Client().post(f"/api/v1/{path}", body, content_type=NDJSON, headers=headers)
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"] == NDJSON
    return [json.loads(line) for line in answer.content.splitlines()]


def errors(answer, status: int = 400) -> dict[str | None, str]:
    """code by attr, of a refusal."""
    assert answer.status_code == status, answer.content
    return {error["attr"]: error["code"] for error in answer.json()["errors"]}
