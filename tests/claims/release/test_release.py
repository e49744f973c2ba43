"""A release: deterministic, incremental, whole; and loaded again it is the same record."""

from __future__ import annotations

import hashlib
import json
import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import transaction

from claims.formats.site import Site
from claims.ledger.verify import verify
from claims.models import Claim, Signatory, Verdict
from claims.release import ReleaseError, folder
from claims.release.compare import compare, in_words
from claims.release.load import load_release
from claims.release.make import make_release
from tests.claims.export.test_streams import commit, record
from tests.claims.ledger.rows import NOON, verdict

pytestmark = pytest.mark.django_db

SITE = Site("https://facts.example", "A desk")
LINK = re.compile(r'href="([^"#]+)"')


def bytes_of(release: Path) -> dict[str, bytes]:
    return {
        path.relative_to(release).as_posix(): path.read_bytes()
        for path in release.rglob("*")
        if path.is_file()
    }


def publish_one_more(reason: str = "A digit was misread.") -> Verdict:
    last = Verdict.objects.get(claim__key="two", superseded_by=None)
    signed = {"submitted_by": last.submitted_by, "approved_by": last.approved_by}
    at = NOON + timedelta(days=9)
    row = verdict(
        last.claim, signed=signed, kind="correction", supersedes=last, reason=reason, at=at
    )
    row.save()
    commit()
    return row


@pytest.fixture
def emptied():
    """Takes back everything that the test has written: a mirror before its first release."""
    before = transaction.savepoint()
    return lambda: transaction.savepoint_rollback(before)


class TestMaking:
    def test_twice_the_same_record_is_the_same_bytes(self, tmp_path):
        record()
        one, other = (make_release(root=tmp_path / name, site=SITE) for name in "ab")
        assert bytes_of(one.path) == bytes_of(other.path)
        assert one.manifest.version == "6-2024-02-01"
        again = make_release(root=tmp_path / "a", site=SITE)
        assert (again.new, again.path) == (False, one.path)

    def test_the_manifest_has_every_file_and_the_last_release(self, tmp_path):
        record()
        first = make_release(root=tmp_path, site=SITE)
        publish_one_more()
        second = make_release(root=tmp_path, site=SITE)
        for made in (first, second):
            there = bytes_of(made.path)
            manifest = json.loads(there.pop("manifest.json"))
            assert manifest["files"] == {
                name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                for name, data in there.items()
            }
        assert manifest["head"]["hash"] == Verdict.objects.get(number=7).hash
        assert manifest["previous"] == {
            "version": first.manifest.version,
            "manifest_sha256": hashlib.sha256(
                (first.path / "manifest.json").read_bytes()
            ).hexdigest(),
        }

    def test_what_did_not_change_is_linked_to_the_last_release(self, tmp_path):
        record()
        first = make_release(root=tmp_path, site=SITE)
        publish_one_more()
        second = make_release(root=tmp_path, site=SITE)

        def is_linked(name: str) -> bool:
            return os.path.samefile(first.path / name, second.path / name)

        assert is_linked("verdicts/1.html") and is_linked("claims/one.json")
        assert is_linked("verdicts/3.json")  # for ever, though it was corrected
        assert not is_linked("verdicts/3.html") and not is_linked("claims/two.json")
        assert second.linked > len(second.manifest.files) / 2

    def test_what_breaks_off_is_no_release(self, tmp_path, monkeypatch):
        record()
        monkeypatch.setattr(folder.Folder, "_link", lambda *args: None)
        monkeypatch.setattr("claims.release.make.title_of", None)  # fails among the last files
        with pytest.raises(TypeError):
            make_release(root=tmp_path, site=SITE)
        assert list(tmp_path.iterdir()) == []

    def test_a_release_is_never_changed(self, tmp_path):
        record()
        made = make_release(root=tmp_path, site=SITE)
        before = bytes_of(made.path)
        with pytest.raises(ReleaseError, match="says otherwise"):
            make_release(root=tmp_path, site=Site("https://other.example", "Another"))
        assert bytes_of(made.path) == before
        assert [path.name for path in tmp_path.iterdir()] == [made.manifest.version]

    def test_nothing_published_is_nothing_to_release(self, tmp_path):
        with pytest.raises(ReleaseError, match="Nothing is published"):
            make_release(root=tmp_path, site=SITE)

    def test_the_pages_run_nothing_and_lead_only_to_what_is_there(self, tmp_path):
        record()
        made = make_release(root=tmp_path, site=SITE)
        pages = [path for path in made.path.rglob("*.html")]
        assert len(pages) == 6 + 4 + 2 + 1
        for path in pages:
            page = path.read_text()
            assert "<script" not in page and " style=" not in page and "<h1>" in page
            for link in LINK.findall(page):
                if "://" not in link:
                    assert (path.parent / link).resolve().exists(), (path, link)
        assert "no longer in force" in (made.path / "verdicts/1.html").read_text()
        assert "withdrawn" in (made.path / "claims/gone.html").read_text()


class TestLoading:
    def test_an_empty_database_tells_the_same_record(self, tmp_path, emptied):
        record()
        first = make_release(root=tmp_path / "a", site=SITE)
        ledger = recorded()
        people = set(Signatory.objects.values_list("reference", flat=True))
        emptied()
        found = load_release(release=first.path, noted=first.manifest.sha256)
        assert (found.bad, found.rows) == (None, 6)
        assert (
            list(Verdict.objects.order_by("number").values_list("number", "at", "hash")) == ledger
        )
        assert set(Signatory.objects.values_list("reference", flat=True)) == people
        assert not get_user_model().objects.filter(is_active=True).exists()
        again = make_release(root=tmp_path / "b", site=SITE)
        assert bytes_of(again.path) == bytes_of(first.path)
        assert Claim.objects.get(key="one").quantity is None  # "-5" does not read as was decided
        publish_one_more()  # and it goes on from there
        assert verify(noted_head=first.manifest.head["hash"]).bad is None

    @pytest.mark.parametrize(
        ("alter", "words"),
        [
            (lambda r: (r / "claims/one.html").write_text("So."), r"claims/one\.html was altered"),
            (lambda r: (r / "figures/losses.json").unlink(), r"figures/losses\.json is missing"),
            (lambda r: (r / "extra.txt").write_text("x"), r"extra\.txt is not in the manifest"),
            (lambda r: (r / "manifest.json").unlink(), "is no release"),
            (lambda r: (r / "manifest.json").write_text("{}"), "cannot be read"),
            (lambda r: forge(r, b"Read.", b"Rued.", 1), "row 1: its content was altered"),
            (lambda r: cut(r, 2), "row 3: it has the number 4: a row is missing"),
            (lambda r: cut(r, 5), "ends with row 5"),
        ],
    )
    def test_what_was_altered_is_refused_by_name(self, tmp_path, emptied, alter, words):
        record()
        made = make_release(root=tmp_path, site=SITE)
        emptied()
        alter(made.path)
        with pytest.raises(ReleaseError, match=words):
            load_release(release=made.path)
        assert not Verdict.objects.exists() and not Claim.objects.exists()

    def test_a_manifest_that_was_altered_too_is_told_by_its_noted_hash(self, tmp_path):
        record()
        made = make_release(root=tmp_path, site=SITE)
        (made.path / "claims/one.html").write_text("So.")
        resign(made.path, "claims/one.html")
        with pytest.raises(ReleaseError, match=r"manifest\.json was altered"):
            load_release(release=made.path, noted=made.manifest.sha256)

    def test_only_into_an_empty_database(self, tmp_path):
        record()
        made = make_release(root=tmp_path, site=SITE)
        with pytest.raises(CommandError, match="has verdicts"):
            call_command("load_release", str(made.path))


class TestComparing:
    def test_it_tells_each_new_row_with_its_reason(self, tmp_path):
        record()
        first = make_release(root=tmp_path, site=SITE)
        publish_one_more()
        second = make_release(root=tmp_path, site=SITE)
        found = compare(first.path, second.path)
        assert [row["number"] for row in found.rows] == [7]
        assert "verdicts/7.json" in found.added and "claims/two.json" in found.changed
        assert "verdicts/3.json" not in found.changed and found.removed == ()
        words = in_words(found)
        assert "correction, in place of 3, two" in words and "A digit was misread." in words
        with pytest.raises(ReleaseError, match="the other way round"):
            compare(second.path, first.path)

    def test_a_ledger_that_was_written_anew_is_told(self, tmp_path, emptied):
        record()
        first = make_release(root=tmp_path / "a", site=SITE)
        emptied()
        record()
        publish_one_more()
        second = make_release(root=tmp_path / "b", site=SITE)
        with pytest.raises(ReleaseError, match="written anew"):
            compare(first.path, second.path)


def recorded() -> list[tuple]:
    return list(Verdict.objects.order_by("number").values_list("number", "at", "hash"))


def resign(release: Path, name: str) -> None:
    """Let the manifest say what the file now is."""
    path, data = release / "manifest.json", (release / name).read_bytes()
    told = json.loads(path.read_bytes())
    told["files"][name] = {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
    path.write_text(json.dumps(told))


def forge(release: Path, old: bytes, new: bytes, times: int) -> None:
    path = release / "verdicts.ndjson"
    path.write_bytes(path.read_bytes().replace(old, new, times))
    resign(release, "verdicts.ndjson")


def cut(release: Path, row: int) -> None:
    """Take the row with this place (from 0) out of the ledger."""
    path = release / "verdicts.ndjson"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:row] + lines[row + 1 :]))
    resign(release, "verdicts.ndjson")
