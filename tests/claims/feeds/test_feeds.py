"""Atom and JSON Feed, as their documents describe them."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from claims.feeds import Feed, atom, entry, json_feed
from tests.claims.formats.content import SITE, content

NS = {"a": "http://www.w3.org/2005/Atom"}
URL = {"type": "string", "pattern": "^https?://"}
WORDS = {"type": "string", "minLength": 1}
# https://www.jsonfeed.org/version/1.1/
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": WORDS,
        "home_page_url": URL,
        "feed_url": URL,
        "next_url": URL,
        "authors": {"type": "array", "items": {"type": "object", "minProperties": 1}},
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "properties": {
                    "id": WORDS,
                    "url": URL,
                    "title": WORDS,
                    "content_text": WORDS,
                    "date_published": {"type": "string", "pattern": "^\\d{4}-.*Z$"},
                },
                "additionalProperties": False,
            },
        },
    },
    "additionalProperties": False,
}

FEED = Feed(
    site=SITE,
    title="Verdicts",
    id="https://facts.example/f",
    url="https://facts.example/f?before=8",
    older="https://facts.example/f?before=7",
    at="2024-02-01T12:00:00.000000Z",
    entries=(entry(content(), SITE), entry(content(number=6, statement="<b>\x01&"), SITE)),
)


def test_atom_has_what_every_feed_and_entry_must_have():
    root = ET.fromstring(atom(FEED))
    for node in (root, *root.iterfind("a:entry", NS)):
        for name in ("id", "title", "updated"):
            assert len(node.findall(f"a:{name}", NS)) == 1 and node.findtext(f"a:{name}", "", NS)
    assert root.findtext("a:author/a:name", None, NS) == "A desk"
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", NS)}
    assert links == {"self": FEED.url, "first": FEED.id, "next": FEED.older}
    second = root.findall("a:entry", NS)[1]
    assert second.findtext("a:title", "", NS) == "Corroborated: <b>\ufffd&"


def test_json_feed_is_one():
    told = json.loads(json_feed(FEED))
    jsonschema.validate(told, JSON_FEED)
    assert told["next_url"] == FEED.older
    assert [item["id"] for item in told["items"]] == [SITE.verdict(7), SITE.verdict(6)]


def test_the_last_page_leads_nowhere():
    last = replace(FEED, older=None)
    assert b'rel="next"' not in atom(last) and b"next_url" not in json_feed(last)


@pytest.mark.parametrize(
    ("changed", "title"),
    [
        ({"rating": "single-source"}, "Single source: About"),
        ({"kind": "correction", "supersedes": 3}, "Corrected: About"),
        ({"kind": "withdrawal", "supersedes": 3}, "Withdrawn: About"),
    ],
)
def test_an_entry_says_what_became_of_the_claim_and_why(changed, title):
    told = entry(content(**changed), SITE)
    assert told.title.startswith(title)
    assert "Why: Both agree." in told.text
    assert ("verdicts/3/" in told.text) is ("supersedes" in changed)
