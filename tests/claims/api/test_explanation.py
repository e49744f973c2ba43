"""GET /api/v1/claims/{name}/explanation/: the engine's result, as it is stored."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim
from claims.recheck import recheck_claim
from tests.claims import make
from tests.factcheck.api.asking import GATE, ask, refusal

pytestmark = pytest.mark.django_db


def test_it_is_the_stored_object():
    claim = make.claim(key="a")
    make.evidence(claim, key="first")
    make.evidence(claim, "7,000", stance="conflicts", key="second")
    recheck_claim(claim=claim, at=make.TODAY)
    shown = ask("claims/a/explanation/")
    assert shown == Claim.objects.get(key="a").explanation
    assert shown["status"] == "contested"
    assert [step["id"] for step in shown["steps"]] == ["first", "second"]
    assert shown == ask(f"claims/{claim.pk}/explanation/")


def test_it_is_empty_until_the_status_is_computed():
    make.claim(key="a")
    assert ask("claims/a/explanation/") == {}


def test_it_takes_one_query_however_much_evidence_there_is():
    claim = make.claim(key="a")
    for _ in range(5):
        make.evidence(claim)
    recheck_claim(claim=claim, at=make.TODAY)
    with CaptureQueriesContext(connection) as queries:
        assert len(ask("claims/a/explanation/")["steps"]) == 5
    assert len(queries) == 1 + GATE


def test_what_is_refused():
    make.claim(key="a")
    assert "no claim “b”" in refusal("claims/b/explanation/", 404)[None]
    assert "takes no parameters" in refusal("claims/a/explanation/", cursor="x")["cursor"]
