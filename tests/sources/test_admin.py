"""The admin: pages answer, saves go through the verbs, queries do not grow with the rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sources.models import Anchoring, Document, DocumentCopy, Origin, Passage, Publisher, Snapshot
from sources.passages import quote_passage

from .make import PROSE, ingested, publisher

pytestmark = pytest.mark.django_db

MODELS = [Anchoring, Document, DocumentCopy, Origin, Passage, Publisher, Snapshot]


def name_of(model) -> str:
    return model._meta.model_name


def address(model, page: str = "changelist", *args) -> str:
    return reverse(f"admin:sources_{model._meta.model_name}_{page}", args=args)


def fill(first: int, last: int) -> None:
    """Documents with a publisher, an origin, a lost passage and a copy each."""
    for n in range(first, last):
        said = {"publisher": f"Publisher {n}", "origins": [f"Origin {n}"]}
        text = f"{PROSE} It ended on day {n}."
        old = ingested(f"{text} Salt was 12.", f"report-{n}.txt", **said)
        quote_passage(snapshot=old.snapshot, exact=f"It ended on day {n}. Salt was 12")
        ingested(f"{text} Salt was scarce.", f"report-{n}.txt")


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_a_list_takes_as_many_queries_for_many_rows_as_for_few(admin_client, model):
    fill(0, 2)
    few, rows = queries_of(admin_client, model)
    fill(2, 6)
    many, more_rows = queries_of(admin_client, model)
    assert more_rows > rows > 0
    assert many == few


def queries_of(client, model) -> tuple[int, int]:
    client.get(address(model))  # what is cached once is not counted
    with CaptureQueriesContext(
        connection,
    ) as queries:
        page = client.get(address(model))
    assert page.status_code == 200
    return len(queries), len(page.context["cl"].result_list)


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_every_page_of_a_row_answers(admin_client, model):
    fill(0, 2)
    row = model.objects.order_by("pk").last()
    assert admin_client.get(address(model, "change", row.pk)).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=name_of)
def test_every_list_is_searched(admin_client, model):
    fill(0, 1)
    page = admin_client.get(address(model), {"q": "report"})
    assert page.status_code == 200
    assert admin_client.get(address(model), {"q": "no such"}).context["cl"].result_count == 0


BULKY = ("sources_snapshot", 'text"')


@pytest.mark.parametrize("model", [Document, Snapshot, Passage, Anchoring], ids=name_of)
def test_a_list_does_not_load_the_texts(admin_client, model):
    fill(0, 1)
    with CaptureQueriesContext(connection) as queries:
        admin_client.get(address(model))
    assert not [q["sql"] for q in queries if '"sources_snapshot"."text"' in q["sql"]]
    assert not [q["sql"] for q in queries if '"sources_snapshot"."original"' in q["sql"]]


class TestPublishers:
    def form(self, **changes) -> dict:
        return {
            "name": "Valley Gazette",
            "aliases": "",
            "country": "",
            "homepage": "",
            "reliability": "F",
            "reliability_reason": "",
        } | changes

    def test_a_new_grade_is_announced(self, admin_client, heard):
        gazette = publisher()
        sent = admin_client.post(
            address(Publisher, "change", gazette.pk),
            self.form(reliability="B", reliability_reason="It corrects itself."),
        )
        assert sent.status_code == 302
        assert [change.publishers for change in heard] == [{gazette.pk}]

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"reliability": "A"}, "needs a reason"),
            ({"country": "UK"}, "no ISO 3166-1"),
            ({"aliases": "hill times"}, "already a name of Hill Times"),
            ({"name": ""}, "required"),
        ],
        ids=["reason", "country", "alias", "name"],
    )
    def test_that_cannot_be_are_explained(self, admin_client, changes, why):
        Publisher.objects.create(name="Hill Times")
        page = admin_client.post(address(Publisher, "add"), self.form(**changes))
        assert page.status_code == 200
        assert why in page.content.decode()
        assert Publisher.objects.count() == 1


class TestPassages:
    text = "<b>North</b>: 300 men left.\nSouth: 300 men stayed."

    def add(self, client, **fields):
        snapshot = Snapshot.objects.first() or ingested(self.text).snapshot
        form = {"snapshot": snapshot.pk, "exact": "", "prefix": "", "suffix": ""} | fields
        return client.post(address(Passage, "add"), form)

    def test_are_shown_in_their_context_escaped(self, admin_client):
        passage = quote_passage(snapshot=ingested(self.text).snapshot, exact="300 men left")
        page = admin_client.get(address(Passage, "change", passage.pk)).content.decode()
        assert "&lt;b&gt;North&lt;/b&gt;: <mark>300 men left</mark>.\nSouth" in page
        assert "<b>North" not in page

    def test_are_added_by_their_words(self, admin_client):
        sent = self.add(admin_client, exact="300  men stayed")
        assert sent.status_code == 302, sent.context["errors"]
        assert Passage.objects.get().exact == "300 men stayed"

    def test_that_exist_are_not_added_again(self, admin_client):
        self.add(admin_client, exact="300 men stayed")
        assert self.add(admin_client, exact="300 men stayed").status_code == 302
        assert Passage.objects.count() == 1

    @pytest.mark.parametrize(
        ("exact", "why"),
        [
            ("300 men", "stands at 2 places"),
            ("301 men left", "is not in the text"),
            (" ", "required|empty"),
        ],
        ids=["twice", "changed digit", "blank"],
    )
    def test_that_do_not_stand_there_are_explained(self, admin_client, exact, why):
        page = self.add(admin_client, exact=exact)
        assert page.status_code == 200
        assert any(part in page.content.decode() for part in why.split("|"))
        assert not Passage.objects.exists()

    def test_are_not_edited(self, admin_client):
        passage = quote_passage(snapshot=ingested(self.text).snapshot, exact="300 men left")
        sent = admin_client.post(address(Passage, "change", passage.pk), {"exact": "x"})
        assert sent.status_code == 403

    def test_that_are_lost_are_listed_apart(self, admin_client):
        snapshot = ingested(self.text).snapshot
        lost = quote_passage(snapshot=snapshot, exact="300 men left")
        quote_passage(snapshot=snapshot, exact="300 men stayed")
        ingested(self.text.replace("300 men left", "200 men left"))
        page = admin_client.get(address(Passage), {"lost": "yes"})
        assert [row.pk for row in page.context["cl"].result_list] == [lost.pk]


class TestAnchorings:
    @pytest.fixture
    def lost(self) -> Anchoring:
        old = "The ministry said that about 5,000 troops were in the valley in July."
        quote_passage(snapshot=ingested(old).snapshot, exact="about 5,000 troops were in the")
        ingested(old.replace("were in", "stood in"))
        return Anchoring.objects.get()

    def test_show_the_old_words_and_the_proposal(self, admin_client, lost):
        page = admin_client.get(address(Anchoring, "change", lost.pk)).content.decode()
        assert "<mark>about 5,000 troops were in the</mark>" in page
        assert "<mark>about 5,000 troops stood in the</mark>" in page

    def test_accept_a_proposal_with_a_reason(self, admin_client, lost):
        form = {"accept_because": "Reworded only."}
        sent = admin_client.post(address(Anchoring, "change", lost.pk), form)
        assert sent.status_code == 302
        lost.refresh_from_db()
        assert lost.outcome == "moved"
        assert "Reworded only. (admin)" in lost.reason

    def test_accept_nothing_without_a_reason(self, admin_client, lost):
        admin_client.post(address(Anchoring, "change", lost.pk), {"accept_because": " "})
        lost.refresh_from_db()
        assert lost.outcome == "lost"


@pytest.mark.parametrize("model", [Snapshot, DocumentCopy, Anchoring], ids=name_of)
def test_what_is_computed_is_not_added_by_hand(admin_client, model):
    assert admin_client.get(address(model, "add")).status_code == 403


def test_a_snapshot_is_not_edited(admin_client):
    snapshot = ingested("Forty boats.").snapshot
    sent = admin_client.post(address(Snapshot, "change", snapshot.pk), {"text": "x"})
    assert sent.status_code == 403


def test_publishers_and_origins_are_completed_as_one_types(admin_client):
    publisher("Valley Gazette")
    answer = admin_client.get(
        reverse("admin:autocomplete"),
        {
            "term": "vall",
            "app_label": "sources",
            "model_name": "document",
            "field_name": "publisher",
        },
    )
    assert [row["text"] for row in answer.json()["results"]] == ["Valley Gazette"]
