"""The page of a row's history, and the list of what was deleted."""

import re

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, Evidence, Subject
from claims.workflow.steps import reject
from factcheck.history.who import because, told
from factcheck.history.who import person as named
from sources.models import Document
from tests.claims import make
from tests.claims.admin.pages import text_of
from tests.claims.blind.reading import marked
from tests.claims.people import person
from tests.claims.workflow.ready import as_seen, in_review

pytestmark = pytest.mark.django_db


def history_of(row, **query) -> str:
    return _page(type(row), "history", row.pk)


def deleted(model) -> str:
    return _page(model, "deleted")


def _page(model, part, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{part}", args=args)


@pytest.fixture
def reader() -> Client:
    client = Client()
    client.force_login(person("editor", name="edith"))
    return client


def entries_of(answer) -> list[str]:
    """Each entry's text, the time left out."""
    found = re.findall(r"(?s)<li>\s*<h2>(.*?)</li>", answer.content.decode())
    plain = [" ".join(re.sub(r"<time.*?</time>|<[^>]*>", " ", entry).split()) for entry in found]
    return [text.replace("&quot;", '"') for text in plain]


def test_it_tells_who_changed_what_from_what_to_what_newest_first(reader):
    claim = make.claim(figure=make.figure("old"), statement="About 5,000 troops.")
    with told(**named(person(name="kim"))), because("It counted others."):
        new = make.figure("new", subject=make.subject("Foreign forces"))
        claim.figure, claim.made_on = new, make.JULY
        claim.save()
    newest, oldest = entries_of(reader.get(history_of(claim)))
    assert newest == (
        "kim changed “It counted others.” "
        "Made on nothing → 1 July 2020 to 31 July 2020 "
        "Figure United States forces: troop level (Iraq) → Foreign forces: troop level (Iraq)"
    )
    assert oldest.startswith("SQL, as ")
    assert "added What it said Wording approximately 5,000 Hedge" in oldest


def test_a_long_text_is_compared_word_by_word(reader):
    claim = make.claim(statement=f"{'One or two words of it. ' * 5}There were 5,000 troops.")
    Claim.objects.filter(pk=claim.pk).update(statement=claim.statement.replace("5,000", "<2,500>"))
    page = reader.get(history_of(claim)).content.decode()
    assert "There were <del>5,000 </del><ins>&lt;2,500&gt; </ins>troops." in page
    assert 'history-cut" title="Left out: the same in both">…</span>' in page


def test_a_decision_s_reason_stands_with_the_stage_that_it_led_to(reader):
    claim = in_review()
    reject(claim=claim, by=person(name="rita"), **as_seen(claim), reason="No source.")
    newest = entries_of(reader.get(history_of(claim)))[0]
    assert newest == "rita changed “No source.” Stage in review → Rejected"


def test_other_tables_and_their_rows_are_told_by_name(reader):
    document = make.document(title="A report")
    document.origins.add(make.origin("The ministry"))
    document.origins.clear()
    gone, added, _ = entries_of(reader.get(history_of(document)))
    assert gone.endswith("changed Origins The ministry → nothing")
    assert added.endswith("changed Origins nothing → The ministry")


def test_it_takes_as_many_queries_for_many_entries_as_for_few(reader):
    def queries(document) -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert reader.get(history_of(document)).status_code == 200
        return len(found)

    few, many = make.document(), make.document()
    few.origins.add(make.origin())
    reader.get(history_of(few))  # what is cached once for all
    for number in range(7):
        many.publisher = make.publisher()
        many.title = f"Title {number}"
        many.save()
        many.origins.set([make.origin(f"Origin {number}")])
    assert queries(many) == queries(few) <= 14


def test_a_long_history_has_pages_and_compares_across_them(reader):
    row = make.subject("Name 0")
    for number in range(1, 30):
        Subject.objects.filter(pk=row.pk).update(name=f"Name {number}")
    first = entries_of(reader.get(history_of(row)))
    assert (len(first), first[-1].partition("Name ")[2]) == (25, "Name 4 → Name 5")
    second = entries_of(reader.get(history_of(row), {"p": 2}))
    assert (len(second), second[0].partition("Name ")[2]) == (5, "Name 3 → Name 4")


def test_what_is_deleted_is_found_and_read(reader):
    row = make.subject("Foreign forces", aliases=["foreign troops"])
    page = history_of(row)
    with told(**named(person(name="kim"))), because("Nobody counts them."):
        row.delete()

    listed = reader.get(deleted(Subject))
    assert entries_of(listed)[0].startswith("kim Foreign forces “Nobody counts them.”")
    assert page in listed.content.decode()
    assert deleted(Subject) in reader.get(_page(Subject, "changelist")).content.decode()
    text = text_of(reader.get(page))
    assert "This subject is deleted." in text
    assert "kim deleted “Nobody counts them.” What it said Name Foreign forces" in text
    assert "Aliases foreign troops" in text


def test_a_row_that_is_named_by_others_is_listed_by_them(reader):
    make.within(make.term("Baghdad"), make.term("Iraq")).delete()
    edge = type(make.within(make.term("Mosul"), make.term("Iraq")))
    assert "Baghdad, Iraq" in entries_of(reader.get(deleted(edge)))[0]


def test_the_admin_s_own_log_is_shown_only_where_it_tells_more(reader):
    row = make.subject()
    kind = ContentType.objects.get_for_model(row)
    for at, told_there in ((timezone.now(), "Changed Name."), ("2020-01-01T00:00Z", "Long ago.")):
        LogEntry.objects.create(
            user=person(name=told_there),
            content_type=kind,
            object_id=row.pk,
            action_flag=CHANGE,
            change_message=told_there,
            action_time=at,
        )
    text = text_of(reader.get(history_of(row)))
    assert "Long ago." in text
    assert "Changed Name." not in text


@pytest.mark.parametrize("key", ["999999", "no-key", "%00"])
def test_of_a_row_that_never_was_there_is_no_history(reader, key):
    assert reader.get(_page(Subject, "history", 1).replace("/1/", f"/{key}/")).status_code == 302


def proposed() -> Evidence:
    claim, passage = marked()
    return make.evidence(claim, quoting=passage, state="proposed", created_by=person(name="ann"))


def test_what_is_to_be_read_blind_is_not_told_by_its_history(reader):
    row = proposed()
    assert reader.get(history_of(row)).status_code == 302
    own = Client()
    own.force_login(row.created_by)
    assert "Stance Supports" in text_of(own.get(history_of(row)))


def test_nor_when_it_is_deleted(reader):
    row, open_to_all = proposed(), make.evidence(make.claim(), state="proposed")
    page, pages = history_of(row), (row.key, open_to_all.key)
    own = Client()
    own.force_login(row.created_by)
    Evidence.objects.filter(pk__in=[row.pk, open_to_all.pk]).delete()
    assert [key in text_of(reader.get(deleted(Evidence))) for key in pages] == [False, True]
    assert [key in text_of(own.get(deleted(Evidence))) for key in pages] == [True, True]
    assert reader.get(page).status_code == 302
    assert own.get(page).status_code == 200


def test_an_account_s_roles_have_a_history_and_its_password_has_none():
    admin, row = Client(), person("annotator", name="ann")
    admin.force_login(person("admin"))
    row.set_password("a new one")
    row.save()
    joined, added = entries_of(admin.get(_page(type(row), "history", row.pk)))
    assert joined.endswith("changed Groups nothing → annotator")
    assert "Username ann" in added
    assert "assword" not in added


def test_a_document_that_is_gone_keeps_its_title(reader):
    document = Document.objects.create(
        key="gone", title="A report", publisher=make.publisher("The press")
    )
    page = history_of(document)
    document.delete()
    assert "Publisher The press" in text_of(reader.get(page))
    assert "gone" in entries_of(reader.get(deleted(Document)))[0]
