"""What waits for one person alone, and in whose hands a claim is."""

from datetime import datetime

import pytest

from claims.models import Assignment, Claim, Comment
from tests.claims.people import person
from tests.claims.workflow import ready

from .waiting import HOUR, NOW

pytestmark = pytest.mark.django_db


def waiting_keys(rows) -> list[str]:
    return list(rows.oldest_first().values_list("key", flat=True))


class TestMine:
    def test_is_what_i_hold_since_i_took_it(self):
        me, other = person(), person()
        for holder, moment in ((me, NOW), (other, NOW), (me, NOW - HOUR)):
            Assignment.objects.create(
                claim=ready.checked(), to=holder, queue="contested", taken_at=moment
            )

        rows = Claim.objects.held_by(me).oldest_first()
        assert [row.waits_since for row in rows] == [NOW - HOUR, NOW]

    def test_what_i_released_is_not_mine(self):
        me = person()
        Assignment.objects.create(
            claim=ready.checked(), to=me, queue="contested", taken_at=NOW, released_at=NOW
        )

        assert waiting_keys(Claim.objects.held_by(me)) == []


class TestMentions:
    @pytest.fixture
    def me(self):
        return person(name="mia")

    @pytest.fixture
    def claim(self, me) -> Claim:
        claim = ready.checked()
        say(claim, person(name="max"), "@mia, is it so?", NOW, mentions=[me])
        return claim

    def test_wait_for_who_is_named_since_the_comment(self, me, claim):
        say(claim, person(), "@mia, hello?", NOW + HOUR, mentions=[me])

        found = Claim.objects.mentioning(me).get()
        assert (found.waits_since, found.mentioned_by) == (NOW, "max")

    def test_wait_for_nobody_else(self, claim):
        assert waiting_keys(Claim.objects.mentioning(person())) == []

    def test_an_answer_settles_them(self, me, claim):
        say(claim, me, "It is.", NOW + HOUR)

        assert waiting_keys(Claim.objects.mentioning(me)) == []

    def test_a_comment_before_it_is_no_answer(self, me):
        claim = ready.checked()
        say(claim, me, "What of this?", NOW)
        say(claim, person(), "@mia, look.", NOW, mentions=[me])

        assert waiting_keys(Claim.objects.mentioning(me)) == [claim.key]

    def test_to_have_held_the_claim_since_settles_them(self, me, claim):
        held = Assignment.objects.create(claim=claim, to=me, queue="contested", taken_at=NOW + HOUR)
        assert waiting_keys(Claim.objects.mentioning(me)) == [claim.key]

        held.released_at = NOW + 2 * HOUR
        held.save()
        assert waiting_keys(Claim.objects.mentioning(me)) == []

    def test_who_names_themselves_waits_for_nobody(self, me):
        say(ready.checked(), me, "@mia: look again tomorrow.", NOW, mentions=[me])

        assert waiting_keys(Claim.objects.mentioning(me)) == []


def say(claim: Claim, by, text: str, at: datetime, *, mentions=()) -> Comment:
    made = Comment.objects.create(claim=claim, by=by, at=at, text=text)
    made.mentions.set(mentions)
    return made


class TestHolder:
    def test_is_told_with_each_claim(self):
        claim, holder = ready.checked(), person()
        Assignment.objects.create(
            claim=claim, to=person(), queue="contested", taken_at=NOW, released_at=NOW
        )
        free = Claim.objects.with_holder().get()
        assert (free.holder_id, free.holder_name, free.held_since) == (None, None, None)

        Assignment.objects.create(claim=claim, to=holder, queue="contested", taken_at=NOW)
        held = Claim.objects.with_holder().get()
        assert (held.holder_id, held.holder_name) == (holder.pk, holder.username)
        assert (held.held_since, held.held_from) == (NOW, "contested")
        assert list(Claim.objects.in_hands()) == [claim]
        assert list(Claim.objects.in_no_hands()) == []
