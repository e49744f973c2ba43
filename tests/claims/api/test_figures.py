"""GET /api/v1/figures/ and /api/v1/figures/{name}/"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.claims import make
from tests.factcheck.api.asking import GATE, ask, ask_link, refusal

from .rows import full_scope

pytestmark = pytest.mark.django_db


def slugs(**query) -> list[str]:
    return [row["slug"] for row in ask("figures/", **query)["results"]]


def test_a_figure_with_everything():
    forces = make.subject("Foreign forces", kind="force", aliases=["foreign troops"])
    figure = make.figure(
        "troops", subject=forces, scope=make.scope("Iraq", "US forces"), window_days=45
    )
    expected = {
        "id": figure.pk,
        "slug": "troops",
        "subject": {"name": "Foreign forces", "kind": "force", "aliases": ["foreign troops"]},
        "measure": "troop level",
        "scope": {"geography": "Iraq", "population": "US forces", "role": None},
        "unit": "troops",
        "nature": "stock",
        "additive": True,
        "window_days": 45,
        "links": {
            "self": "http://testserver/api/v1/figures/troops/",
            "claims": "http://testserver/api/v1/claims/?figure=troops",
        },
    }
    assert ask("figures/troops/") == ask(f"figures/{figure.pk}/") == expected
    assert ask("figures/")["results"] == [expected]


def test_a_figure_leads_to_its_claims():
    make.claim(key="mine", figure=make.figure("troops"))
    make.claim(key="other", figure=make.figure("planes", unit="planes"))
    found = ask_link(ask("figures/troops/")["links"]["claims"])["results"]
    assert [claim["key"] for claim in found] == ["mine"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param({}, ["troops", "trips", "share"], id="all, as entered"),
        pytest.param({"nature": "flow"}, ["trips"], id="a nature"),
        pytest.param({"nature": ["flow", "ratio"]}, ["trips", "share"], id="two natures"),
        pytest.param({"nature": "event-date"}, [], id="a nature that none has"),
        pytest.param({"subject": "kazimi"}, ["trips", "share"], id="a subject by an alias"),
        pytest.param({"subject": "Kazimi", "nature": "ratio"}, ["share"], id="both"),
    ],
)
def test_what_is_found(query, expected):
    person = make.subject("Mustafa al-Kadhimi", aliases=["Kazimi"])
    make.figure("troops")
    make.figure("trips", subject=person, measure="trips", nature="flow")
    make.figure("share", subject=person, measure="share", nature="ratio", additive=False)
    assert slugs(**query) == expected


@pytest.mark.parametrize(
    ("query", "name", "complaint"),
    [
        pytest.param({"nature": "level"}, "nature", "stock, cumulative, flow, event-date, ratio"),
        pytest.param({"subject": "Nobody"}, "subject", "No subject goes by the name “Nobody”"),
        pytest.param({"subject": ""}, "subject", "empty", id="no name"),
        pytest.param({"subject": "x" * 201}, "subject", "no more than 200", id="a long name"),
        pytest.param({"figure": "a"}, "figure", "takes: cursor, nature, page_size, subject"),
    ],
)
def test_what_is_refused(query, name, complaint):
    assert complaint in refusal("figures/", **query)[name]


def test_a_figure_that_is_not_there():
    assert "no figure “nope”" in refusal("figures/nope/", 404)[None]


def test_more_figures_take_no_more_queries():
    def cost(number: int) -> int:
        for n in range(number):
            name = f"{number}-{n}"
            make.figure(name, subject=make.subject(name), scope=full_scope(name))
        with CaptureQueriesContext(connection) as queries:
            ask("figures/", page_size=200)
        return len(queries)

    assert cost(1) == cost(12) == 1 + GATE
