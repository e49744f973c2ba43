"""manage.py ingest: files and folders, sidecars and flags, the summary and the exit code."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from sources.models import Document
from sources.passages import quote_passage

from . import handlers

pytestmark = pytest.mark.django_db


def ingest(*args) -> tuple[int, str]:
    """The exit code and what was printed."""
    out = StringIO()
    try:
        call_command("ingest", *(str(arg) for arg in args), stdout=out)
    except SystemExit as stop:
        return stop.code, out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.txt").write_text("Forty boats.")
    (tmp_path / "a.yaml").write_text("title: The lake\nkey: lake-2020")
    (tmp_path / "deep" / "b.txt").write_text("Twelve boats.")
    (tmp_path / ".hidden.txt").write_text("Nothing.")
    return tmp_path


def test_a_folder_is_taken_with_all_that_is_in_it(folder):
    code, said = ingest(folder)
    assert code == 0
    assert said.splitlines()[-1] == "2 new, 0 unchanged, 0 new version, 0 refused"
    assert set(Document.objects.values_list("key", "title")) == {
        ("lake-2020", "The lake"),
        ("b", "Twelve boats."),
    }


def test_a_second_run_changes_nothing_and_a_changed_text_is_a_new_version(folder):
    ingest(folder)
    assert ingest(folder)[1].endswith("0 new, 2 unchanged, 0 new version, 0 refused\n")
    (folder / "a.txt").write_text("Fifty boats.")
    assert ingest(folder)[1].endswith("0 new, 1 unchanged, 1 new version, 0 refused\n")


def test_one_bad_file_does_not_stop_the_others(folder):
    (folder / "aa.txt").write_bytes(b"a\0b")
    (folder / "c.png").write_bytes(b"\x89PNG")
    code, said = ingest(folder)
    assert code == 1
    assert Document.objects.count() == 2
    assert "aa.txt: binary: there is a NUL byte at 1" in said
    assert "c.png: unknown type: files ending in '.png' are not read" in said
    assert "2 new, 0 unchanged, 0 new version, 2 refused" in said
    assert "refused as binary: 1" in said and "refused as unknown type: 1" in said


def test_a_file_that_the_database_refuses_does_not_stop_the_others(folder, settings):
    settings.SOURCES_CHANGE_HANDLERS = ["tests.sources.handlers.refuse_first"]
    handlers.heard.clear()
    code, said = ingest(folder)
    assert code == 1
    assert "a.txt: database: no such claim" in said
    assert list(Document.objects.values_list("key", flat=True)) == ["b"]


def test_flags_tell_about_the_documents(folder):
    code, said = ingest(
        "--publisher=Valley Gazette",
        "--reliability=B",
        "--reliability-reason=It corrects itself.",
        "--published=2020-07",
        "--author=A. Writer",
        "--author=B. Writer",
        "--origin=Lake Wire",
        "--title=Boats",
        "--text-basis=digest",
        folder / "deep" / "b.txt",
    )
    assert code == 0, said
    document = Document.objects.get()
    assert (document.title, document.text_basis) == ("Boats", "digest")
    assert document.authors == ["A. Writer", "B. Writer"]
    assert (document.publisher.name, document.publisher.reliability) == ("Valley Gazette", "B")
    assert str(document.published_on) == "2020-07-01 to 2020-07-31"
    assert document.origins.get().name == "Lake Wire"


BAD_CALLS = {
    "a title for several files": (["--title=x"], "2 files"),
    "a key for several files": (["--key=x"], "2 files"),
    "a date in words": (["--published=July"], "published: 'July' is not a date"),
    "a grade without a reason": (["--reliability=A"], "say why"),
}


@pytest.mark.parametrize(("flags", "why"), BAD_CALLS.values(), ids=BAD_CALLS.keys())
def test_flags_that_cannot_be_are_refused_before_anything_is_done(folder, flags, why):
    with pytest.raises(CommandError, match=why):
        ingest(*flags, folder)
    assert not Document.objects.exists()


def test_an_empty_folder_is_an_error(tmp_path):
    with pytest.raises(CommandError, match="no file"):
        ingest(tmp_path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    code, said = ingest(tmp_path / "none.txt")
    assert code == 1 and "unreadable: none.txt: No such file" in said


def test_files_of_one_name_are_not_taken_for_versions_of_each_other(folder):
    (folder / "b.txt").write_text("Something else.")
    code, said = ingest(folder)
    assert code == 1
    assert said.count("the key b is also that of") == 2
    assert list(Document.objects.values_list("key", flat=True)) == ["lake-2020"]


def test_one_sidecar_does_not_serve_two_files(folder):
    (folder / "a.html").write_text("<p>Forty boats.</p>")
    code, said = ingest(folder)
    assert code == 1
    assert said.count("is also that of") == 2
    assert list(Document.objects.values_list("key", flat=True)) == ["b"]


def test_an_encoding_that_was_detected_is_told(folder):
    text = "Правительство сообщило, что в стране находятся пять тысяч человек. " * 3
    (folder / "c.txt").write_bytes(text.encode("cp1251"))
    assert "c.txt (read as cp1251)" in ingest(folder)[1]


def test_what_became_of_passages_is_told(folder):
    ingest(folder)
    document = Document.objects.select_related("latest").get(key="lake-2020")
    quote_passage(snapshot=document.latest, exact="Forty boats")
    (folder / "a.txt").write_text("Fifty boats.")
    assert "a.txt (passages: 1 lost)" in ingest(folder)[1]


def test_progress_is_quiet_where_nobody_watches(folder, capfd):
    ingest(folder)
    assert capfd.readouterr().err == ""
