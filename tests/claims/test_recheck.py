"""The one writer of computed status: what it writes, when, and at what cost."""

from datetime import date

import pytest
from django.db import connection
from django.db.models import Q
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Clash, StatusChange
from claims.models.claim import COMPUTED
from claims.recheck import one_recheck, recheck_claim, recheck_claims, recheck_touched

from . import make

pytestmark = pytest.mark.django_db


def recheck_all():
    return recheck_claims(Claim.objects.all(), at=make.TODAY)


def test_a_claim_gets_its_status_counts_and_explanation():
    claim = make.claim()
    make.evidence(claim, "5,200")
    make.evidence(claim, "5,100")
    make.evidence(claim, "7,000", stance="conflicts")
    recheck_claim(claim=claim, at=make.TODAY)
    assert claim.status == "contested"
    assert (claim.supports, claim.conflicts, claim.mixed) == (2, 1, 0)
    assert claim.currency == "current"
    assert len(claim.explanation["steps"]) == 3
    assert len(claim.fingerprint) == 64
    assert claim.engine_version and claim.config_version and claim.checked_at


def test_a_step_of_the_explanation_leads_to_its_quote():
    claim = make.claim()
    document = make.document("In July there were 5,000 troops.", title="A report")
    make.evidence(claim, quoting=make.passage(document, "5,000 troops"))
    recheck_claim(claim=claim, at=make.TODAY)
    (step,) = claim.explanation["steps"]
    assert step["quote"]["exact"] == "5,000 troops"
    assert (step["quote"]["start"], step["quote"]["end"]) == (19, 31)
    assert step["quote"]["source"] == "A report"


def test_needs_review_comes_with_its_reasons():
    claim = make.claim()
    make.evidence(claim, "5,000", stance="conflicts")
    recheck_claim(claim=claim, at=make.TODAY)
    assert claim.needs_review
    assert claim.review_reasons == ["stance-differs"]


def test_a_change_of_status_is_recorded_once():
    claim = make.claim()
    make.evidence(claim)
    for _ in range(3):
        recheck_claim(claim=claim, at=make.TODAY)
    make.evidence(claim, "7,000", stance="conflicts")
    recheck_claim(claim=claim, at=make.TODAY)
    changes = claim.status_changes.order_by("id")
    assert [(c.from_status, c.to_status) for c in changes] == [
        ("unsupported", "single-source"),
        ("single-source", "contested"),
    ]
    assert changes.last().why == claim.explanation["sentence"]
    assert not changes.filter(at__gt=Now()).exists()


def test_a_change_that_leaves_the_status_is_no_status_change():
    claim = make.claim()
    make.evidence(claim)
    make.evidence(claim)
    recheck_claim(claim=claim, at=make.TODAY)
    make.evidence(claim)
    done = recheck_claim(claim=claim, at=make.TODAY)
    assert done.changed == (claim.pk,)
    assert claim.supports == 3
    assert claim.status_changes.count() == 1


def test_nothing_is_written_where_nothing_is_new():
    for _ in range(3):
        make.evidence(make.claim())
    recheck_all()
    before = versions()
    done = recheck_all()
    assert len(done.claims) == 3
    assert done.changed == ()
    assert versions() == before


def versions():
    """The version of each row as PostgreSQL keeps it: another one after any write."""
    return list(Claim.objects.order_by("pk").extra(select={"v": "ctid::text"}).values_list("v"))


def test_a_rebuild_gives_what_is_stored():
    claims = [make.claim("approximately 5,000"), make.claim("7,000"), make.claim("", figure=None)]
    for number, claim in enumerate(claims):
        for wording in ("5,000", "5,300", "7,000")[number:]:
            make.evidence(claim, wording)
        recheck_claim(claim=claim, at=make.TODAY)
    stored = list(Claim.objects.order_by("pk").values(*set(COMPUTED) - {"checked_at"}))
    clashes = list(Clash.objects.order_by("a", "b").values_list("a", "b"))
    assert recheck_all().changed == ()
    assert list(Claim.objects.order_by("pk").values(*set(COMPUTED) - {"checked_at"})) == stored
    assert list(Clash.objects.order_by("a", "b").values_list("a", "b")) == clashes


def test_the_day_is_a_parameter():
    claim = make.claim(about_now=True)
    make.evidence(claim)
    recheck_claim(claim=claim, at=date(2020, 8, 1))
    assert claim.currency == "current"
    recheck_claim(claim=claim, at=date(2024, 8, 1))
    assert claim.currency == "stale"


def test_one_origin_counts_once_whether_named_by_the_passage_or_by_its_document():
    origin = make.origin("A news agency")
    claim = make.claim()
    make.evidence(claim, origin=origin)
    document = make.document()
    document.origins.add(origin)
    make.evidence(claim, quoting=make.passage(document))
    recheck_claim(claim=claim, at=make.TODAY)
    assert (claim.status, claim.supports) == ("single-source", 1)


def test_a_passage_with_an_upstream_of_its_own_does_not_take_its_documents():
    claim = make.claim()
    document = make.document()
    document.origins.add(make.origin("A news agency"))
    make.evidence(claim, quoting=make.passage(document), origin=make.origin("A ministry"))
    make.evidence(claim, origin=make.origin("A news agency"))
    recheck_claim(claim=claim, at=make.TODAY)
    assert claim.supports == 2


def test_near_duplicate_documents_count_as_one_origin():
    claim = make.claim()
    a, b = make.document(), make.document()
    for document in (a, b):
        make.evidence(claim, quoting=make.passage(document))
    recheck_claim(claim=claim, at=make.TODAY)
    assert claim.supports == 2
    make.copies(a, b)
    recheck_claim(claim=claim, at=make.TODAY)
    assert claim.supports == 1


def test_a_lost_anchor_is_a_reason_to_look():
    claim = make.claim()
    document = make.document("There were 5,000 troops.")
    passage = make.passage(document)
    make.evidence(claim, quoting=passage)
    make.lose(passage, "There were 6,000 troops.")
    recheck_claim(claim=claim, at=make.TODAY)
    assert claim.review_reasons == ["lost-anchor"]


def test_unreliable_publishers_are_shown_and_not_counted():
    claim = make.claim()
    for grade in "DE":
        document = make.document(publisher=make.publisher(reliability=grade))
        make.evidence(claim, quoting=make.passage(document))
    recheck_claim(claim=claim, at=make.TODAY)
    assert (claim.status, claim.supports) == ("unsupported", 0)
    assert len(claim.explanation["not_counted"]) == 2


def test_scopes_are_compared_in_the_order_of_the_database():
    iraq, both = make.term("Iraq"), make.term("Iraq and Syria")
    make.within(iraq, both)
    claim = make.claim("400")
    make.evidence(claim, "at most 200", scope=make.scope("Iraq and Syria"), stance="conflicts")
    recheck_claim(claim=claim, at=make.TODAY)
    assert claim.status == "challenged"


class TestClashes:
    def test_two_claims_that_cannot_both_be_true(self):
        a, b = make.claim("5,000"), make.claim("7,000")
        recheck_all()
        assert list(Clash.objects.values_list("a", "b")) == [(a.pk, b.pk)]
        assert list(Claim.objects.clashing_with(a)) == [b]
        assert list(Claim.objects.clashing_with(b)) == [a]

    @pytest.mark.parametrize("first", [0, 1], ids=["from one", "from the other"])
    def test_the_pair_is_the_same_from_whichever_side_it_is_found(self, first):
        claims = [make.claim("5,000"), make.claim("7,000")]
        recheck_claim(claim=claims[first], at=make.TODAY)
        pair = Clash.objects.get()
        assert (pair.a_id, pair.b_id) == (claims[0].pk, claims[1].pk)

    def test_a_clash_that_is_no_more_is_gone(self):
        a, b = make.claim("5,000"), make.claim("7,000")
        recheck_all()
        Claim.objects.filter(pk=b.pk).update(**make.reported("5,000"))
        recheck_claim(claim=a, at=make.TODAY)
        assert not Clash.objects.exists()

    def test_claims_at_another_time_or_of_another_figure_do_not_clash(self):
        make.claim("5,000")
        make.claim("7,000", "July 2021")
        make.claim("7,000", figure=make.figure("other", measure="other"))
        recheck_all()
        assert not Clash.objects.exists()


class TestBatches:
    def test_every_claim_once_whatever_the_size_of_a_batch(self, monkeypatch, rechecked):
        monkeypatch.setattr("claims.recheck.BATCH_CLAIMS", 3)
        keys = [make.claim().key for _ in range(8)]
        recheck_all()
        assert sorted(rechecked) == sorted(keys)

    def test_a_batch_ends_before_it_holds_too_much_evidence(self, monkeypatch):
        monkeypatch.setattr("claims.recheck.BATCH_EVIDENCE", 3)
        for _ in range(4):
            claim = make.claim()
            for _ in range(2):
                make.evidence(claim)
        sizes = []
        recheck_claims(Claim.objects.all(), at=make.TODAY, progress=sizes.append)
        assert sizes == [1, 1, 1, 1]

    def test_a_filter_that_finds_a_claim_twice_rechecks_it_once(self, rechecked):
        claim = make.claim()
        make.evidence(claim)
        make.evidence(claim)
        recheck_claims(Claim.objects.filter(Q(evidence__stance="supports")), at=make.TODAY)
        assert rechecked == [claim.key]

    @pytest.mark.parametrize("grown", ["claims", "evidence"])
    def test_a_batch_costs_the_same_number_of_queries_whatever_it_holds(self, grown):
        counts = []
        for size in (2, 20):
            claims, evidence = (size, 2) if grown == "claims" else (2, size)
            figure = make.figure(f"figure-{size}", measure=f"measure {size}")
            origin = make.origin(f"origin {size}")
            keys = []
            for _ in range(claims):
                claim = make.claim(figure=figure)
                keys.append(claim.key)
                for n in range(evidence):
                    document = make.document(published=make.JULY)
                    document.origins.add(origin)
                    make.evidence(
                        claim,
                        quoting=make.passage(document),
                        origin=origin if n % 2 else None,
                        scope=make.scope("Iraq", "US forces") if n % 2 else None,
                    )
            with CaptureQueriesContext(connection) as queries:
                recheck_claims(Claim.objects.filter(key__in=keys), at=make.TODAY)
            counts.append(len(queries))
        assert counts[0] == counts[1]


class TestOneRecheck:
    def test_a_claim_touched_often_is_rechecked_once_at_the_end(self, rechecked):
        claim = make.claim()
        with one_recheck(at=make.TODAY):
            for _ in range(3):
                recheck_touched(claims=[claim.pk], at=make.TODAY)
            assert rechecked == []
        assert rechecked == [claim.key]

    def test_when_it_fails_nothing_is_left(self):
        with pytest.raises(ZeroDivisionError), one_recheck(at=make.TODAY):
            make.claim()
            raise ZeroDivisionError
        assert not Claim.objects.exists()
        assert not StatusChange.objects.exists()

    def test_afterwards_verbs_recheck_at_once_again(self, rechecked):
        with one_recheck(at=make.TODAY):
            pass
        claim = make.claim()
        recheck_touched(claims=[claim.pk], at=make.TODAY)
        assert rechecked == [claim.key]
