"""manage.py recheck: rebuild all or some, and say how fast."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from claims.models import Claim

from . import make

pytestmark = pytest.mark.django_db


def run(**options) -> str:
    out = StringIO()
    call_command("recheck", stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


@pytest.fixture
def claims():
    made = [make.claim(key=key) for key in ("first", "second")]
    for claim in made:
        make.evidence(claim)
        make.evidence(claim)
    return made


def test_every_claim(claims):
    out = run()
    assert out.startswith("2 claims with 4 evidence rows in ")
    assert "claims/s" in out and "evidence rows/s" in out
    assert out.rstrip().endswith("2 changed.")
    assert set(Claim.objects.values_list("status", flat=True)) == {"corroborated"}
    assert run().rstrip().endswith("0 changed.")


def test_one_claim(claims, rechecked):
    assert run(claim=["second"]).startswith("1 claims with 2 evidence rows")
    assert rechecked == ["second"]


def test_a_claim_that_is_not_there(claims):
    with pytest.raises(CommandError, match=r"There is no claim nobody, nothing\."):
        run(claim=["first", "nothing", "nobody"])


def test_no_claims_at_all():
    assert run().startswith("0 claims with 0 evidence rows")
