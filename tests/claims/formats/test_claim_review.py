"""What search engines want of a ClaimReview, and that it says what the verdict says."""

from __future__ import annotations

import jsonschema
import pytest

from claims.formats.claim_review import RATINGS, Withdrawn, claim_review
from claims.models.choices import Status

from .content import SITE, content, document, evidence

URL = {"type": "string", "pattern": "^https?://"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
WORDS = {"type": "string", "pattern": r"\S"}


def thing(*types: str, required: str, **properties) -> dict:
    """A node of one of these types that has what is required and nothing unknown."""
    return {
        "type": "object",
        "properties": {"@type": {"enum": list(types)}, "@id": URL, **properties},
        "required": ["@type", *required.split()],
        "additionalProperties": False,
    }


MAKER = thing("Organization", "Person", required="name", name=WORDS, url=URL)
WORK = thing(
    "CreativeWork",
    required="url name publisher",
    url=URL,
    name=WORDS,
    datePublished=DAY,
    publisher=MAKER,
)
CLAIM = thing(
    "Claim",
    required="author datePublished appearance firstAppearance",
    name=WORDS,
    author=MAKER,
    datePublished=DAY,
    appearance={"type": "array", "items": WORK, "minItems": 1},
    firstAppearance=WORK,
)
RATING = thing(
    "Rating",
    required="ratingValue bestRating worstRating alternateName",
    ratingValue={"enum": [1, 2, 3, 4, 5]},
    bestRating={"const": 5},
    worstRating={"const": 1},
    alternateName=WORDS,
    ratingExplanation={"type": "string"},
)
REVIEW = thing(
    "ClaimReview",
    required="url claimReviewed reviewRating author datePublished itemReviewed",
    **{"@context": {"const": "https://schema.org"}},
    url=URL,
    claimReviewed=WORDS,
    datePublished=DAY,
    author=MAKER,
    publisher=MAKER,
    reviewBody=WORDS,
    reviewRating=RATING,
    itemReviewed=CLAIM,
)
"""schema.org's properties; required: those that search engines require or recommend."""


def test_it_has_all_that_is_required_and_recommended():
    jsonschema.validate(claim_review(content(evidence=[evidence("a")]), SITE), REVIEW)


@pytest.mark.parametrize("status", Status.values)
def test_every_status_has_a_place_on_the_scale_and_words_that_name_it(status):
    rating = claim_review(content(rating=status), SITE)["reviewRating"]
    assert rating["alternateName"].lower().startswith(status.replace("-", " "))
    assert rating["ratingValue"] == RATINGS[status][0]


def test_the_scale_rises_with_the_support():
    steps = ["refuted", "challenged", "contested", "single-source", "corroborated"]
    assert [RATINGS[status][0] for status in steps] == [1, 2, 3, 4, 5]


def test_it_appears_where_it_is_supported_and_first_where_it_was_published_first():
    told = [
        evidence("a", document=document("undated", None)),
        evidence("b", document=document("late", "2021-01-01")),
        evidence("c", document=document("early", "2020-01-01", "https://news.example/1")),
        evidence("d", document=document("late", "2021-01-01")),
        evidence("e", document=document("denies", "2019-01-01"), stance="conflicts"),
    ]
    claim = claim_review(content(evidence=told), SITE)["itemReviewed"]
    assert [work["name"].removeprefix("Title of ") for work in claim["appearance"]] == [
        "early",
        "late",
        "undated",
    ]
    assert claim["firstAppearance"]["url"] == "https://news.example/1"
    assert claim["appearance"][1]["url"] == "https://facts.example/api/v1/documents/late/"
    assert claim["author"]["name"] == "Publisher of early"
    assert claim["datePublished"] == "2020-01-01"


def test_who_made_the_claim_and_when_go_before_where_it_appeared():
    made = {"earliest": None, "latest": "2020-06-30"}
    told = content(claimant="A minister", made_on=made, evidence=[evidence("a")])
    claim = claim_review(told, SITE)["itemReviewed"]
    assert (claim["author"]["name"], claim["datePublished"]) == ("A minister", "2020-06-30")


def test_what_nobody_knows_is_left_out():
    claim = claim_review(content(), SITE)["itemReviewed"]
    assert set(claim) == {"@type", "@id", "name"}


def test_a_withdrawal_is_no_review():
    with pytest.raises(Withdrawn, match="verdict 7"):
        claim_review(content(kind="withdrawal"), SITE)
