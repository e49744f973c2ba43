"""The order of changes: whoever follows it misses nothing and sees nothing twice."""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor, wait
from random import Random
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from claims.computed import computed_writes
from claims.ledger.verify import verify
from claims.models import Change, Claim, StatusChange, Verdict
from claims.recheck import recheck_claims
from tests.claims import make
from tests.claims.make import TODAY

from .rows import NOON, ledger, people, verdict

ROUNDS = max(1, int(os.environ.get("INTERLEAVINGS", "100")) // 100)
"""How often the writers write; the more, the more ways in which they meet."""

WRITERS = 8
TRANSACTIONS = 6
"""Of each writer in a round; of one to four rows each, and some of them rolled back."""


class Undo(Exception):
    """Rolls a transaction back."""


def change_status(claim: Claim) -> None:
    with computed_writes():
        StatusChange.objects.create(
            claim=claim,
            from_status="unsupported",
            to_status="corroborated",
            why="So.",
            at=NOON,
            engine_version="1",
        )


def write(claims: list[Claim], signed: dict, seed: int, start: Barrier) -> int:
    """One writer's transactions; gives the number of rows that it committed."""
    start.wait()
    try:
        return _write(claims, signed, Random(seed))
    finally:
        connection.close()


def _write(claims: list[Claim], signed: dict, chance: Random) -> int:
    committed = 0
    live = dict.fromkeys(claims)
    for _ in range(TRANSACTIONS):
        rows = chance.randint(1, 4)
        written = dict(live)
        try:
            with transaction.atomic():
                for _ in range(rows):
                    claim = chance.choice(claims)
                    if chance.random() < 0.5:
                        change_status(claim)
                    else:
                        row = verdict(claim, signed=signed, supersedes=written[claim])
                        row.save()
                        written[claim] = row
                if chance.random() < 0.2:
                    raise Undo
        except Undo:
            continue
        live, committed = written, committed + rows
    return committed


def follow(mirror: list[Change], writers: list[Future]) -> None:
    """Copy every change into the mirror, polling until the writers are done."""
    while True:
        done = all(writer.done() for writer in writers)
        mirror += Change.objects.after(mirror[-1].position if mirror else 0)
        if done:
            return


@pytest.mark.django_db(transaction=True)
def test_a_follower_beside_eight_writers_ends_with_all_of_it_in_order():
    figure, signed = make.figure(), people()
    mirror: list[Change] = []
    committed = 0
    with ThreadPoolExecutor(WRITERS) as pool:
        for turn in range(ROUNDS):
            start = Barrier(WRITERS)
            writers = [
                pool.submit(
                    write, [make.claim(figure=figure) for _ in range(2)], signed, seed, start
                )
                for seed in range(turn * WRITERS, (turn + 1) * WRITERS)
            ]
            follow(mirror, writers)
            wait(writers)
            committed += sum(writer.result() for writer in writers)
    assert [change.position for change in mirror] == list(range(1, committed + 1))
    assert mirror == list(Change.objects.after(0))
    assert {change.verdict_id for change in mirror} - {None} == set(
        Verdict.objects.values_list("pk", flat=True)
    )
    assert {change.status_change_id for change in mirror} - {None} == set(
        StatusChange.objects.values_list("pk", flat=True)
    )
    assert verify().bad is None  # eight writers at once, and one chain


@pytest.mark.django_db
class TestChanges:
    def commit(self) -> None:
        """What PostgreSQL does at commit, within the test's own transaction."""
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    def test_of_both_kinds_in_the_order_in_which_they_were_written(self):
        claim = make.claim()
        change_status(claim)
        row = verdict(claim, signed=people())
        row.save()
        change_status(claim)
        assert not Change.objects.exists()
        self.commit()
        changes = Change.objects.after(0).with_objects()
        assert [(c.position, c.kind, c.claim) for c in changes] == [
            (1, "status-change", claim),
            (2, "verdict", claim),
            (3, "status-change", claim),
        ]
        assert (changes[1].verdict, changes[1].at) == (row, row.at)
        assert [c.position for c in Change.objects.after(2)] == [3]

    def test_a_recheck_of_many_claims_places_each_change(self, django_assert_max_num_queries):
        figure = make.figure()
        passage = make.passage()
        for _ in range(30):
            make.evidence(make.claim(figure=figure), quoting=passage)
        with django_assert_max_num_queries(40):
            recheck_claims(Claim.objects.all(), at=TODAY)
            self.commit()
        assert Change.objects.count() == StatusChange.objects.count() == 30

    def test_nobody_draws_a_place_by_hand(self):
        (row,) = ledger(1)
        with pytest.raises(IntegrityError, match="follows verdicts and status changes by itself"):
            Change.objects.create(
                position=1, kind="verdict", claim=row.claim, verdict=row, at=row.at
            )
