"""Every list: it loads, it is searched, and its queries do not grow with its rows."""

import pytest
from django.contrib import admin as site
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import (
    Claim,
    Clash,
    Evidence,
    Figure,
    Scope,
    ScopeEdge,
    ScopeTerm,
    StatusChange,
    Subject,
)
from claims.recheck import recheck_claims
from claims.vocabulary import scope_of
from tests.claims import make

from .pages import list_of, page_of, rows_of, text_of

MODELS = [Claim, Clash, Evidence, Figure, Scope, ScopeEdge, ScopeTerm, StatusChange, Subject]

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


AUTOCOMPLETE = "/admin/autocomplete/"

CHOSEN = [
    (Claim, "figure"),
    (Evidence, "claim"),
    (Evidence, "passage"),
    (Evidence, "scope"),
    (Evidence, "corrects"),
    (Evidence, "origin"),
    (Figure, "subject"),
    (Figure, "scope"),
    (Scope, "geography"),
    (ScopeEdge, "wider"),
]
"""Fields whose row is looked for by typing."""


def fill(start: int, stop: int) -> None:
    """Rows of every kind, none sharing a subject, figure, term, publisher or origin."""
    for n in range(start, stop):
        inner, outer = make.term(f"District {n}"), make.term(f"Province {n}")
        ScopeEdge.objects.create(narrower=inner, wider=outer)
        figure = make.figure(
            f"figure-{n}",
            subject=make.subject(f"Subject {n}", aliases=[f"Alias {n}"]),
            scope=scope_of(geography=inner),
        )
        pair = [make.claim(wording, figure=figure) for wording in ("5,000", "9,000")]
        for claim in pair:
            make.evidence(claim, "5,000")
            make.evidence(claim, "9,000", stance="conflicts", state="proposed")
    recheck_claims(Claim.objects.filter(checked_at=None), at=make.TODAY)


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def autocomplete(model: type, field: str) -> str:
    return f"{AUTOCOMPLETE}?app_label=claims&model_name={model._meta.model_name}&field_name={field}"


ADDRESSES = [
    *(list_of(model) for model in MODELS),
    *(
        list_of(model) + query
        for model in (Claim, Evidence)
        for query in ("?_facets=True", "?q=statement", "?publisher=1&figure=1")
    ),
    *(autocomplete(model, field) for model, field in CHOSEN),
]


def test_no_list_takes_more_queries_for_ten_rows_than_for_three(admin):
    fill(0, 3)
    few = {address: queries(admin, address) for address in ADDRESSES}
    fill(3, 10)
    many = {address: queries(admin, address) for address in ADDRESSES}

    assert all(model.objects.count() >= 10 for model in MODELS)
    assert {a: (few[a], many[a]) for a in ADDRESSES if many[a] > few[a]} == {}


def test_a_search_that_nothing_can_match_shows_an_empty_list(admin):
    fill(0, 1)

    for model in MODELS:
        assert rows_of(admin.get(list_of(model))) != []
        assert rows_of(admin.get(list_of(model), {"q": "no-such-thing"})) == []


@each_model
@pytest.mark.parametrize("query", ["?q=%00", "?state__exact=%00&status__exact=%00"])
def test_a_nul_in_the_address_is_no_error_of_ours(admin, model, query):
    assert admin.get(list_of(model) + query, follow=True).status_code == 200


def test_every_page_of_a_row_loads(admin):
    fill(0, 1)

    for model in MODELS:
        for row in model.objects.all():
            assert str(row) in text_of(admin.get(page_of(row)))


def test_every_model_of_the_first_cut_is_in_the_admin():
    assert set(MODELS) <= site.site._registry.keys()


def test_no_list_offers_deletion_by_the_dozen(admin):
    fill(0, 1)

    for model in MODELS:
        assert "delete_selected" not in admin.get(list_of(model)).content.decode()
