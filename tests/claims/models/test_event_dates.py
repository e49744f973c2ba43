"""The figure of an event has a date for its value, and no number: PostgreSQL keeps that."""

import pytest
from django.db import IntegrityError

from claims.models import Claim, Evidence

from .. import make

pytestmark = pytest.mark.django_db

NUMBERLESS = "is the date of an event"


@pytest.fixture
def event():
    return make.figure("exit", measure="exit", nature="event-date", unit="")


def test_a_claim_about_an_event_holds_no_number(event):
    with pytest.raises(IntegrityError, match=NUMBERLESS):
        make.claim("5,000", figure=event)


def test_a_claim_with_a_number_does_not_become_one_about_an_event(event):
    claim = make.claim()
    with pytest.raises(IntegrityError, match=NUMBERLESS):
        Claim.objects.filter(pk=claim.pk).update(figure=event)


def test_evidence_on_an_event_holds_no_number(event):
    claim = make.claim("", figure=event)
    with pytest.raises(IntegrityError, match=NUMBERLESS):
        make.evidence(claim, "5,000")


def test_evidence_gets_no_number_later(event):
    evidence = make.evidence(make.claim("", figure=event), "")
    with pytest.raises(IntegrityError, match=NUMBERLESS):
        Evidence.objects.filter(pk=evidence.pk).update(**make.reported("5,000"))


def test_a_claim_whose_evidence_has_a_number_does_not_become_one_about_an_event(event):
    claim = make.claim("")
    make.evidence(claim, "5,000")
    with pytest.raises(IntegrityError, match=NUMBERLESS):
        Claim.objects.filter(pk=claim.pk).update(figure=event)


@pytest.mark.parametrize("where", ["claim", "evidence"])
def test_a_figure_with_numbers_does_not_become_an_event(where):
    figure = make.figure()
    claim = make.claim("5,000" if where == "claim" else "", figure=figure)
    if where == "evidence":
        make.evidence(claim)
    with pytest.raises(IntegrityError, match=NUMBERLESS):
        type(figure).objects.filter(pk=figure.pk).update(nature="event-date")


def test_a_figure_without_numbers_may():
    figure = make.figure()
    make.claim("", figure=figure)
    figure.nature = "event-date"
    figure.save()
