"""What is read blind is accepted as two people found it, and by no other door."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from claims.blind.readings import adjudicate
from claims.evidence import add_evidence, change_evidence, decide_evidence
from claims.importing import ImportRefused, import_file
from claims.models import Evidence
from tests.claims import make
from tests.claims.admin.bulk import do, look
from tests.claims.blind.reading import JULY, NOW, differing, marked, read
from tests.claims.make import TODAY
from tests.claims.people import person

pytestmark = pytest.mark.django_db

REFUSED = "marked for blind second reading: leave the evidence proposed"


def marked_document():
    """A claim that is not marked, and a passage of a document that is."""
    return make.claim(), make.passage(make.document(blind=True))


ITEMS = pytest.mark.parametrize("item", [marked, marked_document], ids=["claim", "document"])


def bring(item, **fields) -> Evidence:
    claim, passage = item
    return add_evidence(
        claim=claim, passage=passage, at=TODAY,
        **{"stance": "supports", "wording": "5,000", "period": JULY} | fields,
    )  # fmt: skip


@ITEMS
def test_it_is_not_accepted_when_it_is_added(item):
    with pytest.raises(ValidationError, match=REFUSED) as refusal:
        bring(item(), state="accepted")
    assert refusal.value.message_dict.keys() == {"state"}
    assert not Evidence.objects.exists()


@ITEMS
def test_it_is_proposed_and_then_accepted_by_reading_it_twice(item):
    item = item()
    proposed = bring(item, stance="conflicts", note="Seen on the desk.")
    with pytest.raises(ValidationError, match=REFUSED):
        decide_evidence(evidence=proposed, state="accepted", at=TODAY)
    for _ in range(2):
        read(item, wording="about 5,000")
    found = Evidence.objects.get()  # the proposal became what the two found
    assert (found.pk, found.state, found.stance) == (proposed.pk, "accepted", "supports")
    assert found.wording == "about 5,000"
    assert found.note == "Seen on the desk.\nRead twice, apart."


def test_a_claim_object_from_before_the_mark_opens_no_door():
    claim, passage = marked()
    claim.blind = False
    with pytest.raises(ValidationError, match=REFUSED):
        bring((claim, passage), state="accepted")


@pytest.mark.parametrize(
    "changes",
    [{"stance": "conflicts"}, {"wording": "9,000"}, {"period": None}, {"modality": "plan"}],
    ids=lambda changes: next(iter(changes)),
)
def test_what_was_found_is_not_changed_by_hand(changes):
    item = marked()
    read(item), read(item)
    found = Evidence.objects.get()
    with pytest.raises(ValidationError, match=REFUSED):
        change_evidence(evidence=found, at=TODAY, **changes)
    assert change_evidence(evidence=found, at=TODAY, note="Looked again.").note == "Looked again."


def test_what_was_found_may_be_withdrawn_and_accepted_again():
    item = marked()
    read(item), read(item)
    found = decide_evidence(evidence=Evidence.objects.get(), state="withdrawn", at=TODAY)
    assert decide_evidence(evidence=found, state="accepted", at=TODAY).state == "accepted"


def test_only_the_ruling_is_accepted_once_someone_ruled():
    claim, passage = differing()
    adjudicate(
        claim=claim, passage=passage, by=person("adjudicator"), ruling="second",
        reason="So it says.", now=NOW, at=TODAY,
    )  # fmt: skip
    with pytest.raises(ValidationError, match=REFUSED):
        bring((claim, passage), stance="conflicts", wording="9,000", state="accepted")
    assert Evidence.objects.get().wording == "5,000"


def test_one_reading_is_not_enough():
    item = marked()
    read(item)
    with pytest.raises(ValidationError, match=REFUSED):
        bring(item, state="accepted")


def test_the_action_of_the_list_passes_it_by_and_says_so():
    reviewer = person()
    blind, open_to_all = bring(marked(), by=reviewer), bring((make.claim(), make.passage()))
    client = Client()
    client.force_login(reviewer)
    shown = look(client, "accept", blind, open_to_all)
    assert REFUSED in shown.content.decode()
    do(client, shown, reason="Both look right.")
    states = dict(Evidence.objects.values_list("pk", "state"))
    assert states == {blind.pk: "proposed", open_to_all.pk: "accepted"}


@ITEMS
def test_the_desk_proposes_it(item):
    claim, passage = item()
    client = Client()
    client.force_login(person())
    sent = {
        "snapshot": passage.snapshot_id, "start": passage.start, "end": passage.end,
        "claim": claim.pk, "stance": "supports", "wording": "5,000", "period": "July 2020",
    }  # fmt: skip
    desk = reverse("desk:file", args=[passage.snapshot.document.key])
    answer = client.post(desk, sent, content_type="application/json")
    assert answer.status_code == 200, answer.content
    assert Evidence.objects.get().state == "proposed"
    assert answer.json()["news"].startswith("It is proposed, and waits for others")


def test_an_import_is_refused_with_the_reason_at_the_state(tmp_path):
    claim, passage = marked()
    file = tmp_path / "claims.yaml"
    file.write_text(
        f"""
claims:
  - key: {claim.key}
    statement: {claim.statement}
    figure: {claim.figure.slug}
    evidence:
      - document: {passage.snapshot.document.key}
        quote: {passage.exact}
        stance: supports
"""
    )
    with pytest.raises(ImportRefused, match=REFUSED) as refusal:
        import_file(file, at=TODAY)
    assert [problem.field for problem in refusal.value.problems] == ["state"]
    assert not Evidence.objects.exists()


def test_an_open_disagreement_asks_for_review_until_someone_rules():
    claim, passage = differing()
    claim.refresh_from_db()
    assert claim.review_reasons == ["reviewers-split"]
    adjudicate(
        claim=claim, passage=passage, by=person("adjudicator"), ruling="second",
        reason="So it says.", now=NOW, at=TODAY,
    )  # fmt: skip
    claim.refresh_from_db()
    assert claim.review_reasons == []
