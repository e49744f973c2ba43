"""Evidence corrects evidence on the same claim, and never in a circle."""

import pytest
from django.db import IntegrityError

from claims.models import Evidence

from .. import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def chain():
    """Three rows on one claim; the second corrects the first, the third the second."""
    claim = make.claim()
    first = make.evidence(claim)
    second = make.evidence(claim, corrects=first)
    return first, second, make.evidence(claim, corrects=second)


def test_a_chain_of_corrections_is_taken(chain):
    assert Evidence.objects.filter(corrects__isnull=False).count() == 2


@pytest.mark.parametrize("end", [1, 2], ids=["of two", "of three"])
def test_a_circle_is_refused(chain, end):
    with pytest.raises(IntegrityError, match="cannot correct one another"):
        Evidence.objects.filter(pk=chain[0].pk).update(corrects=chain[end])


def test_evidence_does_not_correct_itself(chain):
    with pytest.raises(IntegrityError):
        Evidence.objects.filter(pk=chain[0].pk).update(corrects=chain[0])


def test_evidence_on_another_claim_is_refused(chain):
    other = make.evidence(make.claim())
    with pytest.raises(IntegrityError, match="evidence on another claim"):
        Evidence.objects.filter(pk=other.pk).update(corrects=chain[0])
