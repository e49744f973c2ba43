"""The page of a claim: the explanation in sentences, with every quote and what became of it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Claim, Evidence
from claims.recheck import recheck_claims
from tests.claims import make

from .pages import add_to, list_of, page_of, text_of


def section(page: str, title: str) -> str:
    """The text of the page from one heading to the next."""
    titles = (
        "Supports (",
        "Conflicts (",
        "Not counted, and why (",
        "Cannot be true together",
        "Set aside: not looked at (",
        "History of the status",
        "Change what it claims",
    )
    start = page.index(title)
    ends = [page.index(other, start + 1) for other in titles if other in page[start + 1 :]]
    return page[start : min(ends, default=len(page))]


def test_the_status_is_told_as_a_sentence_and_as_a_badge(admin, worked):
    page = text_of(admin.get(page_of(worked)))

    assert worked.status == "contested"
    assert "◇ Contested" in page
    assert "Sources disagree: one origin supports, one origin contradicts." in page


def test_the_number_is_told_as_worded_as_read_and_as_tolerated(admin, worked):
    page = text_of(admin.get(page_of(worked)))

    assert "“ approximately 5,000 ” says 4,500 to 5,500 troops; tolerates nothing else" in page
    assert "Time July 2020" in page


@pytest.mark.parametrize(
    "title, evidence, sentence",
    [
        ("Supports (1)", "embassy", "they agree"),
        ("Conflicts (1)", "ministry", "cannot both be true"),
        ("Not counted, and why (2)", "tabloid", "its source is rated E; it is shown only"),
        ("Not counted, and why (2)", "almanac", "the reviewer filed it as context"),
    ],
)
def test_each_step_stands_under_what_it_counts_as(admin, worked, title, evidence, sentence):
    told = section(text_of(admin.get(page_of(worked))), title)

    row = worked.evidence.get(key=f"worked.{evidence}")
    assert sentence in told
    assert row.passage.exact in told
    assert f"Report of the {evidence}" in told
    assert f"evidence worked.{evidence}" in told


def test_the_sentences_are_those_of_the_stored_explanation(admin, worked):
    page = text_of(admin.get(page_of(worked)))

    assert len(worked.explanation["steps"]) == 4
    for step in worked.explanation["steps"]:
        assert step["sentence"] in page


def test_a_quote_leads_to_its_passage_and_to_its_evidence(admin, worked):
    page = admin.get(page_of(worked)).content.decode()
    row = worked.evidence.get(key="worked.embassy")

    assert f'<a href="{page_of(row.passage)}">{row.passage.exact}</a>' in page
    assert f'<a href="{page_of(row)}">evidence worked.embassy</a>' in page


def test_evidence_that_is_not_accepted_is_listed_apart(admin, worked):
    page = text_of(admin.get(page_of(worked)))
    aside = section(page, "Set aside: not looked at (3)")

    for word in ("? Proposed", "✕ Rejected", "↩ Withdrawn", "No source named."):
        assert word in aside
    for name in ("intern", "rumour", "gazette"):
        assert f"The {name} counted" in aside
        assert f"The {name} counted" not in page.replace(aside, "")


def test_the_history_of_the_status_is_told(admin, worked):
    history = section(text_of(admin.get(page_of(worked))), "History of the status")

    assert "unsupported → contested . Sources disagree" in history


def test_a_claim_whose_status_never_changed_says_so(admin):
    page = text_of(admin.get(page_of(make.claim())))

    assert "It has been unsupported from the start." in page


def test_a_claim_that_was_never_checked_says_so(admin):
    assert "It has not been checked yet" in text_of(admin.get(page_of(make.claim())))


def test_reasons_for_review_are_told_in_words(admin):
    claim = make.claim()
    make.evidence(claim, "9,000", stance="supports")
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    page = text_of(admin.get(page_of(claim)))

    assert "⚑ Needs review" in page
    assert "A person should look, because a reviewer's stance is not what" in page


def test_two_quotes_of_one_origin_say_that_they_count_once(admin):
    claim = make.claim()
    source = make.document("There were 5,000 of them. Five thousand were counted.")
    make.evidence(claim, "5,000", quoting=make.passage(source, "There were 5,000 of them."))
    make.evidence(claim, "Five thousand", quoting=make.passage(source, "Five thousand were"))
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    page = text_of(admin.get(page_of(claim)))

    assert "Supports (1)" in page
    assert "2 passages of one origin, which counts once" in page


def test_claims_that_clash_are_linked_both_ways(admin):
    one, other = make.claim("5,000"), make.claim("9,000", example=True)
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    for claim, against in ((one, other), (other, one)):
        page = admin.get(page_of(claim)).content.decode()
        assert "Cannot be true together with (1)" in page
        assert f'href="{page_of(against)}"' in page


def test_an_example_is_plainly_marked(admin):
    assert "✎ Example (made up)" in text_of(admin.get(page_of(make.claim(example=True))))
    assert "Example (made up)" not in text_of(admin.get(page_of(make.claim())))


def test_source_text_is_never_markup(admin):
    hostile = "<script>alert('5,000')</script> & <b>bold</b>"
    claim = make.claim(statement=hostile)
    source = make.document(hostile, title=hostile)
    row = make.evidence(claim, quoting=make.passage(source))
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    for address in (page_of(claim), page_of(row), list_of(Claim), list_of(Evidence)):
        page = admin.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<b>bold" not in page
        assert "&lt;script&gt;alert" in page


def test_text_of_any_script_runs_in_its_own_direction(admin):
    claim = make.claim()
    arabic = "بقي نحو ٥٠٠٠ جندي في العراق"
    make.evidence(claim, quoting=make.passage(make.document(arabic)))
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    page = admin.get(page_of(claim)).content.decode()

    assert re.search(rf'<blockquote class="quote" dir="auto"><a [^>]*>{arabic}</a>', page)


def test_the_page_has_doors_to_add_and_to_see_evidence(admin, worked):
    page = admin.get(page_of(worked)).content.decode()

    assert f'href="{add_to(Evidence)}?claim={worked.pk}"' in page
    assert f'href="{list_of(Evidence)}?claim__id__exact={worked.pk}"' in page
    assert "All evidence on this claim (7)" in page


def test_no_part_of_the_page_brings_its_own_style_or_script(admin, worked):
    page = admin.get(page_of(worked)).content.decode()
    article = page.split('<article class="standing')[1].split("</article>")[0]

    assert not re.search(r"\sstyle=|<style|<script|\son[a-z]+=", article)


def test_more_evidence_takes_no_more_queries(admin, worked, django_assert_max_num_queries):
    with CaptureQueriesContext(connection) as few:
        admin.get(page_of(worked))
    for number in range(27):
        make.evidence(worked, scope=make.scope("Iraq", f"Group {number}"))
        make.claim("9,000")
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    with django_assert_max_num_queries(len(few)):
        page = text_of(admin.get(page_of(worked)))
    assert "Cannot be true together with (27)" in page
