"""Subjects and figures: made and changed through the verbs, kept while anything rests on them."""

import pytest

from claims.models import Claim, Figure, Subject
from claims.recheck import recheck_claims
from tests.claims import make

from .pages import add_to, deletion_of, errors_of, page_of, text_of, typed


def change(admin, row, **fields):
    return admin.post(page_of(row), typed(admin.get(page_of(row))) | fields, follow=True)


def new_figure(admin, **fields):
    given = {
        "slug": "visits",
        "subject": make.subject("Mustafa").pk,
        "measure": "trips abroad",
        "nature": "flow",
    }
    return admin.post(add_to(Figure), given | fields, follow=True)


def test_a_subject_with_aliases_is_made(admin):
    sent = {"name": "Mustafa al-Kadhimi", "kind": "person", "aliases": "Kazimi, al-Kazimi"}

    admin.post(add_to(Subject), sent)

    made = Subject.objects.get()
    assert made.aliases == ["Kazimi", "al-Kazimi"]
    assert Subject.objects.named("KAZIMI").get() == made


def test_an_alias_that_belongs_to_someone_else_is_refused(admin):
    make.subject("Mustafa al-Kadhimi", aliases=["Kazimi"])
    sent = {"name": "Someone else", "kind": "person", "aliases": "kázimi"}

    answer = admin.post(add_to(Subject), sent)

    assert "already belongs to the subject “Mustafa al-Kadhimi”" in str(errors_of(answer))
    assert answer.context["adminform"].form["aliases"].value() == "kázimi"
    assert Subject.objects.count() == 1


def test_a_new_name_of_a_subject_rechecks_its_claims(admin):
    claim = make.claim()
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    change(admin, claim.figure.subject, name="American forces")

    claim.refresh_from_db()
    assert claim.explanation["claim"]["figure"] == "American forces/troop level"


@pytest.mark.parametrize(
    "nature, additive, expected",
    [
        ("flow", "", True),
        ("ratio", "", False),
        ("flow", "no", False),
        ("stock", "yes", True),
    ],
)
def test_a_new_figure_adds_up_as_is_usual_or_as_is_said(admin, nature, additive, expected):
    new_figure(admin, nature=nature, additive=additive)

    made = Figure.objects.get()
    assert made.additive is expected
    assert str(made.scope) == "not restricted"


def test_a_ratio_that_adds_up_is_refused(admin):
    answer = new_figure(admin, nature="ratio", additive="yes")

    assert errors_of(answer)["__all__"] == ["A ratio is not additive: its parts do not add up."]
    assert not Figure.objects.exists()


def test_another_unit_reads_the_numbers_again(admin):
    claim = make.claim("63", figure=make.figure("share", nature="ratio", unit="", additive=False))
    assert claim.unit == ""

    change(admin, claim.figure, unit="percent")

    claim.refresh_from_db()
    assert claim.unit == "percent"


def test_a_unit_that_does_not_fit_is_refused_with_the_claim_that_it_does_not_fit(admin):
    claim = make.claim("$5 million", figure=make.figure("aid", unit="USD"), key="aid-2020")

    answer = change(admin, claim.figure, unit="percent")

    assert "“aid-2020” does not fit it" in errors_of(answer)["unit"][0]
    claim.refresh_from_db()
    assert (claim.figure.unit, claim.unit) == ("USD", "USD")


def test_the_nature_of_a_figure_with_numbers_cannot_become_an_events_date(admin):
    claim = make.claim()

    answer = change(admin, claim.figure, nature="event-date")

    assert "its value is the period, not a number" in str(errors_of(answer))
    claim.figure.refresh_from_db()
    assert claim.figure.nature == "stock"


def test_a_figure_cannot_lose_its_scope_or_whether_it_adds_up(admin):
    answer = change(admin, make.figure(), scope="", additive="")

    assert errors_of(answer).keys() == {"scope", "additive"}


def test_an_untouched_figure_is_not_written(admin):
    claim = make.claim()
    recheck_claims(Claim.objects.all(), at=make.TODAY)
    before = Figure.objects.filter(pk=claim.figure_id).values().get()

    assert errors_free(change(admin, claim.figure))
    assert Figure.objects.filter(pk=claim.figure_id).values().get() == before


def errors_free(answer) -> bool:
    """The form was taken: the answer is the list to which it leads."""
    return "cl" in answer.context


@pytest.mark.parametrize("what", ["subject", "figure", "scope"])
def test_what_claims_rest_on_stays_and_says_so(admin, what):
    claim = make.claim(statement="Rests on all three.")
    figure = claim.figure
    row = {"subject": figure.subject, "figure": figure, "scope": figure.scope}[what]

    page = text_of(admin.get(deletion_of(row)))
    admin.post(deletion_of(row), {"post": "yes"})

    assert "would require deleting the following protected related objects" in page
    assert type(row).objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("make_row", [make.subject, make.figure, make.scope])
def test_what_nothing_rests_on_can_be_deleted(admin, make_row):
    row = make_row()

    admin.post(deletion_of(row), {"post": "yes"})

    assert not type(row).objects.filter(pk=row.pk).exists()
