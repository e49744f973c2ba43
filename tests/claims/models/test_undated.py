"""A claim and evidence without any date: unknown, which is not the same as the same time."""

import pytest

from claims.recheck import recheck_claim
from tests.claims import make
from tests.claims.make import TODAY

pytestmark = pytest.mark.django_db


def test_undated_values_that_differ_are_no_conflict():
    claim = make.claim("exactly 5,000", period="")
    make.evidence(claim, "exactly 2,500", period="", stance="conflicts")
    recheck_claim(claim=claim, at=TODAY)
    assert (claim.status, claim.currency) == ("unsupported", "undated")
    assert "time-uncertain" in claim.review_reasons
