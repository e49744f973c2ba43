"""One name belongs to one subject, whatever its capitals, accents and spaces."""

import pytest
from django.db import IntegrityError

from claims.models import Subject, SubjectName

from .. import make
from . import raw

pytestmark = pytest.mark.django_db


@pytest.fixture
def kadhimi():
    return make.subject("Mustafa al-Kadhimi", kind="person", aliases=["Kadhimi", "Kazimi"])


@pytest.mark.parametrize(
    "name",
    ["Mustafa al-Kadhimi", "Kazimi", "KAZIMI", "Kázımi".replace("ı", "i"), "  kadhimi "],
    ids=["the name", "an alias", "capitals", "an accent", "spaces"],
)
def test_a_subject_is_found_by_any_of_its_names(kadhimi, name):
    assert Subject.objects.named(name).get() == kadhimi


@pytest.mark.parametrize("name", ["Kazim", "al-Kadhimi", ""])
def test_another_name_finds_nobody(kadhimi, name):
    assert not Subject.objects.named(name).exists()


@pytest.mark.parametrize(
    ("name", "aliases"),
    [("Kadhimi", []), ("kazimi", []), ("Other", ["KÁZIMI"]), ("Other", ["mustafa  AL-kadhimi"])],
    ids=["an alias as a name", "in small letters", "an alias twice", "a name as an alias"],
)
def test_a_name_that_is_taken_is_refused(kadhimi, name, aliases):
    with pytest.raises(IntegrityError, match="already belongs to the subject “Mustafa"):
        Subject.objects.create(name=name, aliases=aliases)


def test_a_name_that_is_given_up_is_free(kadhimi):
    kadhimi.aliases = ["Kadhimi"]
    kadhimi.save()
    other = make.subject("Kazimi")
    assert Subject.objects.named("kazimi").get() == other


def test_a_deleted_subject_takes_its_names_with_it(kadhimi):
    raw.execute("DELETE FROM claims_subject")
    assert not SubjectName.objects.exists()
    make.subject("Kazimi")


def test_raw_sql_is_held_to_it(kadhimi):
    with pytest.raises(IntegrityError, match="already belongs"):
        raw.insert("claims_subject", {"name": "KAZIMI", "kind": "person", "aliases": []})


def test_the_names_follow_the_subject_alone(kadhimi):
    with pytest.raises(IntegrityError, match="change claims_subject instead"):
        raw.execute("UPDATE claims_subjectname SET folded = 'somebody'")
    with pytest.raises(IntegrityError, match="change claims_subject instead"):
        raw.execute("DELETE FROM claims_subjectname")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "  "}, "subject_has_a_name"),
        ({"kind": "ghost"}, "subject_kind_known"),
        ({"aliases": [" "]}, "an alias of the subject"),
    ],
    ids=["no name", "an unknown kind", "an empty alias"],
)
def test_refused(change, message):
    with pytest.raises(IntegrityError, match=message):
        raw.insert("claims_subject", {"name": "S", "kind": "other", "aliases": []} | change)
