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
from claims.vocabulary import scope_of, set_wider
from tests.claims import make

from .pages import list_of, page_of, rows_of, text_of

MODELS = [Claim, Clash, Evidence, Figure, Scope, ScopeEdge, ScopeTerm, StatusChange, Subject]

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def fill(start: int, stop: int) -> None:
    """Rows of every kind, none sharing a subject, figure, term, publisher or origin."""
    for n in range(start, stop):
        inner, outer = make.term(f"District {n}"), make.term(f"Province {n}")
        set_wider(narrower=inner, wider=[outer], at=make.TODAY)
        figure = make.figure(
            f"figure-{n}",
            subject=make.subject(f"Subject {n}", aliases=[f"Alias {n}"]),
            scope=scope_of(geography=inner),
        )
        pair = [make.claim(wording, figure=figure) for wording in ("5,000", "9,000")]
        for claim in pair:
            make.evidence(claim, "5,000")
            make.evidence(claim, "9,000", stance="conflicts", state="proposed")
    recheck_claims(Claim.objects.all(), at=make.TODAY)


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@each_model
def test_the_list_takes_as_many_queries_for_thirty_rows_as_for_three(admin, model):
    fill(0, 3)
    few, shown = queries(admin, list_of(model)), model.objects.count()
    fill(3, 30)

    assert model.objects.count() >= 10 * shown
    assert queries(admin, list_of(model)) <= few


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("?_facets=True", id="counts beside the filters"),
        pytest.param("?q=statement", id="a search"),
        pytest.param("?publisher=1&figure=1", id="filters by publisher and figure"),
    ],
)
@pytest.mark.parametrize("model", [Claim, Evidence], ids=lambda model: model.__name__)
def test_filtering_takes_as_many_queries_for_thirty_rows_as_for_three(admin, model, query):
    fill(0, 3)
    few = queries(admin, list_of(model) + query)
    fill(3, 30)

    assert queries(admin, list_of(model) + query) <= few


@pytest.mark.parametrize(
    "search, model",
    [
        ("figure", Claim),
        ("claim", Evidence),
        ("passage", Evidence),
        ("scope", Evidence),
        ("corrects", Evidence),
        ("origin", Evidence),
        ("subject", Figure),
        ("scope", Figure),
        ("geography", Scope),
        ("wider", ScopeEdge),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_an_autocomplete_takes_as_many_queries_for_thirty_rows_as_for_three(admin, model, search):
    address = (
        f"/admin/autocomplete/?app_label=claims&model_name={model._meta.model_name}"
        f"&field_name={search}"
    )
    fill(0, 3)
    few = queries(admin, address)
    fill(3, 30)

    assert queries(admin, address) <= few


@each_model
def test_a_search_that_nothing_can_match_shows_an_empty_list(admin, model):
    fill(0, 1)

    answer = admin.get(list_of(model), {"q": "no-such-thing"})

    assert answer.status_code == 200
    assert rows_of(answer) == []


@each_model
@pytest.mark.parametrize("query", ["?q=%00", "?state__exact=%00&status__exact=%00"])
def test_a_nul_in_the_address_is_no_error_of_ours(admin, model, query):
    assert admin.get(list_of(model) + query, follow=True).status_code == 200


@each_model
def test_every_page_of_a_row_loads(admin, model):
    fill(0, 1)

    for row in model.objects.all():
        assert str(row) in text_of(admin.get(page_of(row)))


def test_every_model_of_the_first_cut_is_in_the_admin():
    assert set(MODELS) <= site.site._registry.keys()


def test_no_list_offers_deletion_by_the_dozen(admin):
    fill(0, 1)

    for model in MODELS:
        assert "delete_selected" not in admin.get(list_of(model)).content.decode()
