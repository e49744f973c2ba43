"""Saying something on a claim."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError

from claims.comments import LONGEST, comment
from claims.models import Claim, Comment

from . import make
from .people import person
from .queues.waiting import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def rana():
    return person("annotator", name="rana")


def say(text: str, by, claim=None) -> Comment:
    return comment(claim=claim or make.claim(), by=by, text=text, now=NOW)


def refusal(text: str, by) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        say(text, by)
    assert not Comment.objects.exists()
    return refused.value.message_dict["text"]


def test_a_comment_is_kept_with_who_and_when(rana):
    claim = make.claim()

    said = say("  First line.\r\nSecond line.\n", rana, claim)

    assert (said.claim, said.by, said.at) == (claim, rana, NOW)
    assert said.text == "First line.\nSecond line."


def test_it_is_plain_text_to_the_letter(rana):
    text = "<b>5,000</b> & “more” \u202eright to left"
    assert Comment.objects.get(pk=say(text, rana).pk).text == text


def test_those_who_are_named_find_it(rana):
    rolf = person(name="rolf")

    said = say("@rolf and @Rana, is it so?", rana)

    assert set(said.mentions.all()) == {rana, rolf}
    assert list(Claim.objects.mentioning(rolf)) == [said.claim]


def test_a_name_of_nobody_is_told_and_nothing_is_saved(rana):
    person(name="rolf")

    assert refusal("@rolff and @xyzzy, is it so?", rana) == [
        "Nobody here is called @rolff, so nobody would be told. Did you mean @rolf?",
        "Nobody here is called @xyzzy, so nobody would be told. "
        "Write it without the @ if it is no account.",
    ]


@pytest.mark.parametrize("closed", [{"is_active": False}, {"is_staff": False}])
def test_who_cannot_read_it_is_nobody(rana, closed):
    gone = person(name="gone")
    type(gone).objects.filter(pk=gone.pk).update(**closed)

    assert "Nobody here is called @gone" in refusal("@gone, look.", rana)[0]


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_nothing_is_no_comment(rana, text):
    assert refusal(text, rana) == ["Write something first."]


def test_a_comment_has_an_end(rana):
    assert say("x" * LONGEST, rana).pk
    Comment.objects.all().delete()
    assert refusal("x" * (LONGEST + 1), rana) == [
        "This has 10,001 characters; a comment has at most 10,000."
    ]


def test_what_postgresql_cannot_hold_is_refused_in_words(rana):
    assert "NUL" in refusal("5\0000", rana)[0]


@pytest.mark.parametrize("by", [lambda: person("editor"), AnonymousUser])
def test_readers_may_not(by):
    with pytest.raises(PermissionDenied, match="may not comment on claims"):
        say("Hm.", by())
    assert not Comment.objects.exists()
