"""Two transactions at once: the second waits for the first, and no status is left behind."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from claims.consistency import read_period
from claims.drafting import create_claim
from claims.evidence import add_evidence
from claims.models import Claim, Clash, ScopeEdge
from claims.recheck import recheck_claims
from claims.vocabulary import set_wider
from sources.publishers import set_reliability

from . import make

pytestmark = pytest.mark.django_db(transaction=True)

JULY = read_period("July 2020")


def one_after_the_other(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Begin `second` while the transaction of `first` is open; end both. What `second` raises
    is raised here."""

    def in_a_connection_of_its_own() -> object:
        try:
            return second()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            first()
            running = threads.submit(in_a_connection_of_its_own)
            until_waiting(running)
        running.result(timeout=60)


def until_waiting(running: Future) -> None:
    """Return when the other connection waits for a lock; fail when it never does."""
    with connection.cursor() as cursor:
        while not running.done():
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0]:
                return
    running.result()
    pytest.fail("the second did not wait for the first")


def add(claim: Claim, wording: str = "5,000", **fields) -> None:
    add_evidence(
        claim=claim,
        passage=fields.pop("passage", None) or make.passage(),
        stance="supports",
        wording=wording,
        period=JULY,
        state="accepted",
        at=make.TODAY,
    )


def assert_rebuild_changes_nothing() -> None:
    assert recheck_claims(Claim.objects.all(), at=make.TODAY).changed == ()


def test_two_pieces_of_evidence_on_one_claim_are_both_counted():
    claim = make.claim()
    one_after_the_other(lambda: add(claim), lambda: add(claim))
    claim.refresh_from_db()
    assert (claim.status, claim.supports) == ("corroborated", 2)
    assert sorted(claim.evidence.values_list("key", flat=True)) == [
        f"{claim.key}.1",
        f"{claim.key}.2",
    ]


def test_two_new_claims_that_clash_find_one_another():
    figure = make.figure()

    def create(key: str, wording: str) -> Callable[[], object]:
        return lambda: create_claim(
            key=key,
            statement="So many troops.",
            figure=figure,
            wording=wording,
            period=JULY,
            at=make.TODAY,
        )

    one_after_the_other(create("a", "5,000"), create("b", "7,000"))
    assert Clash.objects.count() == 1


def test_evidence_under_way_is_found_by_a_change_of_its_publisher():
    claim, document = make.claim(), make.document()
    passage = make.passage(document)
    one_after_the_other(
        lambda: add(claim, passage=passage),
        lambda: set_reliability(publisher=document.publisher, reliability="E", reason="Invents."),
    )
    claim.refresh_from_db()
    assert (claim.status, claim.supports) == ("unsupported", 0)
    assert_rebuild_changes_nothing()


def test_evidence_waits_for_a_change_of_its_publisher_under_way():
    claim, document = make.claim(), make.document()
    passage = make.passage(document)
    one_after_the_other(
        lambda: set_reliability(publisher=document.publisher, reliability="E", reason="Invents."),
        lambda: add(claim, passage=passage),
    )
    claim.refresh_from_db()
    assert (claim.status, claim.supports) == ("unsupported", 0)
    assert_rebuild_changes_nothing()


def test_a_rebuild_waits_for_a_verb_and_sees_what_it_did():
    claim = make.claim()
    one_after_the_other(
        lambda: add(claim),
        lambda: recheck_claims(Claim.objects.all(), at=make.TODAY),
    )
    claim.refresh_from_db()
    assert claim.status == "single-source"
    assert claim.status_changes.count() == 1


def test_claims_of_different_figures_do_not_wait_for_one_another():
    first = make.claim()
    second = make.claim(figure=make.figure("other", measure="other"))

    def add_to_second() -> None:
        try:
            add(second)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as threads, transaction.atomic():
        add(first)
        threads.submit(add_to_second).result(timeout=60)
    assert set(Claim.objects.values_list("status", flat=True)) == {"single-source"}


def test_two_edges_that_close_a_circle_only_together():
    iraq, region = make.term("Iraq"), make.term("Region")
    with pytest.raises(ValidationError, match="would close a circle"):
        one_after_the_other(
            lambda: set_wider(narrower=iraq, wider=[region], at=make.TODAY),
            lambda: set_wider(narrower=region, wider=[iraq], at=make.TODAY),
        )
    assert ScopeEdge.objects.get().narrower == iraq


def test_the_same_by_raw_rows():
    iraq, region = make.term("Iraq"), make.term("Region")
    with pytest.raises(Exception, match="would close a circle"):
        one_after_the_other(
            lambda: make.within(iraq, region),
            lambda: make.within(region, iraq),
        )


def test_the_same_name_for_two_subjects_at_once():
    with pytest.raises(Exception, match=r"already belongs|claims_subjectname_folded"):
        one_after_the_other(lambda: make.subject("Kazimi"), lambda: make.subject("KAZIMI"))
