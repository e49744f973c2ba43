"""What stands in each queue, what does not, and since when it waits."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from claims.blind.compare import say_the_same
from claims.blind.readings import adjudicate
from claims.drafting import change_claim
from claims.evidence import decide_evidence
from claims.models import BlindReading, Claim, Evidence
from claims.queues.table import QUEUES
from claims.workflow.steps import reject, submit
from tests.claims import make
from tests.claims.make import TODAY
from tests.claims.people import person
from tests.claims.workflow import ready

from . import waiting
from .waiting import HOUR, MAKERS, NOW

pytestmark = pytest.mark.django_db

each_shared_queue = pytest.mark.parametrize("name", MAKERS)


def keys(name: str, *, by=None) -> list[str]:
    rows = QUEUES[name].waiting(Claim.objects.all(), by or person())
    return list(rows.oldest_first().values_list("key", flat=True))


def since(name: str, *, by=None) -> datetime:
    return QUEUES[name].waiting(Claim.objects.all(), by or person()).get().waits_since


def test_every_shared_queue_has_a_maker():
    assert set(MAKERS) == {queue.name for queue in QUEUES.values() if queue.shared}


@each_shared_queue
def test_a_claim_of_its_kind_waits_in_the_queue(name):
    claim = MAKERS[name]()
    ready.checked()  # another claim, for which nothing waits

    assert keys(name) == [claim.key]


@each_shared_queue
def test_a_quiet_claim_waits_in_no_queue(name):
    ready.checked()

    assert keys(name) == []


NEVER_MERGED = {"in-review", "stale-verdicts"}
"""Claims that are in review or verified: the database refuses to merge them."""


@pytest.mark.parametrize("name", sorted(MAKERS.keys() - NEVER_MERGED))
def test_a_claim_that_was_merged_into_another_waits_in_no_queue(name):
    claim = MAKERS[name]()
    Claim.objects.filter(pk=claim.pk).update(merged_into=ready.checked())

    assert keys(name) == []


@pytest.mark.parametrize("name", sorted(NEVER_MERGED))
def test_a_claim_in_review_or_verified_cannot_be_merged(name):
    claim = MAKERS[name]()

    with pytest.raises(IntegrityError, match="cannot be merged"), transaction.atomic():
        Claim.objects.filter(pk=claim.pk).update(merged_into=ready.checked())


class TestInReview:
    def test_waits_since_it_was_submitted(self):
        waiting.in_review()

        assert since("in-review") == ready.NOW

    def test_submitted_again_it_waits_since_then(self):
        claim = ready.reopened()
        submit(claim=claim, by=person(), now=ready.NOW + HOUR, at=TODAY)

        assert since("in-review") == ready.NOW + HOUR

    def test_is_not_for_the_one_who_submitted(self):
        submitter, other = person(), person()
        claim = waiting.in_review(by=submitter)
        rows = Claim.objects.waiting_for_second()

        assert list(rows.decidable_by(submitter)) == []
        assert list(rows.decidable_by(other)) == [claim]

    def test_is_not_for_the_one_who_changed_it_since(self):
        editor, other = person(), person()
        claim = waiting.in_review()
        change_claim(
            claim=claim, at=TODAY, by=editor, seen_version=claim.version, statement="Other words."
        )
        rows = Claim.objects.waiting_for_second()

        assert list(rows.decidable_by(editor)) == []
        assert list(rows.decidable_by(other)) == [claim]


@pytest.mark.parametrize("name", ["needs-review", "contested", "lost-anchors", "proposed-evidence"])
def test_a_claim_that_was_turned_down_waits_no_longer(name):
    claim = MAKERS[name]()
    ready.in_review(claim)
    reject(claim=claim, by=person(), reason="Not what the source says.", **ready.as_seen(claim))

    assert keys(name) == []


class TestContested:
    def test_waits_since_it_became_contested(self):
        claim = waiting.contested()

        assert since("contested") == claim.status_changes.get(to_status="contested").at

    def test_a_verdict_on_this_evidence_settles_it(self):
        ready.verified(ready.in_review(waiting.contested()))

        assert keys("contested") == []

    def test_new_evidence_unsettles_it(self):
        claim = ready.verified(ready.in_review(waiting.contested()))
        make.evidence(claim)
        waiting.rechecked(claim)

        assert keys("contested") == [claim.key]


class TestStaleVerdicts:
    def test_waits_since_the_evidence_changed(self):
        claim = waiting.with_stale_verdict()

        assert since("stale-verdicts") == claim.earlier.last().until

    def test_tells_what_is_published(self):
        waiting.with_stale_verdict()

        assert Claim.objects.with_stale_verdict().get().published == "single-source"

    def test_waits_in_review_instead_once_it_is_submitted(self):
        claim = ready.reopened(waiting.with_stale_verdict())
        assert keys("stale-verdicts") == [claim.key]

        ready.in_review(claim)

        assert keys("stale-verdicts") == []
        assert keys("in-review") == [claim.key]


class TestLostAnchors:
    def test_waits_since_the_first_of_the_newer_texts_was_retrieved(self):
        claim = waiting.with_lost_anchor(at=NOW)
        other = make.passage()
        make.evidence(claim, quoting=other)
        make.lose(other, "Nothing of it.", at=NOW - HOUR)

        found = Claim.objects.with_lost_anchor().get()
        assert (found.waits_since, found.lost_quotes) == (NOW - HOUR, 2)

    @pytest.mark.parametrize("state", ["rejected", "withdrawn"])
    def test_evidence_that_does_not_count_loses_nothing(self, state):
        claim = waiting.with_lost_anchor()
        decide_evidence(evidence=claim.evidence.get(), state=state, at=TODAY)

        assert keys("lost-anchors") == []


class TestProposedEvidence:
    def test_counts_what_is_proposed_and_waits_since_the_first(self):
        claim = waiting.with_proposed()
        make.evidence(claim, state="proposed")
        first = claim.evidence.order_by("created").first()
        Evidence.objects.filter(pk=first.pk).update(created=NOW - timedelta(days=3))

        found = Claim.objects.with_proposed_evidence().get()
        assert (found.proposed, found.waits_since) == (2, NOW - timedelta(days=3))


def reading(claim: Claim, **fields) -> BlindReading:
    columns = make.reported(fields.pop("wording", ""), fields.pop("period", ""), claim.figure)
    return BlindReading.objects.create(
        claim=claim, reader=person(), started_at=NOW, **{"stance": "supports"} | columns | fields
    )


class TestDisagreements:
    @pytest.mark.parametrize(
        "first, second",
        [
            pytest.param({}, {}, id="no number, no time"),
            pytest.param({"wording": "5,000"}, {"wording": "5,000"}, id="the same number"),
            pytest.param({"wording": "5,000"}, {"wording": "5,000 troops"}, id="other words"),
            pytest.param({"wording": "5,000"}, {"wording": "about 5,000"}, id="another hedge"),
            pytest.param({"wording": "5,000"}, {}, id="only one gives a number"),
            pytest.param({}, {"stance": "context"}, id="another stance"),
            pytest.param({"period": "July 2020"}, {"period": "2020"}, id="another time"),
            pytest.param({"period": "July 2020"}, {}, id="only one gives a time"),
            pytest.param({}, {"modality": "plan"}, id="a plan, not an observation"),
        ],
    )
    def test_two_readings_differ_here_as_they_do_where_they_are_compared(self, first, second):
        claim, quoted = ready.checked(make.claim()), make.passage()
        pair = [
            reading(claim, passage=quoted, submitted_at=NOW, **fields) for fields in (first, second)
        ]

        assert bool(keys("disagreements")) is not say_the_same(*pair)

    def test_waits_since_the_second_reading_was_handed_in(self):
        waiting.read_apart(now=NOW)

        assert since("disagreements") == NOW + HOUR

    def test_a_reading_that_is_not_handed_in_differs_from_none(self):
        claim, quoted = ready.checked(make.claim()), make.passage()
        reading(claim, passage=quoted, submitted_at=NOW)
        reading(claim, passage=quoted, stance="context")

        assert keys("disagreements") == []

    def test_a_ruling_ends_it(self):
        claim = waiting.read_apart()
        adjudicate(
            claim=claim,
            passage=claim.blind_readings.first().passage,
            by=person("adjudicator"),
            ruling="first",
            reason="As it says.",
            now=NOW,
            at=TODAY,
        )

        assert keys("disagreements") == []

    def test_is_not_for_those_who_read_it(self):
        readers, third = (person(), person()), person("adjudicator")
        claim = waiting.read_apart(readers=readers)
        rows = Claim.objects.with_disagreement()

        assert [list(rows.adjudicable_by(reader)) for reader in readers] == [[], []]
        assert list(rows.adjudicable_by(third)) == [claim]

    def test_a_reader_may_rule_on_another_passage_of_the_claim(self):
        reader = person("adjudicator")
        claim = waiting.read_apart(readers=(reader, person()))
        waiting.read_apart(claim)

        found = Claim.objects.with_disagreement().adjudicable_by(reader).get()
        assert found.disagreements == 2


class TestOldestFirst:
    def test_by_the_moment_of_what_made_them_wait_and_then_in_a_fixed_order(self):
        late, early = waiting.with_lost_anchor(at=NOW), waiting.with_lost_anchor(at=NOW - HOUR)
        also_late = waiting.with_lost_anchor(at=NOW)

        assert keys("lost-anchors") == [early.key, late.key, also_late.key]
