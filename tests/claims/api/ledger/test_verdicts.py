"""GET /api/v1/verdicts/, /verdicts/{number}/, /verdicts/{number}/after/, /ledger/head/"""

from datetime import timedelta

import pytest
from django.test import Client

from claims import ledger
from claims.ledger import GENESIS, chain_hash, content_hash
from claims.models import Verdict
from tests.claims import make
from tests.claims.ledger.rows import NOON, people, verdict
from tests.factcheck.api.asking import ask, every_page, refusal

pytestmark = pytest.mark.django_db


@pytest.fixture
def corrected() -> list[Verdict]:
    """A verdict, another claim's verdict, and a correction of the first."""
    signed, figure = people(), make.figure()
    claim = make.claim(figure=figure, key="a", claimant='A "ministry"\x01')
    make.evidence(claim)
    first = verdict(claim, signed=signed)
    first.save()
    other = verdict(make.claim("9,000", figure=make.figure("planes", unit="planes")), signed=signed)
    other.save()
    columns = {"kind": "correction", "supersedes": first, "at": NOON + timedelta(days=1)}
    second = verdict(claim, signed=signed, reason="Misread.", **columns)
    second.save()
    return [Verdict.objects.get(pk=row.pk) for row in (first, other, second)]


def test_the_ledger_comes_in_its_order_and_can_be_checked(corrected):
    rows = [row for page in every_page("verdicts/", page_size=2) for row in page]
    assert [row["content"] for row in rows] == [row.content for row in corrected]
    last = GENESIS
    for row in rows:
        assert row["content_hash"] == content_hash(row["content"])
        assert row["previous_hash"] == last
        last = row["hash"] == chain_hash(last, row["content_hash"]) and row["hash"]
    head = ask("ledger/head/")
    assert head == {"number": 3, "hash": last, "at": "2024-02-02T12:00:00Z"}
    assert ledger.head().hash == last


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ({"kind": "correction"}, [3]),
        ({"kind": ["correction", "verdict"]}, [1, 2, 3]),
        ({"claim": "a"}, [1, 3]),
        ({"figure": "planes"}, [2]),
        ({"figure": "planes", "claim": "a"}, []),
    ],
)
def test_what_is_found(corrected, query, numbers):
    found = ask("verdicts/", **query)["results"]
    assert [row["content"]["number"] for row in found] == numbers


def test_a_permalink_is_the_row_and_may_be_kept_for_ever(corrected):
    before = Client().get("/api/v1/verdicts/1/")
    assert before.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert ask("verdicts/1/") == ask("verdicts/")["results"][0]
    claim = corrected[0].claim
    columns = {"kind": "withdrawal", "supersedes": corrected[2]}
    verdict(claim, signed=people(), at=NOON + timedelta(days=2), **columns).save()
    claim.evidence.update(state="withdrawn")
    assert Client().get("/api/v1/verdicts/1/").content == before.content
    same = {"If-None-Match": before.headers["ETag"]}
    assert Client().get("/api/v1/verdicts/1/", headers=same).status_code == 304


def test_what_came_after_stands_apart(corrected):
    assert ask("verdicts/1/after/") == {
        "number": 1,
        "in_force": False,
        "superseded_by": {
            "number": 3,
            "kind": "correction",
            "at": "2024-02-02T12:00:00Z",
            "reason": "Misread.",
            "url": "http://testserver/api/v1/verdicts/3/",
        },
        "latest": 3,
    }
    after = ask("verdicts/3/after/")
    assert (after["in_force"], after["superseded_by"], after["latest"]) == (True, None, 3)


def test_an_empty_ledger_has_a_head():
    assert ask("ledger/head/") == {"number": 0, "hash": GENESIS, "at": None}


@pytest.mark.parametrize("number", ["1", "0", "9" * 40])
def test_a_verdict_that_is_not_there(number):
    assert "no verdict" in refusal(f"verdicts/{number}/", 404)[None]
    assert "no verdict" in refusal(f"verdicts/{number}/after/", 404)[None]


def test_what_is_refused(corrected):
    assert "not one of: verdict, correction" in refusal("verdicts/", kind="draft")["kind"]
    make.claim(key="a-draft")
    assert "Nothing was published" in refusal("verdicts/", claim="a-draft")["claim"]
    assert "Nothing was published" in refusal("verdicts/", figure="nope")["figure"]
