"""Taking files in: whole or not at all, once, and without undoing anybody's work."""

from datetime import date, timedelta

import pytest

from sources.dates import DateSpan
from sources.ingest import ingest_file
from sources.models import Document, DocumentCopy, Origin, Publisher, Snapshot
from sources.passages import quote_passage
from sources.publishers import set_reliability

from .extract.make import page
from .make import NOW, PROSE, ingested

pytestmark = pytest.mark.django_db

SAID = {
    "key": "lake-2020",
    "title": "Boats on the lake",
    "publisher": "Valley Gazette",
    "publisher_country": "US",
    "publisher_homepage": "https://example.org/",
    "publisher_reliability": "B",
    "publisher_reliability_reason": "It corrects its errors in print.",
    "publisher_aliases": ["The Gazette"],
    "authors": ["A. Writer"],
    "url": "https://example.org/lake",
    "language": "en",
    "published": "2020-07",
    "published_basis": "inferred",
    "text_basis": "digest",
    "origins": ["Lake Wire"],
}


class TestANewFile:
    def test_becomes_a_document_with_all_that_was_said(self):
        result = ingested("Forty boats.\n", **SAID)
        assert (result.outcome, result.notes) == ("new", [])
        document = Document.objects.get()
        assert document.key == "lake-2020"
        assert document.authors == ["A. Writer"]
        assert document.published_on == DateSpan(date(2020, 7, 1), date(2020, 7, 31))
        assert (document.published_basis, document.text_basis) == ("inferred", "digest")
        assert [origin.name for origin in document.origins.all()] == ["Lake Wire"]
        publisher = document.publisher
        assert (publisher.name, publisher.country) == ("Valley Gazette", "US")
        assert (publisher.reliability, publisher.aliases) == ("B", ["The Gazette"])

    def test_is_kept_as_it_came_with_where_its_text_is_from(self):
        data = b"\xef\xbb\xbf Forty\r\nboats. "
        snapshot = ingested(data).snapshot
        snapshot.refresh_from_db()
        assert snapshot.text == " Forty\r\nboats. "
        assert bytes(snapshot.original) == data
        assert (snapshot.encoding, snapshot.extractor) == ("utf-8", "txt")
        assert snapshot.retrieved_at == NOW
        assert snapshot.document.latest == snapshot

    def test_of_which_nothing_is_known_gets_what_can_be_derived(self):
        document = ingested("\n  Boats on\tthe lake \nForty.", "2020 Lake Report.txt").document
        assert document.key == "2020-lake-report"
        assert document.title == "Boats on the lake"
        assert (document.publisher.name, document.publisher.reliability) == (
            "Unknown publisher",
            "F",
        )
        assert not document.published_on.known
        assert document.url == document.language == ""

    def test_with_a_long_first_line_is_titled_by_its_first_words(self):
        title = ingested("boats " * 100).document.title
        assert len(title) <= 201
        assert title.endswith("boats…")

    def test_whose_name_has_no_latin_letter_gets_a_key_from_its_content(self):
        assert ingested("Forty boats.", "تقرير.txt").document.key.startswith("document-")

    def test_that_is_a_page_is_described_by_its_head(self):
        head = "<title>The lake</title><link rel='canonical' href='https://example.org/p'>"
        data = page(PROSE, "And so the summer ended on the lake.", head=head)
        document = ingested(data, "page.html").document
        assert (document.url, document.language) == ("https://example.org/p", "en-GB")

    def test_does_not_take_another_documents_address_from_its_head(self):
        ingested("Forty boats.", url="https://example.org/p")
        head = "<link rel='canonical' href='https://example.org/p'>"
        result = ingested(page(PROSE, head=head), "page.html")
        assert (result.outcome, result.document.url) == ("new", "")


class TestTheSameFileAgain:
    def test_changes_nothing(self):
        first = ingested("Forty boats.", **SAID)
        again = ingested("Forty boats.", **SAID)
        assert (again.outcome, again.notes) == ("unchanged", [])
        assert again.snapshot == first.snapshot
        assert Document.objects.count() == Snapshot.objects.count() == 1
        assert Publisher.objects.count() == Origin.objects.count() == 1

    def test_is_not_announced(self, heard):
        ingested("Forty boats.", **SAID)
        heard.clear()
        ingested("Forty boats.", **SAID)
        assert heard == []

    def test_leaves_what_was_edited_and_tells_of_it(self):
        document = ingested("Forty boats.", **SAID).document
        document.title = "Boats, corrected"
        document.save()
        set_reliability(publisher=document.publisher, reliability="D", reason="Seen to invent.")
        again = ingested("Forty boats.", **SAID)
        document.refresh_from_db()
        assert document.title == "Boats, corrected"
        assert document.publisher.reliability == "D"
        assert any("title stays “Boats, corrected”" in note for note in again.notes)
        assert any("reliability stays “D” (the file says “B”)" in note for note in again.notes)

    def test_overwrites_it_when_asked_to(self):
        document = ingested("Forty boats.", **SAID).document
        ingested(
            "Forty boats.", update=True, **SAID | {"title": "New title", "origins": ["Hill Wire"]}
        )
        document.refresh_from_db()
        assert document.title == "New title"
        assert [origin.name for origin in document.origins.all()] == ["Hill Wire"]

    def test_fills_in_what_was_not_known_before(self):
        ingested("Forty boats.", "lake-2020.txt")
        again = ingested("Forty boats.", "lake-2020.txt", **SAID)
        assert (again.outcome, again.notes[:1]) == (
            "unchanged",
            ["document lake-2020: text_basis stays “original” (the file says “digest”)"],
        )
        document = Document.objects.get()
        assert (document.title, document.publisher.name) == ("Boats on the lake", "Valley Gazette")
        assert document.published_on.known and document.published_basis == "inferred"
        assert document.origins.count() == 1

    def test_finds_its_publisher_by_an_alias_in_any_case(self):
        ingested("Forty boats.", **SAID)
        other = ingested("Twelve boats.", "other.txt", publisher="the gazette")
        assert other.document.publisher.name == "Valley Gazette"


class TestAnotherText:
    def test_becomes_a_new_version(self):
        first = ingested("Forty boats.")
        second = ingested("Fifty boats.")
        assert second.outcome == "new-version"
        assert second.document == first.document
        assert Document.objects.get().latest == second.snapshot
        assert Snapshot.objects.count() == 2

    def test_that_was_there_before_is_stored_once(self):
        first = ingested("Forty boats.")
        ingested("Fifty boats.")
        third = ingested("Forty boats.")
        assert (third.outcome, third.snapshot) == ("new-version", first.snapshot)
        assert third.notes == ["the text is again that of 2024-02-01"]
        assert Document.objects.get().latest == first.snapshot
        assert Snapshot.objects.count() == 2

    def test_announces_the_document_and_its_passages(self, heard):
        result = ingested("The commission counted forty boats.")
        passage = quote_passage(snapshot=result.snapshot, exact="forty boats")
        heard.clear()
        ingested("This year the commission counted forty boats.")
        assert [change.passages for change in heard] == [{passage.pk}]
        assert result.document.pk in heard[0].documents


REFUSED = {
    "undecodable": (b"caf\xe9", {}, "undecodable"),
    "binary": (b"a\0b", {}, "binary"),
    "another document's address": (b"Twelve.", {"url": "https://example.org/a"}, "metadata"),
    "an alias that is another publisher's": (
        b"Twelve.",
        {"publisher": "Hill Times", "publisher_aliases": ["Valley Gazette"]},
        "metadata",
    ),
}


@pytest.mark.parametrize(("data", "said", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_a_refused_file_leaves_nothing_behind(data, said, reason):
    ingested("Forty boats.", url="https://example.org/a", publisher="Valley Gazette")
    result = ingested(data, "other.txt", origins=["Left behind"], **said)
    assert (result.outcome, result.reason) == ("refused", reason)
    assert result.detail
    assert Document.objects.count() == Publisher.objects.count() == 1
    assert not Origin.objects.exists()


def test_an_objection_to_the_change_undoes_the_whole_of_it(settings):
    settings.SOURCES_CHANGE_HANDLERS = ["tests.sources.handlers.object_to"]
    with pytest.raises(RuntimeError, match="cannot be"):
        ingested("Forty boats.")
    assert not Document.objects.exists() and not Publisher.objects.exists()


class TestASidecar:
    def test_beside_the_file_is_read(self, tmp_path):
        (tmp_path / "lake.txt").write_text("Forty boats.")
        (tmp_path / "lake.yaml").write_text("title: The lake\nkey: lake-2020")
        document = ingest_file(path=tmp_path / "lake.txt").document
        assert (document.key, document.title) == ("lake-2020", "The lake")

    def test_with_a_mistake_refuses_the_file_and_names_the_field(self, tmp_path):
        (tmp_path / "lake.txt").write_text("Forty boats.")
        (tmp_path / "lake.yml").write_text("published: last week")
        result = ingest_file(path=tmp_path / "lake.txt")
        assert (result.outcome, result.reason) == ("refused", "metadata")
        assert result.detail.startswith("lake.yml: published: 'last week' is not a date")

    def test_a_file_that_is_not_there_is_refused(self, tmp_path):
        result = ingest_file(path=tmp_path / "none.txt")
        assert (result.reason, result.detail) == (
            "unreadable",
            "none.txt: No such file or directory",
        )


class TestCopies:
    def test_of_another_document_are_found_whichever_comes_first(self):
        long = ingested(PROSE + " Then the winter came.", "long.txt")
        short = ingested(PROSE, "short.txt")
        row = DocumentCopy.objects.get()
        assert (row.a, row.b, row.containment) == (long.document, short.document, 1)
        assert short.notes == ["nearly the same text as long: they count as one origin"]

    def test_are_announced_for_both(self, heard):
        first = ingested(PROSE, "a.txt").document
        heard.clear()
        second = ingested(PROSE.upper(), "b.txt").document
        assert heard[-1].documents == {first.pk, second.pk}

    def test_are_measured_exactly_and_rounded_down(self):
        words = PROSE.split()
        words[10] = "thrice"
        ingested(PROSE, "a.txt")
        ingested(" ".join(words), "b.txt")
        shingles = len(words) - 4
        exact = (shingles - 5) / shingles
        stored = float(DocumentCopy.objects.get().containment)
        assert exact - 0.0001 < stored <= exact

    def test_that_differ_too_much_are_none(self):
        words = PROSE.split()
        words[10] = words[25] = words[40] = words[55] = "thrice"
        ingested(PROSE, "a.txt")
        ingested(" ".join(words), "b.txt")
        assert not DocumentCopy.objects.exists()

    def test_cease_with_a_version_that_differs(self, heard):
        first = ingested(PROSE, "a.txt").document
        second = ingested(PROSE, "b.txt").document
        heard.clear()
        ingested("Something else was written here instead. " * 10, "b.txt")
        assert not DocumentCopy.objects.exists()
        assert heard[-1].documents == {first.pk, second.pk}

    def test_are_not_looked_for_among_versions_of_one_document(self):
        ingested(PROSE)
        ingested(PROSE + " More.")
        assert not DocumentCopy.objects.exists()


def test_a_long_text_of_rare_words_is_taken_and_its_beginning_is_searched():
    words = " ".join(
        f"{chr(0x4E00 + n % 20000)}{chr(0x10400 + n % 40)}{n:x}" for n in range(32_000)
    )
    result = ingested(f"beginning {words} ending")
    assert result.outcome == "new"
    assert Document.objects.search("beginning").count() == 1
    assert not Document.objects.search("ending").exists()


def test_documents_are_searched_by_title_and_latest_text():
    ingested("Forty boats lay at anchor.", title="The lake")
    ingested("Nothing but reeds.", title="The lake")
    assert not Document.objects.search("anchor").exists()
    assert Document.objects.search("lake reed").count() == 0  # each is searched apart
    assert Document.objects.search("reeds").count() == 1
    assert Document.objects.search("lakes").count() == 1
    assert not Document.objects.search("a\0b").exists()


def test_time_is_given_not_read():
    later = NOW + timedelta(days=3)
    result = ingest_file(data=b"Forty boats.", name="a.txt", retrieved_at=later)
    assert result.snapshot.retrieved_at == later
