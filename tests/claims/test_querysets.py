"""Named reads of claims."""

from datetime import date

import pytest

from claims.models import Claim
from claims.recheck import recheck_claims

from . import make

pytestmark = pytest.mark.django_db


def keys(claims) -> set[str]:
    return set(claims.values_list("key", flat=True))


def test_by_status_and_need_of_review():
    quiet, noisy = make.claim(key="quiet"), make.claim(key="noisy")
    make.evidence(quiet)
    make.evidence(noisy, "7,000", stance="supports")
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    assert keys(Claim.objects.in_status("single-source", "corroborated")) == {"quiet"}
    assert keys(Claim.objects.needing_review()) == {"noisy"}
    assert keys(Claim.objects.needing_review(False)) == {"quiet"}


def test_by_any_name_of_the_subject():
    subject = make.subject("Mustafa al-Kadhimi", aliases=["Kazimi"])
    make.claim(figure=make.figure("trips", subject=subject, measure="trips"), key="his")
    make.claim(key="other")
    assert keys(Claim.objects.about_subject("KAZIMI")) == {"his"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("soldiers", {"left"}),
        ("soldier", {"left"}),
        ("soldiers ministry", {"left"}),
        ('"soldiers left"', {"left"}),
        ('"left soldiers"', set()),
        ("-soldiers troops", {"stayed"}),
        ("nobody", set()),
        ("", set()),
        ("\0", set()),
    ],
    ids=[
        "a word",
        "its stem",
        "claimant too",
        "phrase",
        "no phrase",
        "not",
        "none",
        "empty",
        "NUL",
    ],
)
def test_by_words(words, found):
    make.claim(key="left", statement="The soldiers left.", claimant="A ministry")
    make.claim(key="stayed", statement="The troops stayed.")
    assert keys(Claim.objects.matching(words)) == found


@pytest.mark.parametrize(
    ("earliest", "latest", "found"),
    [
        (date(2020, 7, 31), date(2020, 7, 31), True),
        (date(2020, 8, 1), date(2020, 8, 31), False),
        (None, date(2020, 6, 30), False),
        (None, date(2020, 7, 1), True),
        (date(2020, 7, 15), None, True),
    ],
    ids=["its last day", "the day after", "until the day before", "until its first", "since"],
)
def test_by_period(earliest, latest, found):
    make.claim(period="July 2020")
    make.claim(period="")
    assert Claim.objects.about_period(earliest, latest).count() == found


def test_a_list_of_claims_costs_one_query(django_assert_num_queries):
    for _ in range(3):
        make.claim()
    with django_assert_num_queries(1):
        assert [str(claim.figure.scope.value) for claim in Claim.objects.with_figure()]
