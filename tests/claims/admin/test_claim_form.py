"""The form of a claim: saved through the verbs, refused in words, with nothing typed lost."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.admin.models import LogEntry

from claims.drafting import change_claim
from claims.models import Claim
from claims.models.claim import COMPUTED
from tests.claims import make

from .bulk import do, look
from .pages import add_to, deletion_of, errors_of, messages_of, page_of, text_of, typed


def new(admin, **fields):
    """Send the form for a new claim."""
    given = {
        "key": "new",
        "statement": "About 2,500 troops stayed.",
        "period_mode": "instant",
        "period_basis": "stated",
        "modality": "observation",
    }
    return admin.post(add_to(Claim), given | fields, follow=True)


def change(admin, claim: Claim, **fields):
    """Send the form of a claim with some of its fields typed anew."""
    return admin.post(page_of(claim), typed(admin.get(page_of(claim))) | fields, follow=True)


def days(column) -> tuple[date, date]:
    """First and last day of a stored range, both included."""
    return column.lower, date.fromordinal(column.upper.toordinal() - 1)


def test_a_new_claim_is_read_checked_and_logged(admin, editor):
    figure = make.figure()

    answer = new(
        admin, figure=figure.pk, wording="approximately 2,500", period="July 2021", made_on="now"
    )
    assert errors_of(answer) == {"made_on": ["‘now’ needs the publication date"]}

    new(admin, figure=figure.pk, wording="approximately 2,500", period="July 2021")

    claim = Claim.objects.get(key="new")
    assert claim.amount == Decimal(2500)
    assert (claim.reading.lower, claim.reading.upper) == (2375, 2625)
    assert days(claim.period) == (date(2021, 7, 1), date(2021, 7, 31))
    assert claim.checked_at is not None
    assert claim.explanation["sentence"]
    assert LogEntry.objects.get().user == editor


def test_now_means_the_day_on_which_it_was_said(admin):
    new(admin, made_on="15 July 2021", period="now", about_now="on")

    claim = Claim.objects.get(key="new")
    assert days(claim.period) == (date(2021, 7, 15), date(2021, 7, 15))
    assert claim.period_basis == "relative"


def test_the_form_offers_no_computed_column(admin, worked):
    fields = admin.get(page_of(worked)).context["adminform"].form.fields

    assert not set(COMPUTED) & fields.keys()
    assert not {"hedge", "amount", "unit", "discrete", "reading", "accept"} & fields.keys()


def test_another_number_rechecks_the_claim_and_tells_the_news(admin, worked):
    answer = change(admin, worked, wording="7,000")

    worked.refresh_from_db()
    assert worked.wording == "7,000"
    assert worked.status == "contested"
    assert worked.explanation["claim"]["wording"] == "7,000"
    answer = change(admin, worked, period="July 2014")

    worked.refresh_from_db()
    assert worked.status == "unsupported"
    assert worked.status_changes.last().to_status == "unsupported"
    assert f"“{worked.statement}” is unsupported now; it was contested." in messages_of(answer)


def test_an_untouched_form_changes_nothing(admin, worked):
    before = Claim.objects.filter(pk=worked.pk).values().get()

    change(admin, worked)

    assert Claim.objects.filter(pk=worked.pk).values().get() == before


@pytest.mark.parametrize(
    "words",
    ["7 July 2020 to 31 July 2020", "2020", "2020-07-07 to 2021-02-03", "3 January 2020"],
)
def test_a_period_comes_back_in_words_that_read_as_the_same_days(admin, words):
    claim = make.claim(period=words)
    before = claim.period

    shown = typed(admin.get(page_of(claim)))["period"]
    change(admin, claim, period=f"{shown} ", note="Looked at.")
    claim.refresh_from_db()

    assert claim.note == "Looked at."
    assert (claim.period.lower, claim.period.upper) == (before.lower, before.upper)


def test_the_mode_changes_without_the_days(admin):
    claim = make.claim()

    change(admin, claim, period_mode="within")

    claim.refresh_from_db()
    assert claim.period_mode == "within"
    assert days(claim.period) == (date(2020, 7, 1), date(2020, 7, 31))


def test_an_emptied_period_is_an_unknown_time(admin):
    claim = make.claim()

    change(admin, claim, period="")

    claim.refresh_from_db()
    assert claim.period is None


def test_a_page_that_is_out_of_date_undoes_nobodys_work(admin, editor):
    claim = make.claim()
    page = typed(admin.get(page_of(claim)))
    change_claim(claim=claim, at=make.TODAY, note="Added meanwhile.")

    told = admin.post(page_of(claim), page | {"claimant": "The minister"})

    assert "note is now “Added meanwhile.”" in errors_of(told)["__all__"][0]
    again = typed(told)
    assert again["claimant"] == "The minister"
    admin.post(page_of(claim), again)
    claim.refresh_from_db()
    assert (claim.note, claim.claimant) == ("Added meanwhile.", "The minister")
    assert claim.changed_by == editor


REFUSED = [
    pytest.param({"statement": ""}, "statement", "This field is required.", id="no statement"),
    pytest.param({"key": "Not a key!"}, "__all__", "key must start with", id="a wild key"),
    pytest.param({"key": "taken"}, "key", "“taken” is taken", id="a key that is taken"),
    pytest.param({"wording": "lots"}, "wording", "‘lots’", id="a wording without a number"),
    pytest.param(
        {"wording": "the 102nd"}, "wording", "is an ordinal, not a quantity", id="an ordinal"
    ),
    pytest.param(
        {"wording": "from 5,200 to 2,500"}, "wording", "states a change", id="a change, no number"
    ),
    pytest.param(
        {"wording": "fewer than 0"}, "wording", "leaves no possible value", id="nothing is left"
    ),
    pytest.param({"wording": "$5 million"}, "wording", "troops", id="another unit than the figure"),
    pytest.param({"wording": "5,000", "figure": ""}, "wording", "figure", id="no figure"),
    pytest.param({"period": "soonish"}, "period", "is not read as a date", id="no date"),
    pytest.param({"period": "31 June 2020"}, "period", "not a day of the calendar", id="no day"),
    pytest.param(
        {"period": "August 2020 to July 2020"}, "period", "ends before it begins", id="backwards"
    ),
    pytest.param({"period": "until 2020"}, "period", "since when", id="until some day"),
    pytest.param({"made_on": "31 June"}, "made_on", "31 June", id="not said on a day"),
    pytest.param({"note": "half a \0 note"}, "note", "Null characters", id="a NUL"),
]


@pytest.mark.parametrize("fields, place, reason", REFUSED)
def test_what_cannot_be_is_refused_in_words_and_stays_on_the_form(admin, fields, place, reason):
    make.claim(key="taken")
    sent = {"figure": make.figure().pk, "wording": "5,000", "period": "July 2020"} | fields

    answer = new(admin, **sent)

    assert reason in " ".join(errors_of(answer)[place])
    form = answer.context["adminform"].form
    for name, value in sent.items():
        assert str(form[name].value() or "") == str(value), name
    assert Claim.objects.count() == 1


def test_all_errors_are_told_at_once(admin):
    answer = new(
        admin, statement="", wording="lots", figure=make.figure().pk, period="soonish", made_on="x"
    )

    assert errors_of(answer).keys() == {"statement", "wording", "period", "made_on"}


def test_a_refused_change_leaves_the_claim_as_it_was(admin, worked):
    other = make.figure("visits", nature="event-date", unit="")

    answer = change(admin, worked, figure=other.pk, wording="", claimant="The minister")

    assert "Evidence “worked." in errors_of(answer)["figure"][0]
    assert answer.context["adminform"].form["claimant"].value() == "The minister"
    worked.refresh_from_db()
    assert (worked.figure.slug, worked.claimant) == ("us-troops-iraq", "")
    assert not LogEntry.objects.exists()


def test_a_claim_with_evidence_stays_and_says_what_to_do(admin, worked):
    page = text_of(admin.get(deletion_of(worked)))

    assert "Evidence on it (7): withdraw that instead, and it stops counting" in page
    assert "The history of its status (1), which is never deleted" in page

    admin.post(deletion_of(worked), {"post": "yes"})
    assert Claim.objects.filter(pk=worked.pk).exists()


def test_a_claim_that_nothing_rests_on_can_be_deleted(admin):
    claim = make.claim()

    answer = admin.post(deletion_of(claim), {"post": "yes"}, follow=True)

    assert "was deleted successfully" in messages_of(answer)[0]
    assert not Claim.objects.exists()


def test_recheck_brings_stored_results_up_to_date(admin):
    claim, other = make.claim(), make.claim()
    make.evidence(claim)

    answer = do(admin, look(admin, "recheck", claim, other))

    claim.refresh_from_db()
    assert claim.status == "single-source"
    assert claim.status_changes.get().to_status == "single-source"
    told = messages_of(answer)
    assert f"“{claim.statement}” is single source now; it was unsupported." in told
    assert "2 rechecked." in told


def test_the_news_of_a_recheck_is_true_on_a_list_by_status(admin):
    claim = make.claim()
    make.evidence(claim)

    answer = do(admin, look(admin, "recheck", claim, query="?status__exact=unsupported"))

    assert f"“{claim.statement}” is single source now; it was unsupported." in messages_of(answer)
