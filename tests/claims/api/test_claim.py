"""GET /api/v1/claims/{name}/: one claim, whole."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, ScopeTerm
from claims.recheck import recheck_claims
from tests.claims import make
from tests.factcheck.api.asking import GATE, ask, ask_link

pytestmark = pytest.mark.django_db


def rechecked(*claims: Claim) -> None:
    recheck_claims(Claim.objects.filter(pk__in=[claim.pk for claim in claims]), at=make.TODAY)


def test_a_claim_with_everything():
    figure = make.figure(scope=make.scope("Iraq", "US forces"))
    claim = make.claim(
        "approximately 5,000",
        "July 2020",
        figure=figure,
        key="troops",
        statement="About 5,000 troops were there.",
        claimant="The ministry",
        made_on=("2020-08-01", "2020-08-03"),
        about_now=True,
        example=True,
        note="Made up.",
    )
    make.evidence(claim)
    make.evidence(claim, "7,000", stance="conflicts")
    other = make.claim("9,000", "July 2020", figure=figure, key="others")
    rechecked(claim, other)
    stored = Claim.objects.get(key="troops")
    base = "http://testserver/api/v1"

    assert ask("claims/troops/") == {
        "id": claim.pk,
        "key": "troops",
        "statement": "About 5,000 troops were there.",
        "claimant": "The ministry",
        "made_on": {"earliest": "2020-08-01", "latest": "2020-08-02"},
        "figure": {
            "slug": "us-troops-iraq",
            "subject": "United States forces",
            "measure": "troop level",
            "nature": "stock",
        },
        "scope": {"geography": "Iraq", "population": "US forces", "role": None},
        "value": {
            "wording": "approximately 5,000",
            "hedge": "about",
            "amount": "5000",
            "unit": "troops",
            "discrete": True,
            "reading": {"low": "4500", "high": "5500", "low_closed": True, "high_closed": True},
            "accept": {"low": "4500", "high": "5500", "low_closed": True, "high_closed": True},
        },
        "period": {
            "earliest": "2020-07-01",
            "latest": "2020-07-31",
            "mode": "instant",
            "basis": "stated",
        },
        "modality": "observation",
        "about_now": True,
        "example": True,
        "note": "Made up.",
        "stage": "draft",
        "status": "contested",
        "computed": "contested",
        "reviewer": None,
        "effective": "contested",
        "disagrees": False,
        "currency": stored.currency,
        "counts": {"supports": 1, "conflicts": 1, "mixed": 0},
        "needs_review": False,
        "review_reasons": [],
        "fingerprint": stored.fingerprint,
        "engine_version": stored.engine_version,
        "config_version": stored.config_version,
        "checked_at": stored.checked_at.isoformat().replace("+00:00", "Z"),
        "clashes": ["others"],
        "links": {
            "self": f"{base}/claims/troops/",
            "explanation": f"{base}/claims/troops/explanation/",
            "evidence": f"{base}/claims/troops/evidence/",
            "history": f"{base}/claims/troops/history/",
            "figure": f"{base}/figures/us-troops-iraq/",
        },
    }


def test_a_claim_with_nothing():
    make.claim(figure=None, period="", key="plain", statement="It was so.")
    claim = ask("claims/plain/")
    for part in ("made_on", "figure", "scope", "value", "period", "checked_at"):
        assert claim[part] is None, part
    assert claim["links"]["figure"] is None
    assert (claim["status"], claim["currency"]) == ("unsupported", "undated")
    assert claim["counts"] == {"supports": 0, "conflicts": 0, "mixed": 0}
    assert claim["fingerprint"] == "" and claim["clashes"] == []


def interval(low, high, low_closed=True, high_closed=True) -> dict:
    return {"low": low, "high": high, "low_closed": low_closed, "high_closed": high_closed}


@pytest.mark.parametrize(
    ("wording", "unit", "amount", "reading", "accept"),
    [
        pytest.param(
            "1.39 million",
            "doses",
            "1390000",
            interval("1390000", "1390000"),
            interval("1385000", "1394999"),
            id="no exponent",
        ),
        pytest.param(
            "600", "troops", "600", interval("600", "600"), interval("550", "649"), id="zeros stay"
        ),
        pytest.param(
            "more than 600",
            "troops",
            "600",
            interval("601", None, high_closed=False),
            interval("601", None, high_closed=False),
            id="no end",
        ),
        pytest.param(
            "between 10 and 20",
            "troops",
            None,
            interval("10", "20"),
            interval("10", "20"),
            id="a range has no amount",
        ),
        pytest.param(
            "0.50 percent",
            "percent",
            "0.5",
            interval("0.5", "0.5"),
            interval("0.495", "0.505", high_closed=False),
            id="a fraction",
        ),
        pytest.param(
            "less than 3 percent",
            "percent",
            "3",
            interval("0", "3", high_closed=False),
            interval("0", "3", high_closed=False),
            id="an open end",
        ),
    ],
)
def test_a_number_is_a_string_of_digits(wording, unit, amount, reading, accept):
    make.claim(wording, figure=make.figure("a", unit=unit), key="a")
    value = ask("claims/a/")["value"]
    assert (value["wording"], value["amount"]) == (wording, amount)
    assert (value["reading"], value["accept"]) == (reading, accept)


def test_a_number_that_nobody_would_tell():
    make.claim("declined to say how many", figure=make.figure(), key="a")
    value = ask("claims/a/")["value"]
    assert value["hedge"] == "unknown"
    assert value["amount"] is value["reading"] is value["accept"] is None


@pytest.mark.parametrize(
    ("period", "earliest", "latest"),
    [
        pytest.param("2020-07-15", "2020-07-15", "2020-07-15", id="a day"),
        pytest.param("early 2021", "2021-01-01", "2021-04-30", id="words"),
        pytest.param("2020-07-01/2020-07-31", "2020-07-01", "2020-07-31", id="a span"),
    ],
)
def test_a_period_has_both_its_days(period, earliest, latest):
    make.claim("5", period, key="a")
    found = ask("claims/a/")["period"]
    assert (found["earliest"], found["latest"]) == (earliest, latest)


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        pytest.param("[2020-07-01,)", ("2020-07-01", None), id="since"),
        pytest.param("(,2020-07-01)", (None, "2020-06-30"), id="until"),
        pytest.param("[9999-12-30,9999-12-31)", ("9999-12-30", "9999-12-30"), id="far ahead"),
        pytest.param("[0001-01-01,0001-01-02)", ("0001-01-01", "0001-01-01"), id="long ago"),
    ],
)
def test_a_period_may_have_no_end(column, shown):
    claim = make.claim(key="a")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE claims_claim SET period = %s WHERE id = %s", [column, claim.pk])
    found = ask("claims/a/")["period"]
    assert (found["earliest"], found["latest"]) == shown


def test_the_id_works_in_place_of_the_key_and_a_key_of_digits_goes_first():
    first = make.claim(key="first")
    make.claim(key=str(first.pk))
    assert ask("claims/first/")["id"] == first.pk
    assert ask(f"claims/{first.pk}/")["key"] == str(first.pk)
    third = make.claim(key="third")
    assert ask(f"claims/{third.pk}/")["key"] == "third"


def test_every_link_answers():
    claim = make.claim(key="a")
    make.evidence(claim)
    rechecked(claim)
    for link in ask("claims/a/")["links"].values():
        ask_link(link)


def test_more_evidence_and_clashes_take_no_more_queries():
    claim = make.claim(key="a")

    def cost() -> int:
        make.evidence(claim)
        make.claim("9,000")
        rechecked(*Claim.objects.all())
        with CaptureQueriesContext(connection) as queries:
            ask("claims/a/")
        return len(queries)

    assert [cost() for _ in range(4)] == [2 + GATE] * 4


def test_texts_come_out_as_they_went_in():
    statement = "“Über 5 000” <b>troops</b> & \u202e\U0001f600 \u2028 end"
    make.claim(key="a", statement=statement)
    ScopeTerm.objects.filter(name="Iraq").update(name="Iraq\tand \\ beyond")
    claim = ask("claims/a/")
    assert claim["statement"] == statement
    assert claim["scope"]["geography"] == "Iraq\tand \\ beyond"


def test_people_who_are_signed_in_see_the_same_and_no_cookie_is_set(admin_client):
    make.claim(key="a")
    response = admin_client.get("/api/v1/claims/a/")
    assert not response.cookies
    assert response.json() == ask("claims/a/")
