"""Taking back what was just saved."""

import pytest

from claims.models import Evidence
from tests.claims import make
from tests.claims.people import person

from .conftest import TROOPS, errors_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def filed(desk, troops) -> Evidence:
    answer = desk.file(TROOPS, claim=troops.pk, wording="5,000", period="July 2020")
    return Evidence.objects.get(pk=answer["evidence"])


def test_it_is_withdrawn_and_the_status_goes_back(desk, filed, troops):
    response = desk.post("undo", {"evidence": filed.pk})
    assert response.status_code == 200
    assert response.json()["news"] == "The claim is unsupported now; it was single source."
    assert response.json()["passages"][0]["stance"] == []
    filed.refresh_from_db()
    troops.refresh_from_db()
    assert (filed.state, troops.status) == ("withdrawn", "unsupported")


def test_saving_it_again_brings_it_back(desk, filed, troops):
    desk.post("undo", {"evidence": filed.pk})
    answer = desk.file(TROOPS, claim=troops.pk, wording="5,000", stance="context")
    assert answer["evidence"] == filed.pk
    filed.refresh_from_db()
    assert (filed.state, filed.stance) == ("accepted", "context")


def test_once_is_enough(desk, filed):
    desk.post("undo", {"evidence": filed.pk})
    again = desk.post("undo", {"evidence": filed.pk})
    assert "withdrawn already" in errors_of(again)["form"][0]


def test_the_work_of_others_stays(desk, filed):
    other = desk.as_user(person("reviewer"))
    response = other.post("undo", {"evidence": filed.pk})
    assert "Someone else" in errors_of(response)["form"][0]
    filed.refresh_from_db()
    assert filed.state == "accepted"


def test_what_nobody_filed_stays(desk, troops):
    imported = make.evidence(troops)
    assert "Someone else" in errors_of(desk.post("undo", {"evidence": imported.pk}))["form"][0]


@pytest.mark.parametrize("sent", [{}, {"evidence": 0}, {"evidence": "x"}, {"evidence": 10**40}])
def test_no_such_evidence(desk, sent):
    assert errors_of(desk.post("undo", sent))["evidence"]
