"""Ask the API as a client does, and hold every answer against the API's own description."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema
from django.test import Client
from django.urls import resolve
from drf_spectacular.generators import SchemaGenerator

SCHEMA = SchemaGenerator().get_schema(request=None, public=True)
API = "/api/v1/"

HEADERS: dict[str, str] = {}
"""What every question is sent with; the tests of claims put a key here that reads drafts."""

GATE = 1
"""Queries of every request before any of its own: the caller is counted."""


def ask(path: str, /, **query: Any) -> Any:
    """The JSON that a good question gets; it fails unless that is what the schema promises."""
    return _asked(path, query, 200)


def refusal(path: str, status: int = 400, /, **query: Any) -> dict[str | None, str]:
    """What is said against a bad question: the detail by parameter (None: by none of them)."""
    body = _asked(path, query, status)
    assert body["type"] in ("validation_error", "client_error")
    return {error["attr"]: error["detail"] for error in body["errors"]}


def every_page(path: str, /, **query: Any) -> list[list[dict]]:
    """The results of each page, from the first to the last, by the links `next`."""
    page = ask(path, **query)
    pages = [page["results"]]
    while page["next"]:
        assert len(pages) < 100, "the pages go on for ever"
        page = ask_link(page["next"])
        pages.append(page["results"])
    return pages


def ask_link(url: str) -> Any:
    """As `ask`, for an absolute link that an answer gave."""
    site = "http://testserver"
    assert url.startswith(site)
    return ask(url.removeprefix(site))


def _asked(path: str, query: dict, status: int) -> Any:
    url = path if path.startswith("/") else f"{API}{path}"
    response = Client().get(url, query or None, headers=HEADERS)
    assert response.status_code == status, response.content[:2000]
    assert response["Content-Type"] == "application/json"
    body = json.loads(response.content, parse_float=_no_float)
    _conform(body, url.partition("?")[0], str(status))
    return body


def _no_float(text: str):
    raise AssertionError(f"the answer has a bare fraction, {text}: numbers travel as strings")


def _conform(body: Any, path: str, status: str) -> None:
    """Fail unless the body is what the schema says of this address and status."""
    template = "/" + re.sub(r"<\w+:(\w+)>", r"{\1}", resolve(path).route)
    described = SCHEMA["paths"][template]["get"]["responses"][status]
    schema = described["content"]["application/json"]["schema"]
    components = {"components": SCHEMA["components"]}
    jsonschema.Draft202012Validator(
        as_json_schema({**schema, **components}),
        format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER,
    ).validate(body)


def as_json_schema(node: Any) -> Any:
    """OpenAPI 3.0 spells null as `nullable`; no answer may have a property that is not told."""
    if isinstance(node, list):
        return [as_json_schema(part) for part in node]
    if not isinstance(node, dict):
        return node
    converted = {name: as_json_schema(part) for name, part in node.items() if name != "nullable"}
    if node.get("type") == "object" and isinstance(node.get("properties"), dict):
        converted["additionalProperties"] = False
    return {"anyOf": [converted, {"type": "null"}]} if node.get("nullable") is True else converted
