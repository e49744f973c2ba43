"""Documents in the admin: described and taken in by people, with every refusal beside its field."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sources.models import Document, Origin, Publisher
from sources.passages import quote_passage

from .make import ingested, publisher
from .test_admin import address

pytestmark = pytest.mark.django_db


class TestDocuments:
    def form(self, **changes) -> dict:
        gazette = Publisher.objects.filter(name="Valley Gazette").first() or publisher()
        return {
            "key": "lake-2020",
            "title": "The lake",
            "authors": "A. Writer, B. Writer",
            "publisher": gazette.pk,
            "url": "",
            "language": "en",
            "earliest": "2020-07-01",
            "latest_day": "2020-07-31",
            "published_basis": "stated",
            "text_basis": "original",
            "snapshots-TOTAL_FORMS": 0,
            "snapshots-INITIAL_FORMS": 0,
        } | changes

    def test_are_added_with_both_days_of_the_date_included(self, admin_client):
        wire = Origin.objects.create(name="Lake Wire")
        sent = admin_client.post(address(Document, "add"), self.form(origins=[wire.pk]))
        assert sent.status_code == 302, sent.context["errors"]
        document = Document.objects.get()
        assert document.published_on.earliest == date(2020, 7, 1)
        assert document.published_on.latest == date(2020, 7, 31)
        assert document.authors == ["A. Writer", "B. Writer"]
        assert list(document.origins.all()) == [wire]

    def test_are_added_with_their_file_and_read_at_once(self, admin_client):
        file = SimpleUploadedFile("The Lake.txt", b"Boats on the lake\n\nForty boats.")
        sent = admin_client.post(address(Document, "add"), self.form(file=file, key="", title=""))
        document = Document.objects.get()
        assert sent.headers["Location"] == f"/admin/desk/{document.key}/"
        assert (document.key, document.title) == ("the-lake", "Boats on the lake")
        assert document.latest.text == "Boats on the lake\n\nForty boats."
        assert document.published_on.latest == date(2020, 7, 31)

    def test_take_a_newer_version_and_tell_what_was_lost(self, admin_client):
        document = ingested("Forty boats lay at anchor.", "lake-2020.txt").document
        quote_passage(snapshot=document.latest, exact="Forty boats")
        file = SimpleUploadedFile("again.txt", b"Nine boats lay at anchor.")
        page = admin_client.post(
            address(Document, "change", document.pk), self.form(file=file), follow=True
        )
        document.refresh_from_db()
        assert document.latest.text == "Nine boats lay at anchor."
        assert document.snapshots.count() == 2
        assert "1 quote is no longer found in it." in page.content.decode()

    @pytest.mark.parametrize(
        ("name", "octets", "why"),
        [
            ("a.exe", b"MZ", "files ending in &#x27;.exe&#x27; are not read"),
            ("a.txt", b"\0\1\2\3", "binary"),
            ("a.pdf", b"%PDF-1.7 cut", "was not taken in"),
            ("a.txt", b"   ", "no text"),
        ],
        ids=["unknown kind", "binary", "damaged", "blank"],
    )
    def test_a_file_that_is_refused_is_told_beside_it(self, admin_client, name, octets, why):
        form = self.form(file=SimpleUploadedFile(name, octets))
        page = admin_client.post(address(Document, "add"), form)
        assert page.status_code == 200
        assert why in page.content.decode()
        assert 'value="lake-2020"' in page.content.decode()
        assert not Document.objects.exists()

    def test_show_the_date_as_it_was_entered(self, admin_client):
        admin_client.post(address(Document, "add"), self.form())
        page = admin_client.get(address(Document, "change", Document.objects.get().pk))
        assert 'value="2020-07-31"' in page.content.decode()

    def test_announce_what_changed(self, admin_client, heard):
        wire = Origin.objects.create(name="Lake Wire")
        document = ingested("Forty boats.", "lake-2020.txt").document
        heard.clear()
        sent = admin_client.post(
            address(Document, "change", document.pk), self.form(origins=[wire.pk])
        )
        assert sent.status_code == 302, sent.context["errors"]
        assert heard and all(change.documents == {document.pk} for change in heard)

    @pytest.mark.parametrize(
        ("changes", "why"),
        [
            ({"earliest": "2020-08-01"}, "is after the latest"),
            ({"language": "in English"}, "BCP 47"),
            ({"title": ""}, "required where there is no file"),
            ({"key": "a b"}, "slug"),
        ],
        ids=["dates", "language", "title", "key"],
    )
    def test_that_cannot_be_are_explained(self, admin_client, changes, why):
        page = admin_client.post(address(Document, "add"), self.form(**changes))
        assert page.status_code == 200
        assert why in page.content.decode()
        assert not Document.objects.exists()

    def test_are_found_by_the_words_of_their_text(self, admin_client):
        ingested("Forty boats lay at anchor.", title="The lake")
        page = admin_client.get(address(Document), {"q": "anchor"})
        assert page.context["cl"].result_count == 1
