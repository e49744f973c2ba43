"""GET /api/v1/feeds/"""

from __future__ import annotations

import json

import pytest
from django.test import Client

from claims.api import feeds
from tests.claims import make
from tests.claims.ledger.rows import ledger, people, verdict

pytestmark = pytest.mark.django_db


def get(path: str, **headers):
    return Client().get(path if "://" in path else f"/api/v1/feeds/{path}", headers=headers)


def numbers(feed: dict) -> list[int]:
    return [int(item["id"].rstrip("/").rpartition("/")[2]) for item in feed["items"]]


def test_the_pages_lead_through_all_of_it_the_newest_first(monkeypatch):
    monkeypatch.setattr(feeds, "ENTRIES", 2)
    ledger(5)
    path, pages = "http://testserver/api/v1/feeds/verdicts.json", []
    while path:
        feed = json.loads(get(path).content)
        pages.append(numbers(feed))
        path = feed.get("next_url")
    assert pages == [[5, 4], [3, 2], [1]]


def test_corrections_and_withdrawals_alone_and_of_one_figure():
    signed = people()
    other = verdict(make.claim(figure=make.figure("other", measure="other")), signed=signed)
    first = verdict(signed=signed)
    other.save()
    first.save()
    second = verdict(first.claim, signed=signed, kind="correction", supersedes=first)
    second.save()
    again = verdict(other.claim, signed=signed, supersedes=other)  # a second look, no correction
    again.save()
    verdict(first.claim, signed=signed, kind="withdrawal", supersedes=second).save()
    assert numbers(get("corrections.json").json()) == [5, 3]
    assert numbers(get("verdicts.json?figure=other").json()) == [4, 1]
    assert get("corrections.json?figure=other").json()["items"] == []


def test_it_is_asked_for_again_cheaply_and_in_either_format():
    ledger(1)
    atom = get("verdicts/")
    assert atom["Content-Type"] == "application/atom+xml"
    assert get("verdicts/", **{"If-None-Match": atom["ETag"]}).status_code == 304
    assert get("verdicts/", Accept="application/feed+json").json()["items"]
    assert get("verdicts.json")["ETag"] != atom["ETag"]
    assert get("rumours.atom").status_code == 404
    assert get("verdicts/", Accept="text/csv").status_code == 406
    assert get("verdicts.atom?figure=none").status_code == 400
