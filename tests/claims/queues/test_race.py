"""Many who press “next” at once: nothing is handed out twice, nothing is lost.

Each seed is one order of the statements of all of them, some at once (tests/interleaving.py).
"""

import os
from collections import Counter
from random import Random

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from claims.models import Assignment, Claim
from claims.queues.assignments import assign, free_in, release, release_stale, take, take_next
from claims.queues.table import QUEUES
from tests.claims.people import person
from tests.interleaving import interleaving

from .waiting import HOUR, NOW, needing_review

pytestmark = pytest.mark.django_db(transaction=True)

QUEUE = QUEUES["needs-review"]
PEOPLE = 3

INTERLEAVINGS = int(os.environ.get("INTERLEAVINGS", "100"))
"""How many to try; each is the same whenever it is tried. INTERLEAVINGS=1000 tries a thousand."""

PARTS = max(1, INTERLEAVINGS // 200)
"""In how many tests, which run side by side."""


@pytest.fixture
def claims() -> list:
    return [needing_review() for _ in range(3)]


@pytest.fixture
def people() -> list:
    """Who they are and what they may do is known before the race, as at the end of a log-in."""
    team = [person() for _ in range(PEOPLE)]
    for one in team:
        assert QUEUE.lets(one)
    return team


@pytest.mark.parametrize("part", range(PARTS))
def test_many_at_once_are_handed_each_claim_once(claims, people, part):
    outsider = person()
    with interleaving(PEOPLE, overlap=True) as at_once:
        for seed in range(part, INTERLEAVINGS, PARTS):
            rng = Random(seed)
            Assignment.objects.all().delete()
            held = rng.sample(claims, rng.choice([0, 0, 1, 2]))
            for claim in held:
                take(claim=claim, by=outsider, now=NOW)

            given = at_once.run(
                [lambda me=me: take_next(queue=QUEUE, by=me, now=NOW) for me in people], seed=seed
            )

            assert not [one for one in given if isinstance(one, Exception)], f"seed {seed}: {given}"
            taken = [row.claim_id for row in given if row is not None]
            free = {claim.pk for claim in claims} - {claim.pk for claim in held}
            assert sorted(taken) == sorted(free), f"seed {seed}: {given}"


def test_whatever_else_people_do_meanwhile_a_claim_is_in_one_pair_of_hands(claims, people):
    def something(rng: Random, me):
        claim, other = rng.choice(claims), rng.choice(people)
        return rng.choice(
            [
                lambda: take_next(queue=QUEUE, by=me, now=NOW),
                lambda: take(claim=claim, by=me, now=NOW),
                lambda: release(claim=claim, by=me, now=NOW),
                lambda: assign(claim=claim, to=other, by=me, now=NOW),
                lambda: release_stale(now=NOW, held_for=HOUR),
            ]
        )

    outcomes: Counter[str] = Counter()
    with interleaving(PEOPLE, overlap=True) as at_once:
        for seed in range(INTERLEAVINGS // 3):
            rng = Random(seed)
            Assignment.objects.all().delete()
            for claim in rng.sample(claims, rng.choice([0, 1, 2])):
                earlier = NOW - rng.choice([0, 2]) * HOUR
                take(claim=claim, by=rng.choice(people), now=earlier)

            done = at_once.run([something(rng, me) for me in people], seed=seed)

            refused = [result for result in done if isinstance(result, Exception)]
            assert all(isinstance(error, ValidationError) for error in refused), (seed, refused)
            outcomes.update(" ".join(error.messages).split()[0] for error in refused)
            held = list(Assignment.objects.filter(released_at=None).values_list("claim", flat=True))
            assert len(held) == len(set(held)), seed
            left = set(free_in(QUEUE, people[0]).values_list("pk", flat=True))
            assert left | set(held) == {claim.pk for claim in claims}, seed
    assert len(outcomes) > 1  # the races were real: some met what another one had done


def test_what_was_taken_between_the_look_and_the_lock_is_passed_over(claims, people):
    """PostgreSQL locks what the query saw when it began; so the second look is what counts."""
    me, other, behind_its_back = people[0], people[1], []

    def take_the_same(execute, sql, *arguments):
        result = execute(sql, *arguments)
        if "FOR NO KEY UPDATE" in sql and not behind_its_back:
            oldest = Claim.objects.waiting_for_review().oldest_first().first()
            behind_its_back.append(oldest)
            Assignment.objects.create(claim=oldest, to=other, queue=QUEUE.name, taken_at=NOW)
        return result

    with connection.execute_wrapper(take_the_same):
        given = take_next(queue=QUEUE, by=me, now=NOW)

    assert [claim.pk for claim in behind_its_back] == [claims[0].pk]
    assert given.claim == claims[1]
