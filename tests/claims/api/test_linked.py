"""What the API has as JSON-LD is of the shapes that the pure mappings are tested against."""

from __future__ import annotations

import json

import jsonschema
import pytest
from django.test import Client

from tests.claims import make
from tests.claims.formats.test_annotation import ANNOTATION, PAGE
from tests.claims.formats.test_claim_review import REVIEW
from tests.claims.ledger.rows import people, verdict

pytestmark = pytest.mark.django_db


def get(path: str, accept: str = "*/*"):
    return Client().get(f"/api/v1/{path}", headers={"Accept": accept})


@pytest.fixture
def published():
    claim = make.claim(key="one.two", claimant="A minister")
    quoted = make.passage(make.document(published=make.JULY))
    make.evidence(claim, key="a-quote", quoting=quoted)
    row = verdict(claim, signed=people())
    row.save()
    return row


@pytest.mark.parametrize("path", ["verdicts/1.jsonld", "claims/one.two.jsonld"])
def test_a_verdict_and_what_is_in_force_as_claim_review(published, path):
    answer = get(path, "text/html")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/ld+json")
    told = json.loads(answer.content)
    jsonschema.validate(told, REVIEW)
    assert told["url"] == "http://testserver/api/v1/verdicts/1/"
    assert "immutable" not in answer["Cache-Control"]


@pytest.mark.parametrize(
    "path", ["verdicts/1.annotations.jsonld", "claims/one.two/evidence.jsonld"]
)
def test_evidence_as_web_annotations(published, path, reads_drafts):
    answer = Client().get(f"/api/v1/{path}")
    assert 'profile="http://www.w3.org/ns/anno.jsonld"' in answer["Content-Type"]
    told = json.loads(answer.content)
    jsonschema.validate(told, PAGE)
    (note,) = told["items"]
    assert note["id"].endswith("#a-quote")
    assert note["body"][1]["source"] == "http://testserver/api/v1/claims/one.two/"


def test_a_passage_as_a_web_annotation_with_its_time(published):
    passage = published.claim.evidence.get().passage
    told = json.loads(get(f"passages/{passage.pk}.jsonld").content)
    jsonschema.validate(told, ANNOTATION)
    assert told["target"]["sha256"] == passage.snapshot.sha256
    assert told["target"]["state"]["type"] == "TimeState"


def test_what_is_withdrawn_has_no_review(published):
    signed = {"submitted_by": published.submitted_by, "approved_by": published.approved_by}
    verdict(published.claim, signed=signed, kind="withdrawal", supersedes=published).save()
    for path in ("verdicts/2.jsonld", "claims/one.two.jsonld", "claims/none.jsonld"):
        answer = get(path)
        assert answer.status_code == 404 and answer.json()["errors"][0]["code"] == "not_found"
    assert get("verdicts/1.jsonld").status_code == 200  # for ever
