"""The claims that a claim may repeat: found by figure, value and time, or by words."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.claim_desk.similar import SHOWN, similar_to
from claims.models import Claim
from tests.claims import make

pytestmark = pytest.mark.django_db

STATEMENT = "About 5,000 US troops were in Iraq in July 2020."


def found(claim: Claim) -> list[str]:
    return [one.claim.key for one in similar_to(claim)]


def claim(key: str, statement: str = STATEMENT, wording: str = "about 5,000", **fields) -> Claim:
    return make.claim(wording, key=key, statement=statement, **fields)


def test_the_same_figure_value_and_time_are_found_whichever_is_asked():
    one = claim("one")
    other = claim("other", "In July 2020 there were 5,000 US troops in Iraq.", "5,000")

    assert found(one) == ["other"]
    assert found(other) == ["one"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"wording": "9,000"}, id="another value"),
        pytest.param({"period": "July 2021"}, id="another time"),
        pytest.param({"modality": "plan"}, id="a plan"),
        pytest.param({"example": True}, id="a made-up example"),
        pytest.param({"statement": "Completely different words here."}, id="hardly a word"),
    ],
)
def test_what_differs_in_what_matters_is_not_proposed(other):
    one = claim("one")
    claim("other", **({"wording": "at least 5,000", "period": "2020"} | other))

    assert found(one) == []


def test_another_figure_is_not_proposed_in_the_same_words():
    one = claim("one")
    claim("other", figure=make.figure("nato", subject=make.subject("NATO forces")))

    assert found(one) == []


def test_a_claim_without_a_figure_is_found_by_its_words():
    one = claim("one")
    make.claim(figure=None, key="plain", statement=STATEMENT)

    assert found(one) == ["plain"]
    assert found(Claim.objects.get(key="plain")) == ["one"]


def test_what_was_merged_is_not_proposed_again():
    one = claim("one")
    claim("other", merged_into=one)

    assert found(one) == []


@pytest.mark.parametrize("statement", ["O'Neill's \\ 'troops' | & ! :*", "?!", "the of and"])
def test_any_statement_can_be_asked_about(statement):
    one = make.claim(figure=None, statement=statement)
    other = make.claim(figure=None, statement=statement)

    assert set(found(one)) <= {other.key}


def test_the_most_alike_come_first_and_not_too_many():
    one = claim("one")
    for number in range(SHOWN + 2):
        claim(f"same-{number}")
    claim("like", "About 5,000 US troops were in Iraq.")

    assert found(one) == [f"same-{number}" for number in range(SHOWN)]
    assert [part.found for part in similar_to(one)[0].likeness.parts] == [
        "7 of 7 words in common",
        "the same number",
        "the same time",
    ]


def test_it_takes_two_queries_however_many_claims_there_are():
    one = Claim.objects.with_figure().get(pk=claim("one").pk)
    for number in range(8):
        claim(f"other-{number}")

    with CaptureQueriesContext(connection) as queries:
        similar_to(one)
    assert len(queries) == 2
