"""GET /api/v1/claims/{name}/evidence/: every passage brought to a claim."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sources.models import Origin
from tests.claims import make
from tests.factcheck.api.asking import GATE, ask, every_page, refusal

from .rows import full_scope

pytestmark = pytest.mark.django_db

TEXT = "In July the institute counted. There were 5,000 troops. It then went home."


def keys(**query) -> list[str]:
    return [row["key"] for row in ask("claims/a/evidence/", **query)["results"]]


def test_a_piece_of_evidence_with_everything():
    claim = make.claim(key="a", figure=make.figure(scope=make.scope("Iraq and Syria")))
    passage = make.passage(make.document(TEXT, key="notice"), "There were 5,000 troops.")
    old = make.evidence(claim, "4,000", key="old")
    make.evidence(
        claim,
        "5,000",
        "2020-07-15",
        quoting=passage,
        key="new",
        scope=make.scope("Iraq"),
        origin=Origin.objects.create(name="An agency"),
        corrects=old,
        note="Says so itself.",
    )
    row = ask("claims/a/evidence/")["results"][1]
    assert (row["key"], row["stance"], row["state"]) == ("new", "supports", "accepted")
    assert row["value"]["wording"] == "5,000"
    assert row["period"]["earliest"] == row["period"]["latest"] == "2020-07-15"
    assert row["scope"] == {"geography": "Iraq", "population": None, "role": None}
    assert row["scope_stated"] is True
    assert (row["origin"], row["corrects"], row["note"]) == ("An agency", "old", "Says so itself.")
    quote = row["passage"]
    assert quote["exact"] == "There were 5,000 troops."
    assert (quote["start"], quote["end"]) == (31, 55)
    assert quote["before"] == "In July the institute counted. "
    assert quote["after"] == " It then went home."
    assert quote["document"]["key"] == "notice"


def test_a_piece_of_evidence_with_nothing_of_its_own():
    make.evidence(make.claim(key="a"), "", "")
    (row,) = ask("claims/a/evidence/")["results"]
    assert row["value"] is row["period"] is row["origin"] is row["corrects"] is None
    assert row["scope"] == {"geography": "Iraq", "population": None, "role": None}
    assert row["scope_stated"] is False


def test_a_claim_without_a_number_gives_no_scope():
    make.evidence(make.claim(key="a", figure=None))
    (row,) = ask("claims/a/evidence/")["results"]
    assert row["scope"] is None and row["scope_stated"] is False


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param({}, ["p", "a", "r", "w"], id="all, each with its state"),
        pytest.param({"state": "accepted"}, ["a"], id="what counts"),
        pytest.param({"state": ["rejected", "withdrawn"]}, ["r", "w"], id="two states"),
        pytest.param({"stance": "conflicts"}, ["a", "w"], id="a stance"),
        pytest.param({"stance": "conflicts", "state": "accepted"}, ["a"], id="both"),
        pytest.param({"stance": "context"}, [], id="a stance that none has"),
    ],
)
def test_what_is_found(query, expected):
    claim = make.claim(key="a")
    for key, state, stance in [
        ("p", "proposed", "supports"),
        ("a", "accepted", "conflicts"),
        ("r", "rejected", "supports"),
        ("w", "withdrawn", "conflicts"),
    ]:
        make.evidence(claim, key=key, state=state, stance=stance)
    make.evidence(make.claim(key="other"), key="other")
    assert keys(**query) == expected
    assert {row["key"]: row["state"][0] for row in ask("claims/a/evidence/")["results"]} == {
        key: key for key in "parw"
    }


@pytest.mark.parametrize(
    ("query", "name", "complaint"),
    [
        pytest.param({"state": "lost"}, "state", "proposed, accepted, rejected, withdrawn"),
        pytest.param({"stance": "for"}, "stance", "supports, conflicts, context"),
        pytest.param({"status": "refuted"}, "status", "takes: cursor, page_size, stance, state"),
        pytest.param({"page_size": "500"}, "page_size", "from 1 to 200"),
    ],
)
def test_what_is_refused(query, name, complaint):
    make.claim(key="a")
    assert complaint in refusal("claims/a/evidence/", **query)[name]


def test_the_evidence_on_no_claim():
    assert "no claim “b”" in refusal("claims/b/evidence/", 404)[None]


def test_more_evidence_takes_no_more_queries_and_comes_in_pages():
    claim = make.claim(key="a")

    def cost(number: int) -> int:
        for n in range(number):
            origin = Origin.objects.create(name=f"Origin {number}-{n}")
            make.evidence(claim, scope=full_scope(f"{number}-{n}"), origin=origin)
        with CaptureQueriesContext(connection) as queries:
            ask("claims/a/evidence/", page_size=200)
        return len(queries)

    assert cost(1) == cost(12) == 3 + GATE
    assert [len(page) for page in every_page("claims/a/evidence/", page_size=5)] == [5, 5, 3]


def test_a_whole_document_never_travels():
    make.evidence(make.claim(key="a"))
    with CaptureQueriesContext(connection) as queries:
        ask("claims/a/evidence/")
    # Only inside the expressions that cut the context out of it.
    sql = " ".join(query["sql"] for query in queries).replace(
        'SUBSTRING("sources_snapshot"."text"', ""
    )
    assert '"sources_snapshot"."text"' not in sql
    assert '"original",' not in sql and '"sketch"' not in sql and '"search"' not in sql
