"""Scope terms, what lies within what, and scopes."""

import pytest

from claims.models import Claim, Scope, ScopeEdge, ScopeTerm
from claims.recheck import recheck_claims
from tests.claims import make

from .pages import add_to, deletion_of, errors_of, page_of, text_of, typed


def change(admin, row, **fields):
    return admin.post(page_of(row), typed(admin.get(page_of(row))) | fields, follow=True)


@pytest.fixture
def parts(db) -> Claim:
    """A whole of 100 in Iraq and Syria, and evidence of 900 in Iraq: a conflict once one lies
    within the other."""
    region = make.scope("Iraq and Syria")
    claim = make.claim("100", figure=make.figure(scope=region))
    make.evidence(claim, "900", stance="conflicts", scope=make.scope("Iraq"))
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    claim.refresh_from_db()
    assert claim.status == "unsupported"
    return claim


def status(claim: Claim) -> str:
    claim.refresh_from_db()
    return claim.status


def test_a_term_is_made_with_what_it_lies_within(admin):
    wider = [make.term("Iraq and Syria"), make.term("The Gulf")]

    admin.post(
        add_to(ScopeTerm),
        {"dimension": "geography", "name": "Iraq", "wider": [term.pk for term in wider]},
    )

    assert set(ScopeEdge.objects.values_list("narrower__name", "wider__name")) == {
        ("Iraq", "Iraq and Syria"),
        ("Iraq", "The Gulf"),
    }


def test_the_page_of_a_term_shows_and_changes_what_it_lies_within(admin, parts):
    iraq, region = ScopeTerm.objects.get(name="Iraq"), ScopeTerm.objects.get(name="Iraq and Syria")

    change(admin, iraq, wider=[region.pk])

    assert status(parts) == "challenged"
    assert typed(admin.get(page_of(iraq)))["wider"] == [region.pk]
    sent = typed(admin.get(page_of(iraq)))
    del sent["wider"]
    admin.post(page_of(iraq), sent)
    assert status(parts) == "unsupported"


def test_an_edge_by_itself_does_the_same(admin, parts):
    iraq, region = ScopeTerm.objects.get(name="Iraq"), ScopeTerm.objects.get(name="Iraq and Syria")

    admin.post(add_to(ScopeEdge), {"narrower": iraq.pk, "wider": region.pk})
    assert status(parts) == "challenged"

    admin.post(deletion_of(ScopeEdge.objects.get()), {"post": "yes"})
    assert status(parts) == "unsupported"


def test_a_deleted_term_leaves_the_order_and_the_claims_are_rechecked(admin, parts):
    iraq, region = ScopeTerm.objects.get(name="Iraq"), ScopeTerm.objects.get(name="Iraq and Syria")
    between = make.term("Mesopotamia")
    change(admin, between, wider=[region.pk])
    change(admin, iraq, wider=[between.pk])
    assert status(parts) == "challenged"

    admin.post(deletion_of(between), {"post": "yes"})

    assert not ScopeTerm.objects.filter(pk=between.pk).exists()
    assert status(parts) == "unsupported"


def test_a_renamed_term_is_named_anew_in_the_explanations(admin, parts):
    change(admin, ScopeTerm.objects.get(name="Iraq and Syria"), name="The region")

    parts.refresh_from_db()
    assert parts.explanation["claim"]["scope"]["geography"] == "The region"


def test_a_circle_is_refused_in_words(admin):
    inner, outer = make.term("Iraq"), make.term("Iraq and Syria")
    ScopeEdge.objects.create(narrower=inner, wider=outer)

    answer = change(admin, outer, wider=[inner.pk])

    assert "would close a circle" in str(errors_of(answer))
    assert ScopeEdge.objects.count() == 1


def test_a_term_within_another_dimension_is_refused(admin):
    iraq, troops = make.term("Iraq"), make.term("US forces", "population")

    answer = admin.post(add_to(ScopeEdge), {"narrower": iraq.pk, "wider": troops.pk})

    assert "one cannot lie within the other" in str(errors_of(answer))


def test_an_edge_that_is_there_is_refused(admin):
    inner, outer = make.term("Iraq"), make.term("Iraq and Syria")
    ScopeEdge.objects.create(narrower=inner, wider=outer)

    answer = admin.post(add_to(ScopeEdge), {"narrower": inner.pk, "wider": outer.pk})

    assert errors_of(answer)["__all__"] == ["Iraq lies within Iraq and Syria already."]


def test_a_term_that_a_scope_uses_stays(admin):
    make.scope("Iraq")
    term = ScopeTerm.objects.get()

    assert "protected related objects" in text_of(admin.get(deletion_of(term)))
    admin.post(deletion_of(term), {"post": "yes"})
    assert ScopeTerm.objects.exists()


def test_a_scope_is_made_once(admin):
    sent = {"geography": make.term("Iraq").pk}

    admin.post(add_to(Scope), sent)
    answer = admin.post(add_to(Scope), sent)

    assert errors_of(answer)["__all__"] == ["There is this scope already: Iraq."]
    assert Scope.objects.count() == 1


def test_a_population_is_no_geography(admin):
    answer = admin.post(add_to(Scope), {"geography": make.term("US forces", "population").pk})

    assert errors_of(answer)["geography"] == ["“US forces” is a population."]


def test_the_parts_of_a_scope_are_looked_for_in_their_own_dimension(admin):
    make.term("Iraq")
    make.term("Iraqis", "population")

    def found(field: str) -> list[str]:
        query = {"app_label": "claims", "model_name": "scope", "field_name": field, "term": "ira"}
        return [row["text"] for row in admin.get("/admin/autocomplete/", query).json()["results"]]

    assert found("geography") == ["Iraq"]
    assert found("population") == ["Iraqis"]
    assert found("role") == []
