"""The benchmarks' rows pass every guard of the database, and mean something to the engine."""

from datetime import date

import pytest

from bench.load import load_claims
from claims.models import Claim, Evidence
from claims.recheck import recheck_claims

pytestmark = pytest.mark.django_db


def test_as_many_rows_as_asked_for():
    loaded = load_claims([0, 2, 5], claims_a_figure=2, documents=10)
    assert (loaded.claims, loaded.evidence) == (3, 7)
    assert [claim.evidence.count() for claim in Claim.objects.order_by("pk")] == [0, 2, 5]
    assert Evidence.objects.values("passage__snapshot__document").distinct().count() == 7


def test_a_recheck_has_something_to_do():
    load_claims([8] * 16, documents=10)
    done = recheck_claims(Claim.objects.all(), at=date(2024, 2, 1))
    assert (len(done.claims), done.evidence) == (16, 128)
    assert len(set(Claim.objects.values_list("status", flat=True))) > 1
