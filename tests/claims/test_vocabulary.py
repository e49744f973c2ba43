"""Verbs on subjects, scopes and figures, and what they refuse."""

import pytest
from django.core.exceptions import ValidationError

from claims import vocabulary
from claims.models import Figure, Scope, ScopeEdge
from claims.recheck import recheck_claim

from . import make

pytestmark = pytest.mark.django_db


def test_a_name_of_another_subject_is_refused():
    vocabulary.create_subject(name="Mustafa al-Kadhimi", aliases=["Kazimi"])
    with pytest.raises(ValidationError, match="already belongs to the subject “Mustafa"):
        vocabulary.create_subject(name="KAZIMI")
    other = vocabulary.create_subject(name="Another")
    with pytest.raises(ValidationError, match="already belongs"):
        vocabulary.change_subject(subject=other, at=make.TODAY, aliases=["kazimi"])


def test_a_scope_is_made_once():
    iraq = make.term("Iraq")
    assert vocabulary.scope_of(geography=iraq) == vocabulary.scope_of(geography=iraq)
    assert vocabulary.scope_of() == vocabulary.scope_of()
    assert Scope.objects.count() == 2


def test_a_scope_of_the_wrong_dimension_is_refused():
    with pytest.raises(ValidationError, match="“Iraq” is a geography"):
        vocabulary.scope_of(population=make.term("Iraq"))


def test_a_scope_term_has_a_name_of_its_own():
    vocabulary.create_scope_term(dimension="geography", name="Iraq")
    with pytest.raises(ValidationError, match="scope term of this name"):
        vocabulary.create_scope_term(dimension="population", name="iraq")


def test_wider_terms_are_set_as_given():
    iraq, both, region = map(make.term, ("Iraq", "Iraq and Syria", "Region"))
    for wider in ([both], [both, region], [region], []):
        vocabulary.set_wider(narrower=iraq, wider=wider, at=make.TODAY)
        assert {edge.wider for edge in ScopeEdge.objects.all()} == set(wider)


def test_a_circle_is_refused_and_changes_nothing():
    iraq, both = make.term("Iraq"), make.term("Iraq and Syria")
    vocabulary.set_wider(narrower=iraq, wider=[both], at=make.TODAY)
    with pytest.raises(ValidationError, match="would close a circle"):
        vocabulary.set_wider(narrower=both, wider=[iraq], at=make.TODAY)
    assert ScopeEdge.objects.count() == 1


@pytest.mark.parametrize(
    ("nature", "additive"),
    [
        ("stock", True),
        ("cumulative", True),
        ("flow", True),
        ("ratio", False),
        ("event-date", False),
    ],
)
def test_only_counts_add_up_unless_said_otherwise(nature, additive):
    figure = vocabulary.create_figure(slug="f", subject=make.subject(), measure="m", nature=nature)
    assert figure.additive is additive


def test_a_ratio_cannot_add_up():
    with pytest.raises(ValidationError, match="do not add up"):
        vocabulary.create_figure(
            slug="f", subject=make.subject(), measure="m", nature="ratio", additive=True
        )


def test_with_another_unit_the_wordings_are_read_again():
    claim = make.claim()
    evidence = make.evidence(claim)
    vocabulary.change_figure(figure=claim.figure, at=make.TODAY, unit="soldiers")
    claim.refresh_from_db()
    evidence.refresh_from_db()
    assert (claim.unit, evidence.unit) == ("soldiers", "soldiers")


def test_a_unit_that_a_wording_contradicts_is_refused_and_says_where():
    claim = make.claim("$5,000", figure=make.figure(unit=""), key="aid")
    with pytest.raises(ValidationError, match="“aid” does not fit it"):
        vocabulary.change_figure(figure=claim.figure, at=make.TODAY, unit="percent")
    assert Figure.objects.get().unit == ""


def test_the_nature_of_a_figure_decides_anew():
    claim = make.claim("200", "July 2020")
    make.evidence(claim, "400", "January 2020")
    recheck_claim(claim=claim, at=make.TODAY)
    assert claim.status == "unsupported"
    vocabulary.change_figure(figure=claim.figure, at=make.TODAY, nature="cumulative")
    claim.refresh_from_db()
    assert claim.status == "challenged"


@pytest.mark.parametrize(
    "verb",
    [
        lambda: vocabulary.change_subject(subject=make.subject(), at=make.TODAY, colour="red"),
        lambda: vocabulary.change_figure(figure=make.figure(), at=make.TODAY, colour="red"),
    ],
    ids=["subject", "figure"],
)
def test_a_field_that_is_not_there_is_a_mistake_of_the_caller(verb):
    with pytest.raises(TypeError, match="colour"):
        verb()
