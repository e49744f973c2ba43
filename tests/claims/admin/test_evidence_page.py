"""The page of a piece of evidence: its passage in the text, how it counts, and the form."""

import pytest

from claims.models import Claim, Evidence
from claims.recheck import recheck_claims
from sources.models import Origin
from tests.claims import make

from .pages import add_to, deletion_of, errors_of, messages_of, page_of, text_of, typed


def change(admin, row: Evidence, **fields):
    """Send the form of evidence with some of its fields typed anew."""
    return admin.post(page_of(row), typed(admin.get(page_of(row))) | fields, follow=True)


def add(admin, claim: Claim, **fields):
    """Send the form for new evidence on a claim."""
    given = {
        "claim": claim.pk,
        "passage": make.passage().pk,
        "stance": "supports",
        "state": "accepted",
        "wording": "5,000",
        "period": "July 2020",
        "period_mode": "instant",
        "period_basis": "stated",
        "modality": "observation",
    }
    return admin.post(add_to(Evidence), given | fields, follow=True)


def test_the_quote_is_marked_within_its_text(admin, worked):
    page = admin.get(page_of(worked.evidence.get(key="worked.embassy"))).content.decode()

    quote = "The embassy counted 5,100 troops."
    assert f'dir="auto">First words. <mark>{quote}</mark> Last words.</blockquote>' in page


@pytest.mark.parametrize(
    "name, told",
    [
        ("embassy", "✓ Accepted + Supports Supports: ‘5,100’ (July 2020) lies within"),
        ("ministry", "✓ Accepted − Conflicts Conflicts: ‘7,000’ (July 2020) and"),
        ("almanac", "Not counted, and why: ‘approximately 5,000’ (July 2020) is older"),
        ("intern", "? Proposed + Supports It is not looked at: only accepted evidence counts."),
    ],
)
def test_how_it_counts_is_told(admin, worked, name, told):
    assert told in text_of(admin.get(page_of(worked.evidence.get(key=f"worked.{name}"))))


def test_source_and_claim_are_told_and_linked(admin, worked):
    row = worked.evidence.get(key="worked.tabloid")

    answer = admin.get(page_of(row))

    assert "Report of the tabloid , tabloid (graded E: unreliable)" in text_of(answer)
    links = answer.content.decode()
    for linked in (worked, row.passage, row.passage.snapshot.document):
        assert f'href="{page_of(linked)}"' in links


def test_the_claim_is_given_where_the_page_was_opened_from_it(admin, worked):
    form = admin.get(f"{add_to(Evidence)}?claim={worked.pk}").context["adminform"].form

    assert form["claim"].value() == str(worked.pk)


def test_new_evidence_rechecks_its_claim_and_tells_the_news(admin, editor):
    claim = make.claim(key="first")

    answer = add(admin, claim, note="Read twice.")

    row = claim.evidence.get()
    assert (row.key, row.created_by, row.note) == ("first.1", editor, "Read twice.")
    assert (row.reading.lower, row.accept.lower, row.accept.upper) == (5000, 4500, 5499)
    claim.refresh_from_db()
    assert claim.status == "single-source"
    assert f"“{claim.statement}” is single source now; it was unsupported." in messages_of(answer)


def test_withdrawing_on_the_page_changes_the_status(admin, worked):
    row = worked.evidence.get(key="worked.ministry")

    answer = change(admin, row, state="withdrawn")

    worked.refresh_from_db()
    assert worked.status == "single-source"
    last = worked.status_changes.last()
    assert (last.from_status, last.to_status) == ("contested", "single-source")
    assert last.why == worked.explanation["sentence"]
    assert f"“{worked.statement}” is single source now; it was contested." in messages_of(answer)


def test_scope_origin_and_correction_are_kept(admin):
    claim = make.claim()
    old, row = make.evidence(claim, "6,000"), make.evidence(claim)
    origin = Origin.objects.create(name="Reuters")
    scope = make.scope("Iraq and Syria")

    change(admin, row, scope=scope.pk, origin=origin.pk, corrects=old.pk, modality="plan")

    row.refresh_from_db()
    assert (row.scope, row.origin, row.corrects, row.modality) == (scope, origin, old, "plan")


def test_claim_and_key_stay_whatever_is_sent(admin, worked):
    row, other = worked.evidence.get(key="worked.embassy"), make.claim()

    change(admin, row, claim=other.pk, key="another", note="Seen.")

    row.refresh_from_db()
    assert (row.claim, row.key, row.note) == (worked, "worked.embassy", "Seen.")


def test_now_means_the_publication_of_the_document(admin):
    claim = make.claim()
    published = make.claim(period="7 July 2020 to 31 July 2020").period
    source = make.document(published=published)

    add(admin, claim, passage=make.passage(source).pk, period="now")

    row = claim.evidence.get()
    assert (row.period, row.period_basis) == (published, "relative")


REFUSED = [
    pytest.param({"wording": "lots"}, "wording", "‘lots’", id="no number in the wording"),
    pytest.param({"wording": "a change from 1 to 2"}, "wording", "‘", id="a change, no number"),
    pytest.param({"period": "soonish"}, "period", "is not read as a date", id="no date"),
    pytest.param({"period": "now"}, "period", "needs the publication date", id="now, undated"),
    pytest.param({"key": "taken"}, "key", "“taken” is taken", id="a key that is taken"),
    pytest.param({"stance": ""}, "stance", "This field is required.", id="no stance"),
    pytest.param({"passage": "0"}, "passage", "not one of the available", id="no such passage"),
]


@pytest.mark.parametrize("fields, place, reason", REFUSED)
def test_what_cannot_be_is_refused_in_words_and_stays_on_the_form(admin, fields, place, reason):
    claim = make.claim()
    make.evidence(claim, key="taken")

    answer = add(admin, claim, note="Kept.", **fields)

    assert reason in " ".join(errors_of(answer)[place])
    form = answer.context["adminform"].form
    for name, value in {"note": "Kept.", **fields}.items():
        assert form[name].value() == value
    assert claim.evidence.count() == 1


def test_the_same_passage_and_number_twice_is_refused(admin, worked):
    row = worked.evidence.get(key="worked.embassy")

    answer = add(admin, worked, passage=row.passage.pk, wording="5,100")

    assert errors_of(answer)["__all__"] == [
        "There is a row with the same claim, passage, wording already."
    ]


def test_a_correction_of_another_claims_evidence_is_refused(admin, worked):
    foreign = make.evidence(make.claim(), key="foreign")
    row = worked.evidence.get(key="worked.embassy")

    answer = change(admin, row, corrects=foreign.pk)

    assert "cannot correct “foreign”, which is evidence on another claim" in str(errors_of(answer))
    row.refresh_from_db()
    assert row.corrects is None


def test_a_number_on_an_events_date_is_refused(admin):
    event = make.figure("departure", nature="event-date", unit="")
    claim = make.claim("", "December 2011", figure=event)

    answer = add(admin, claim)

    assert "its value is the period, not a number" in errors_of(answer)["wording"][0]


def test_evidence_is_withdrawn_not_deleted(admin, worked):
    row = worked.evidence.get(key="worked.embassy")

    page = admin.get(page_of(row))

    assert "Evidence is never deleted: withdraw it" in text_of(page)
    assert deletion_of(row) not in page.content.decode()
    assert admin.post(deletion_of(row), {"post": "yes"}).status_code == 403
    assert Evidence.objects.filter(pk=row.pk).exists()


def test_more_evidence_takes_no_more_queries_on_the_page(
    admin, worked, django_assert_max_num_queries
):
    row = worked.evidence.get(key="worked.embassy")
    with django_assert_max_num_queries(100) as few:
        admin.get(page_of(row))
    for _ in range(27):
        make.evidence(worked)
    recheck_claims(Claim.objects.all(), at=make.TODAY)

    with django_assert_max_num_queries(len(few)):
        admin.get(page_of(row))
