"""What the timeline is given: the claim's own evidence, and the figure's on other claims."""

import pytest

from claims.admin.standing import standing_of
from claims.claim_desk import reports
from claims.claim_desk.reports import timeline_of
from claims.models import Claim
from claims.recheck import recheck_claims
from tests.claims import make

pytestmark = pytest.mark.django_db


def timeline(claim: Claim):
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    claim = Claim.objects.with_figure().get(pk=claim.pk)
    return timeline_of(claim, standing_of(claim).groups)


def test_each_report_is_told_with_what_it_counts_as():
    claim = make.claim()
    for wording, stance in (("5,100", "supports"), ("9,000", "conflicts"), ("40", "context")):
        make.evidence(claim, wording, stance=stance)

    told = timeline(claim).reports

    assert [(one.number, one.says, one.role) for one in told] == [
        (1, "“5,100”", "supports"),
        (2, "“9,000”", "conflicts"),
        (3, "“40”", "uncounted"),
    ]


def test_what_other_claims_of_the_figure_rest_on_is_shown_once_a_report():
    claim, other, third = make.claim(), make.claim("7,000"), make.claim("8,000")
    shared = make.passage()
    for one in (claim, other):
        make.evidence(one, "5,000", quoting=shared)
    twice = make.passage(make.document("There were 7,000 troops."))
    for one in (other, third):
        make.evidence(one, "7,000", quoting=twice)

    told = timeline(claim).reports

    assert [(one.number, one.role) for one in told] == [(1, "supports"), (0, "elsewhere")]
    assert told[1].link == f"/admin/claims/claim/{other.pk}/change/"


def test_what_is_not_accepted_is_not_drawn():
    claim, other = make.claim(), make.claim("7,000")
    make.evidence(claim, "5,000", state="proposed")
    make.evidence(other, "7,000", state="rejected")

    assert timeline(claim).reports == []
    assert timeline(claim).drawings == {}


def test_a_figure_with_many_reports_shows_some_and_counts_the_rest(monkeypatch):
    monkeypatch.setattr(reports, "OTHERS", 2)
    claim, other = make.claim(), make.claim("7,000")
    for number in range(5):
        make.evidence(other, f"{7000 + number}")

    found = timeline(claim)

    assert (len(found.reports), found.left_out) == (2, 3)


def test_a_claim_without_a_figure_has_no_timeline():
    assert timeline(make.claim("", figure=None)) is None


def test_the_date_of_an_event_is_drawn_as_lanes():
    figure = make.figure("withdrawal", nature="event-date", unit="")
    claim = make.claim("", "March 2021", figure=figure)
    make.evidence(claim, "", period="15 March 2021")
    make.evidence(claim, "", period="2022", stance="conflicts")

    drawing = timeline(claim).drawings["wide"]

    assert [mark.told.role for mark in drawing.marks] == ["supports", "conflicts"]
    assert drawing.band is not None
