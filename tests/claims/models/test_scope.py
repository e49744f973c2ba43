"""Scopes form a partial order: PostgreSQL refuses a circle, a mixture, a duplicate."""

import pytest
from django.db import IntegrityError

from claims.models import Scope, ScopeEdge, ScopeTerm
from claims.models.choices import Nature

from .. import make
from . import raw

pytestmark = pytest.mark.django_db


@pytest.fixture
def nested():
    """Baghdad within Iraq within Iraq and Syria."""
    baghdad, iraq, both = map(make.term, ("Baghdad", "Iraq", "Iraq and Syria"))
    ScopeEdge.objects.create(narrower=baghdad, wider=iraq)
    ScopeEdge.objects.create(narrower=iraq, wider=both)
    return baghdad, iraq, both


def edge(narrower, wider):
    return raw.insert("claims_scopeedge", {"narrower_id": narrower.pk, "wider_id": wider.pk})


@pytest.mark.parametrize("start", [1, 2], ids=["of two", "of three"])
def test_a_circle_is_refused(nested, start):
    with pytest.raises(IntegrityError, match="would close a circle"):
        edge(nested[start], nested[0])


def test_a_circle_by_update_is_refused(nested):
    baghdad, iraq, _ = nested
    with pytest.raises(IntegrityError, match="would close a circle"):
        ScopeEdge.objects.filter(narrower=iraq).update(wider=baghdad)


def test_a_term_does_not_lie_within_itself(nested):
    with pytest.raises(IntegrityError, match="scope_edge_not_to_itself"):
        edge(nested[0], nested[0])


def test_two_ways_up_are_taken(nested):
    baghdad, _, both = nested
    assert edge(baghdad, both)


def test_an_edge_stands_once(nested):
    with pytest.raises(IntegrityError, match="scope_edge_unique"):
        edge(nested[0], nested[1])


def test_a_geography_does_not_lie_within_a_population(nested):
    with pytest.raises(IntegrityError, match="one cannot lie within the other"):
        edge(nested[0], make.term("US forces", "population"))


def test_a_term_keeps_its_dimension(nested):
    with pytest.raises(IntegrityError, match="the dimension of a scope term cannot change"):
        ScopeTerm.objects.filter(pk=nested[0].pk).update(dimension="role")


@pytest.mark.parametrize("dimension", ["geography", "population"])
def test_a_name_stands_for_one_term(nested, dimension):
    with pytest.raises(IntegrityError, match="scope_term_unique"):
        raw.insert("claims_scopeterm", {"dimension": dimension, "name": "IRAQ"})


@pytest.mark.parametrize("part", ["population", "role"])
def test_a_geography_is_no_other_part_of_a_scope(nested, part):
    with pytest.raises(IntegrityError, match=f"the scope's {part} cannot be “Iraq”"):
        Scope.objects.create(**{part: nested[1]})


def test_a_scope_stands_once_empty_parts_included():
    make.scope("Iraq")
    with pytest.raises(IntegrityError, match="scope_unique"):
        Scope.objects.create(geography=make.term("Iraq"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"nature": "mood"}, "figure_nature_known"),
        ({"measure": " "}, "figure_has_a_measure"),
        ({"slug": "Not A Slug"}, "figure_slug_sane"),
        ({"nature": Nature.RATIO, "additive": True}, "figure_ratios_do_not_add_up"),
        ({"window_days": -1}, "window_days"),
        ({"slug": "another-slug"}, "figure_unique"),
    ],
    ids=["nature", "measure", "slug", "a ratio that adds up", "window", "the same figure twice"],
)
def test_a_figure_that_is_refused(change, message):
    figure = make.figure()
    row = {
        "slug": "figure",
        "subject_id": figure.subject_id,
        "measure": figure.measure,
        "scope_id": figure.scope_id,
        "unit": figure.unit,
        "nature": "stock",
        "additive": True,
        "window_days": None,
    }
    with pytest.raises(IntegrityError, match=message):
        raw.insert("claims_figure", row | change)
