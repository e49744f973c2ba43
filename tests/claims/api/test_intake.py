"""POST claims/ and evidence/: the importer's rules, and nothing that is there is changed."""

import pytest

from claims.api.intake_fields import ClaimIntakeSerializer, EvidenceIntakeSerializer
from claims.importing.claims import CLAIM
from claims.importing.evidence import EVIDENCE
from claims.models import Claim, Evidence, Verdict
from tests.claims import make
from tests.factcheck.api.sending import errors, ingest_key, send, send_lines

QUOTE = "There were 5,000 troops."


@pytest.fixture
def key(db) -> dict[str, str]:
    return ingest_key("annotator")


@pytest.fixture
def claim(db) -> dict:
    """A row that can be sent: its figure and document are there."""
    make.document(QUOTE, key="note")
    make.figure("us-troops-iraq")
    return {
        "key": "a",
        "statement": "About 5,000 troops were there.",
        "figure": "us-troops-iraq",
        "quantity": "approximately 5,000",
        "period": "July 2020",
        "evidence": [quoting()],
    }


def quoting(**fields) -> dict:
    return {
        "document": "note",
        "quote": QUOTE,
        "stance": "supports",
        "quantity": "5,000",
        "period": "July 2020",
    } | fields


def test_a_claim_comes_in_as_a_draft_with_evidence_that_is_proposed(key, claim):
    answer = send("claims/", claim, **key)
    assert answer.status_code == 201
    assert answer["Location"] == answer.json()["url"] == "http://testserver/api/v1/claims/a/"
    made = Claim.objects.get()
    (evidence,) = made.evidence.all()
    assert (made.stage, made.status) == ("draft", "unsupported")
    assert evidence.state == "proposed"
    assert evidence.created_by.groups.get().name == "annotator"
    again = send("claims/", claim, **key)
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    assert not Verdict.objects.exists()


def test_what_is_there_is_not_changed(key, claim):
    send("claims/", claim, **key)
    for other in (claim | {"statement": "Other."}, claim | {"evidence": [quoting(note="Other.")]}):
        assert errors(send("claims/", other, **key), 409) == {None: "exists"}
    assert Claim.objects.get().statement == claim["statement"]
    assert Evidence.objects.get().note == ""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"key": ""}, {"key": "invalid"}),
        ({"figure": "none"}, {"figure": "invalid"}),
        ({"quantity": "between 9 and 5"}, {"quantity": "invalid"}),
        ({"period": "2020-02-30"}, {"period": "invalid"}),
        ({"status": "refuted"}, {"status": "unknown_field"}),
        ({"verdict": "refuted"}, {"verdict": "unknown_field"}),
        ({"stage": "verified"}, {"stage": "unknown_field"}),
        ({"evidence": "x"}, {"evidence": "invalid"}),
        ({"statement": ["x"]}, {"statement": "invalid"}),
        ({"evidence": [quoting(quote="No such words.")]}, {"evidence.1.quote": "invalid"}),
        ({"evidence": [quoting(), quoting(stance="maybe")]}, {"evidence.2.stance": "invalid"}),
    ],
)
def test_what_is_refused_is_named_and_leaves_nothing(key, claim, change, expected):
    assert errors(send("claims/", claim | change, **key)) == expected
    assert not Claim.objects.exists()


def test_evidence_is_brought_to_a_claim(key, claim):
    send("claims/", claim | {"evidence": []}, **key)
    row = quoting(claim="a")
    answer = send("evidence/", row, **key)
    assert answer.status_code == 201 and "Location" not in answer
    assert answer.json()["key"] == Evidence.objects.get().key == "a.1"
    assert send("evidence/", row, **key).json()["outcome"] == "unchanged"
    for wrong, expected in (
        (row | {"claim": "b"}, {"claim": "unknown"}),
        (row | {"claim": None}, {"claim": "unknown"}),
        (row | {"quote": "No such words."}, {"quote": "invalid"}),
        (row | {"evidence": []}, {"evidence": "unknown_field"}),
    ):
        assert errors(send("evidence/", wrong, **key)) == expected


def test_evidence_is_accepted_only_in_the_name_of_someone_who_may(claim):
    accepted = claim | {"evidence": [quoting(state="accepted")]}
    assert errors(send("claims/", accepted, **ingest_key("editor")), 403) == {None: "owner_may_not"}
    assert send("claims/", accepted, **ingest_key("annotator")).status_code == 201
    assert Claim.objects.get().status == "single-source"


def test_many_at_once_each_for_itself(key, claim):
    other = claim | {"key": "b", "evidence": []}
    told = send_lines("claims/", [claim, claim | {"key": "c", "figure": "x"}, other, claim], **key)
    assert [one["outcome"] for one in told] == ["new", "refused", "new", "unchanged"]
    assert told[1] == {"line": 2, "outcome": "refused", "errors": told[1]["errors"]}
    assert told[1]["errors"][0]["attr"] == "figure"
    assert set(Claim.objects.values_list("key", flat=True)) == {"a", "b"}


def test_the_fields_that_are_described_are_those_that_are_taken():
    assert set(ClaimIntakeSerializer().fields) == CLAIM
    assert set(EvidenceIntakeSerializer().fields) == EVIDENCE | {"claim"}
