"""The filters beside the lists of claims and evidence, and the search."""

import pytest

from claims.models import Claim, Clash, Evidence, Figure, ScopeTerm, StatusChange, Subject
from claims.recheck import recheck_claims
from tests.claims import make

from .pages import list_of, page_of, rows_of, text_of


def shown(client, model, **query) -> set[str]:
    """The keys of the rows that a list shows."""
    answer = client.get(list_of(model), query)
    assert answer.status_code == 200, f"{query} was refused: {answer.get('Location')}"
    return {row.key for row in rows_of(answer)}


@pytest.fixture
def three(db) -> None:
    """A corroborated plan of 2020, a contested example on another figure, and a bare claim."""
    times, herald = make.publisher("The Times"), make.publisher("The Herald")

    def quoting(publisher):
        return make.passage(make.document(publisher=publisher))

    plan = make.claim(key="plan", modality="plan", claimant="The ministry")
    make.evidence(plan, quoting=quoting(times), modality="plan", key="plan.1")
    make.evidence(plan, quoting=quoting(herald), modality="plan", key="plan.2")
    aliases = ["al-Kadhimi", "Kazimi"]
    visits = make.figure("visits", subject=make.subject("Mustafa", aliases=aliases))
    odd = make.claim("63", key="odd", figure=visits, example=True, about_now=True)
    make.evidence(odd, "63", quoting=quoting(times), key="odd.1")
    make.evidence(odd, "900", quoting=quoting(make.publisher()), key="odd.2", stance="supports")
    make.claim(figure=None, key="bare", statement="Talks went on.", period="")
    recheck_claims(Claim.objects.all(), at=make.TODAY)


CLAIM_FILTERS = [
    pytest.param({"status__exact": "corroborated"}, {"plan"}, id="status"),
    pytest.param({"status__exact": "contested"}, {"odd"}, id="another status"),
    pytest.param({"needs_review__exact": "1"}, {"odd"}, id="needs review"),
    pytest.param({"needs_review__exact": "0"}, {"plan", "bare"}, id="needs no review"),
    pytest.param({"reason": "stance-differs"}, {"odd"}, id="reason for review"),
    pytest.param({"reason": "tension"}, set(), id="a reason that no claim has"),
    pytest.param({"currency__exact": "undated"}, {"bare"}, id="currency"),
    pytest.param({"modality__exact": "plan"}, {"plan"}, id="modality"),
    pytest.param({"example__exact": "1"}, {"odd"}, id="examples"),
    pytest.param({"figure": ""}, {"plan", "odd", "bare"}, id="the select's empty choice"),
    pytest.param({"figure": "nonsense"}, set(), id="a figure that is no number"),
    pytest.param({"q": "ministry"}, {"plan"}, id="search: who says it"),
    pytest.param({"q": "talks"}, {"bare"}, id="search: a word of the statement"),
    pytest.param({"q": "kazimi"}, {"odd"}, id="search: an alias of the subject"),
    pytest.param({"q": "approximately"}, {"plan"}, id="search: a word of the number"),
    pytest.param({"status__exact": "contested", "q": "ministry"}, set(), id="filter and search"),
]


@pytest.mark.parametrize("query, expected", CLAIM_FILTERS)
def test_the_list_of_claims_shows_what_was_asked_for(admin, three, query, expected):
    assert shown(admin, Claim, **query) == expected


def test_claims_by_figure(admin, three):
    figure = Figure.objects.get(slug="visits")

    assert shown(admin, Claim, figure=figure.pk) == {"odd"}
    assert shown(admin, Evidence, figure=figure.pk) == {"odd.1", "odd.2"}


def test_claims_by_the_publisher_of_their_evidence(admin, three):
    herald = Evidence.objects.get(key="plan.2").passage.snapshot.document.publisher
    times = Evidence.objects.get(key="plan.1").passage.snapshot.document.publisher

    assert shown(admin, Claim, publisher=herald.pk) == {"plan"}
    assert shown(admin, Claim, publisher=times.pk) == {"plan", "odd"}
    assert shown(admin, Evidence, publisher=times.pk) == {"plan.1", "odd.1"}


def test_a_select_keeps_the_other_filters_and_the_search(admin, three):
    page = admin.get(list_of(Claim), {"status__exact": "contested", "q": "63"}).content.decode()

    form = page.split('class="filter-by-select"')[1].split("</form>")[0]
    assert '<input type="hidden" name="status__exact" value="contested">' in form
    assert '<input type="hidden" name="q" value="63">' in form


def test_a_select_names_what_it_shows_and_offers_the_rest(admin, three):
    figure = Figure.objects.get(slug="visits")

    page = admin.get(list_of(Claim), {"figure": figure.pk}).content.decode()

    assert f'<option value="{figure.pk}" selected>Mustafa: troop level (Iraq)</option>' in page
    assert ">United States forces: troop level (Iraq)</option>" in page


EVIDENCE_FILTERS = [
    pytest.param({"state__exact": "proposed"}, {"worked.intern"}, id="state"),
    pytest.param({"stance__exact": "context"}, {"worked.almanac"}, id="stance"),
    pytest.param({"modality__exact": "plan"}, set(), id="modality"),
    pytest.param({"claim__status__exact": "refuted"}, set(), id="status of the claim"),
    pytest.param({"q": "embassy counted"}, {"worked.embassy"}, id="search: the quote"),
    pytest.param({"q": "Report of the rumour"}, {"worked.rumour"}, id="search: the document"),
]


@pytest.mark.parametrize("query, expected", EVIDENCE_FILTERS)
def test_the_list_of_evidence_shows_what_was_asked_for(admin, worked, query, expected):
    assert shown(admin, Evidence, **query) == expected


def test_evidence_of_one_claim(admin, worked):
    make.evidence(make.claim())

    found = shown(admin, Evidence, claim__id__exact=worked.pk)

    assert found == set(worked.evidence.values_list("key", flat=True))


@pytest.mark.parametrize(
    "model, query, expected",
    [
        (Subject, {"q": "kadhimi"}, "Mustafa"),
        (Subject, {"kind__exact": "other"}, "Mustafa"),
        (Figure, {"q": "kazimi"}, "visits"),
        (Figure, {"nature__exact": "stock"}, "visits"),
        (ScopeTerm, {"dimension__exact": "geography"}, "Iraq"),
        (StatusChange, {"to_status__exact": "contested"}, "Contested"),
        (StatusChange, {"q": "odd"}, "Contested"),
    ],
)
def test_the_other_lists_are_filtered_and_searched(admin, three, model, query, expected):
    answer = admin.get(list_of(model), query)

    assert expected in text_of(answer)
    assert rows_of(answer)


def test_a_list_tells_status_review_and_value_in_words(admin, three):
    page = text_of(admin.get(list_of(Claim)))

    assert "◇ Contested ◔ Stale 1 for, 1 against" in page
    assert "⚑ Needs review stance-differs" in page
    assert "approximately 5,000 July 2020" in page
    assert "✎ Example (made up)" in page
    assert "time unknown" in page


@pytest.mark.parametrize(
    "model, field, term, expected",
    [
        ("claim", "figure", "kazimi", ["Mustafa: troop level (Iraq)"]),
        ("figure", "subject", "al-kadh", ["Mustafa"]),
        ("evidence", "claim", "talks", ["Talks went on."]),
        ("evidence", "corrects", "odd.1", ["odd.1"]),
        ("evidence", "scope", "ira", ["Iraq"]),
        ("evidence", "claim", "\0", []),
        ("scopeedge", "narrower", "ira", ["Iraq"]),
    ],
)
def test_a_row_is_found_by_typing(admin, three, model, field, term, expected):
    query = {"app_label": "claims", "model_name": model, "field_name": field, "term": term}

    answer = admin.get("/admin/autocomplete/", query).json()

    assert [row["text"] for row in answer["results"]] == expected


def test_lists_of_what_belongs_to_a_claim_lead_to_it(admin, worked):
    against = make.claim("9,000")
    recheck_claims(Claim.objects.filter(pk=against.pk), at=make.TODAY)

    for model in (Evidence, StatusChange, Clash):
        assert f'<a href="{page_of(worked)}">' in admin.get(list_of(model)).content.decode()
    assert f'<a href="{page_of(against)}">' in admin.get(list_of(Clash)).content.decode()
