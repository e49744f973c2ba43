"""A YAML file becomes rows, each as its verb would have made it."""

from datetime import date

import pytest

from claims.consistency import Period
from claims.models import Claim, Evidence, Figure, ScopeEdge, Subject
from sources.models import Origin

from .. import make
from .files import CLAIMS, load, report_on_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def counts(tmp_path):
    report_on_file()
    return load(tmp_path, CLAIMS)


def test_everything_is_there(counts):
    assert counts == {
        ("subjects", "new"): 1,
        ("scope terms", "new"): 2,
        ("origins", "new"): 1,
        ("figures", "new"): 1,
        ("claims", "new"): 2,
        ("evidence", "new"): 3,
    }


def test_the_vocabulary(counts):
    figure = Figure.objects.get(slug="troops")
    assert figure.subject == Subject.objects.named("foreign troops").get()
    assert str(figure.scope) == "Iraq"
    assert (figure.unit, figure.nature, figure.additive) == ("troops", "stock", True)
    assert str(ScopeEdge.objects.get()) == "Iraq within Iraq and Syria"
    assert Origin.objects.get().note == "As it says itself."


def test_a_claim(counts):
    claim = Claim.objects.get(key="troops-2020")
    assert claim.claimant == "A ministry"
    assert claim.report.made == Period(date(2020, 7, 15), date(2020, 7, 15))
    assert (claim.wording, claim.unit) == ("about 5,000", "troops")
    assert claim.reported_period == Period(date(2020, 7, 1), date(2020, 7, 31))
    assert claim.status == "single-source"


def test_its_evidence(counts):
    first, later = Evidence.objects.filter(claim__key="troops-2020").order_by("pk")
    assert first.key == "troops-2020.1"
    assert first.passage.exact == "approximately 5,000 troops"
    assert (first.state, first.origin.name) == ("accepted", "A news agency")
    assert later.key == "later-value"
    assert later.reported_period == Period(date(2021, 7, 1), date(2021, 7, 31))


def test_a_quote_that_occurs_twice_is_told_by_its_context(counts):
    evidence = Evidence.objects.get(claim__key="some-left")
    assert evidence.passage.end == len(evidence.passage.snapshot.text) - 1


def test_each_claim_is_rechecked_once(tmp_path, rechecked):
    report_on_file()
    load(tmp_path, CLAIMS)
    assert sorted(rechecked) == ["some-left", "troops-2020"]


def test_values_stay_as_written(tmp_path):
    report_on_file()
    load(
        tmp_path,
        """
        subjects: [{name: no}]
        figures: [{slug: f, subject: "no", measure: 007, unit: troops, nature: stock}]
        claims:
          - {key: k, statement: yes, figure: f, quantity: 5000, period: 2020-07, note: 1_000}
        """,
    )
    claim = Claim.objects.get()
    assert (claim.statement, claim.wording, claim.note) == ("yes", "5000", "1_000")
    assert claim.figure.measure == "007"
    assert claim.reported_period == Period(date(2020, 7, 1), date(2020, 7, 31))


def test_evidence_differs_from_the_figures_scope_only_where_it_says_so(tmp_path):
    report_on_file()
    load(
        tmp_path,
        """
        subjects: [{name: Forces}]
        scope_terms: {geography: [{name: Iraq}], population: [{name: US forces}]}
        figures:
          - {slug: f, subject: Forces, measure: m, geography: Iraq, nature: stock, unit: troops}
        claims:
          - key: k
            statement: Some.
            figure: f
            evidence:
              - {key: narrower, document: report, quote: 5000, population: US forces,
                 stance: context, prefix: approximately}
              - {key: wider, document: report, quote: "2,500", geography: null, stance: context}
              - {key: same, document: report, quote: Later, stance: context}
        """.replace("quote: 5000", 'quote: "5,000"'),
    )
    scopes = {row.key: row.scope and str(row.scope) for row in Evidence.objects.all()}
    assert scopes == {
        "narrower": "US forces, Iraq",
        "wider": "not restricted",
        "same": None,
    }


def test_now_is_the_day_of_publication(tmp_path):
    report_on_file()
    load(
        tmp_path,
        """
        claims:
          - key: k
            statement: Some.
            made_on: 2020-07-15
            period: now
            evidence: [{document: report, quote: Later, stance: context, period: now}]
        """,
    )
    assert Claim.objects.get().reported_period == Period(
        date(2020, 7, 15), date(2020, 7, 15), "instant", "relative"
    )
    assert Evidence.objects.get().reported_period == Period(
        date(2020, 7, 1), date(2020, 7, 31), "instant", "relative"
    )


def test_a_correction_may_name_evidence_further_down(tmp_path):
    report_on_file()
    load(
        tmp_path,
        """
        claims:
          - key: k
            statement: Some.
            evidence:
              - {key: b, document: report, quote: Later, stance: supports, corrects: a}
              - {key: a, document: report, quote: In July, stance: conflicts}
        """,
    )
    assert Evidence.objects.get(key="b").corrects.key == "a"


def test_a_quote_with_other_marks_and_spaces_is_found(tmp_path):
    make.document("He said: “some\u00a0left”.", key="speech")
    load(
        tmp_path,
        """
        claims:
          - key: k
            statement: Some.
            evidence: [{document: speech, quote: '"some left"', stance: supports}]
        """,
    )
    assert Evidence.objects.get().passage.exact == "“some\u00a0left”"
