"""What PostgreSQL refuses in the quantity, period and modality of a claim and of evidence."""

import pytest
from django.db import IntegrityError

from .. import make
from . import raw

pytestmark = pytest.mark.django_db

REFUSED = [
    ("hedge_known", {"hedge": "perhaps"}),
    ("period_mode_known", {"period_mode": "sometimes"}),
    ("period_basis_known", {"period_basis": "guessed"}),
    ("modality_known", {"modality": "rumour"}),
    ("wording_with_hedge", {"wording": ""}),
    ("wording_with_hedge", {"wording": "   "}),
    ("wording_with_hedge", raw.NO_QUANTITY | {"wording": "5,000"}),
    ("reading_with_accept", {"accept": None, "discrete": False}),
    ("reading_with_accept", {"reading": None}),
    ("reading_with_number", {"reading": None, "accept": None}),
    ("reading_with_number", {"hedge": "unknown"}),
    ("accept_covers_reading", {"accept": "[4600,5500]"}),
    ("accept_covers_reading", {"accept": "[4500,5500)"}),
    ("reading_sane", {"reading": "empty", "discrete": False}),
    ("reading_sane", {"reading": "(5000,5000)", "accept": "[4500,5500]", "discrete": False}),
    ("reading_sane", {"reading": "[4500,NaN]", "accept": "[4500,NaN]"}),
    ("reading_sane", {"reading": "[4500,Infinity]", "accept": "[4500,Infinity]"}),
    ("reading_sane", {"accept": "[4500,Infinity]"}),
    ("counts_from_zero", {"reading": "[-5,5500]", "accept": "[-5,5500]"}),
    ("counts_from_zero", {"accept": "[-5,5500]"}),
    ("counts_from_zero", {"reading": "(,5500]", "accept": "(,5500]"}),
    ("no_number_no_amount", raw.NO_QUANTITY | {"amount": "5000"}),
    ("no_number_no_amount", raw.NO_QUANTITY | {"unit": "troops"}),
    ("no_number_no_amount", raw.NO_QUANTITY | {"discrete": True}),
    ("amount_finite", {"amount": "NaN"}),
    ("amount_finite", {"amount": "-Infinity"}),
    ("period_sane", {"period": "empty"}),
    ("period_sane", {"period": "(,)"}),
    ("period_sane", {"period": "[infinity,infinity]"}),
    ("period_sane", {"period": "[2020-01-01,infinity)"}),
    ("period_sane", {"period": "[0044-03-15 BC,2020-01-01)"}),
    ("period_sane", {"period": "[2020-01-01,9999-12-31]"}),
]

TAKEN = [
    ("a worded count", {}),
    ("no number at all", raw.NO_QUANTITY),
    ("a bound without an upper end", {"reading": "[5000,)", "accept": "[5000,)"}),
    (
        "an explicit unknown",
        raw.NO_QUANTITY | {"wording": "declined to say", "hedge": "unknown"},
    ),
    (
        "a share, below zero nowhere forbidden",
        {"discrete": False, "reading": "[-1,1]", "accept": "[-1,1]", "unit": "%"},
    ),
    ("an unknown date", {"period": None}),
    ("a date with one end", {"period": "[2020-01-01,)"}),
]


@pytest.fixture
def claim_row():
    figure = make.figure()
    return {
        "key": "raw",
        "statement": "A statement.",
        "claimant": "",
        "note": "",
        "about_now": False,
        "example": False,
        "figure_id": figure.pk,
        **raw.QUANTITY,
        **raw.TIME,
    }


@pytest.fixture
def evidence_row():
    return {
        "key": "raw",
        "claim_id": make.claim().pk,
        "passage_id": make.passage().pk,
        "stance": "supports",
        "stance_reason": "",
        "state": "accepted",
        "note": "",
        "created": "2024-01-01",
        "updated": "2024-01-01",
        **raw.QUANTITY,
        **raw.TIME,
    }


def ids(cases):
    return [f"{name}: {change}"[:90] for name, change in cases]


@pytest.mark.parametrize(("name", "change"), REFUSED, ids=ids(REFUSED))
def test_refused_in_a_claim(claim_row, name, change):
    with pytest.raises(IntegrityError, match=f"claim_{name}"):
        raw.insert("claims_claim", claim_row | change)


@pytest.mark.parametrize(("name", "change"), REFUSED, ids=ids(REFUSED))
def test_refused_in_evidence(evidence_row, name, change):
    with pytest.raises(IntegrityError, match=f"evidence_{name}"):
        raw.insert("claims_evidence", evidence_row | change)


@pytest.mark.parametrize(("name", "change"), TAKEN, ids=ids(TAKEN))
def test_taken(claim_row, evidence_row, name, change):
    assert raw.insert("claims_claim", claim_row | change)
    assert raw.insert("claims_evidence", evidence_row | change)


CLAIM_REFUSED = [
    ("claim_key_sane", {"key": "Not A Key"}),
    ("claim_key_sane", {"key": ""}),
    ("claim_key_sane", {"key": "trailing\n"}),
    ("claim_has_a_statement", {"statement": " \n"}),
    ("claim_made_on_sane", {"made_on": "empty"}),
    ("claim_number_needs_figure", {"figure_id": None}),
    ("foreign key", {"figure_id": 0}),
]


@pytest.mark.parametrize(("name", "change"), CLAIM_REFUSED, ids=ids(CLAIM_REFUSED))
def test_refused_in_a_claim_only(claim_row, name, change):
    with pytest.raises(IntegrityError, match=name):
        raw.insert("claims_claim", claim_row | change)


EVIDENCE_REFUSED = [
    ("evidence_key_sane", {"key": "Not A Key"}),
    ("evidence_stance_known", {"stance": "likes"}),
    ("evidence_state_known", {"state": "maybe"}),
    ("null value", {"stance": None}),
    ("foreign key", {"passage_id": 0}),
    ("foreign key", {"claim_id": 0}),
]


@pytest.mark.parametrize(("name", "change"), EVIDENCE_REFUSED, ids=ids(EVIDENCE_REFUSED))
def test_refused_in_evidence_only(evidence_row, name, change):
    with pytest.raises(IntegrityError, match=name):
        raw.insert("claims_evidence", evidence_row | change)


def test_a_claim_has_a_key_of_its_own(claim_row):
    raw.insert("claims_claim", claim_row)
    with pytest.raises(IntegrityError, match="claims_claim_key"):
        raw.insert("claims_claim", claim_row)


def test_one_passage_brings_one_wording_to_a_claim_once(evidence_row):
    raw.insert("claims_evidence", evidence_row)
    raw.insert("claims_evidence", evidence_row | {"key": "other", "wording": "about 5,000"})
    with pytest.raises(IntegrityError, match="evidence_unique"):
        raw.insert("claims_evidence", evidence_row | {"key": "third"})


def test_numbers_come_back_as_they_were_written(claim_row):
    pk = raw.insert("claims_claim", claim_row | {"amount": "1.390"})
    claim = make.Claim.objects.get(pk=pk)
    assert str(claim.amount) == "1.390"
    assert str(claim.quantity.reading.high) == "5500"
