"""What PostgreSQL itself refuses, raw SQL included."""

import hashlib

import pytest
from django.db import IntegrityError, connection, transaction

from sources.models import Anchoring, Document, Passage, Snapshot

from .make import NOW, ingested, publisher, quoted

TEXT = "Zwölf 👍 troops: about 5,000 troops left.\nThen 300 more."
QUOTE = "5,000 troops"

pytestmark = pytest.mark.django_db


@pytest.fixture
def passage() -> Passage:
    return quoted(TEXT, QUOTE)


def refused(sql: str, params=(), match: str | None = None) -> None:
    with (
        pytest.raises(IntegrityError, match=match),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql, params)
        connection.check_constraints()


MISQUOTES = {
    "another digit": "SET exact = '6,000 troops'",
    "other letter case": "SET exact = '5,000 Troops'",
    "shifted by one code point": 'SET start = start + 1, "end" = "end" + 1',
    "shifted by a byte count": 'SET start = start + 4, "end" = "end" + 4',
    "one more code point": 'SET "end" = "end" + 1',
    "an end beyond the text": 'SET "end" = 10000',
    "a prefix that is not there": "SET prefix = 'nearly '",
    "a prefix longer than what is before": "SET prefix = repeat('x', 100)",
    "a suffix that is not there": "SET suffix = ' stayed'",
    "a suffix beyond the text": "SET suffix = suffix || repeat(' ', 100)",
    "a start before the text": "SET start = -1",
    "nothing at all": "SET \"end\" = start, exact = ''",
    "a snapshot that is not there": "SET snapshot_id = 999999",
}


@pytest.mark.parametrize("change", MISQUOTES.values(), ids=MISQUOTES.keys())
def test_a_passage_cannot_be_changed_into_a_misquote(passage, change):
    refused(f"UPDATE sources_passage {change} WHERE id = %s", [passage.pk])
    passage.refresh_from_db()
    assert passage.exact == QUOTE


def test_the_refusal_says_what_the_text_is(passage):
    refused(
        "UPDATE sources_passage SET exact = '6,000 troops'",
        match=r"the text at \[22, 34\) is “5,000 troops”, not “6,000 troops”",
    )


@pytest.mark.parametrize("exact", ["5,000 troop", "5,000 troopS", "5,000 troops!"])
def test_a_misquote_cannot_be_inserted(passage, exact):
    refused(
        'INSERT INTO sources_passage (snapshot_id, start, "end", exact, prefix, suffix) '
        "VALUES (%s, %s, %s, %s, '', '')",
        [passage.snapshot_id, passage.start, passage.end + 1, exact],
    )


def test_a_passage_cannot_be_moved_to_another_text(passage):
    other = ingested("An altogether different text of some length, to be sure.", "other.txt")
    refused("UPDATE sources_passage SET snapshot_id = %s", [other.snapshot.pk])


def test_offsets_are_code_points_of_the_raw_text(passage):
    assert (passage.start, passage.end) == (TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE))
    assert passage.prefix == TEXT[: passage.start]
    assert passage.suffix == TEXT[passage.end :]


SNAPSHOT_CHANGES = {
    "its text": "text = 'Another text.'",
    "its text with the right hash": (
        "text = 'x', sha256 = encode(sha256(convert_to('x', 'UTF8')), 'hex')"
    ),
    "its document": "document_id = document_id + 1",
    "its date": "retrieved_at = now()",
    "nothing, in a statement that says so": "text = text",
}


@pytest.mark.parametrize("change", SNAPSHOT_CHANGES.values(), ids=SNAPSHOT_CHANGES.keys())
def test_a_snapshot_cannot_be_changed(passage, change):
    refused(f"UPDATE sources_snapshot SET {change}", match="cannot be changed")


@pytest.mark.parametrize("table", ["snapshot", "passage"])
def test_the_setting_that_silences_ordinary_triggers_does_not_silence_these(passage, table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname::text FROM pg_trigger "
            "WHERE NOT tgisinternal AND tgname LIKE 'pgtrigger_%%'"
        )
        names = [name for (name,) in cursor.fetchall()]
        assert len(names) >= 4
        cursor.execute(
            "SELECT set_config('pgtrigger.ignore', %s, true)", ["{" + ",".join(names) + "}"]
        )
    column = {"snapshot": "text", "passage": "exact"}[table]
    refused(f"UPDATE sources_{table} SET {column} = 'x'")


def test_a_quoted_snapshot_cannot_be_replaced_under_its_id(passage):
    refused("DELETE FROM sources_snapshot", match="is quoted")


def test_a_snapshot_that_nothing_refers_to_can_be_deleted():
    document = ingested(TEXT).document
    ingested(TEXT + " Corrected.")
    document.snapshots.exclude(pk=Document.objects.get().latest_id).delete()
    assert document.snapshots.count() == 1


def snapshot_columns(document: Document, **changes) -> dict:
    data = b"Some text."
    digest = hashlib.sha256(data).hexdigest()
    return {
        "document_id": document.pk,
        "text": "Some text.",
        "sha256": digest,
        "media_type": "text/plain",
        "encoding": "utf-8",
        "original": data,
        "original_sha256": digest,
        "retrieved_at": NOW,
        "extractor": "txt",
        "extractor_version": "1",
        "sketch": [],
    } | changes


BAD_SNAPSHOTS = {
    "a hash that is not the text's": ({"sha256": "0" * 64}, "sha256_is_of_text"),
    "another text's hash": ({"text": "Some texts."}, "sha256_is_of_text"),
    "a hash in capitals": (
        {"sha256": hashlib.sha256(b"Some text.").hexdigest().upper()},
        "sha256_is_of_text",
    ),
    "original bytes with another hash": ({"original": b"x"}, "original_sha256"),
    "no text": ({"text": "", "sha256": hashlib.sha256(b"").hexdigest()}, "not_empty"),
}


@pytest.mark.parametrize(
    ("changes", "constraint"), BAD_SNAPSHOTS.values(), ids=BAD_SNAPSHOTS.keys()
)
def test_a_snapshot_must_be_what_its_hashes_say(changes, constraint):
    document = Document.objects.create(key="bare", title="Bare", publisher=publisher())
    columns = snapshot_columns(document, **changes)
    names = ", ".join(columns)
    marks = ", ".join(["%s"] * len(columns))
    refused(
        f"INSERT INTO sources_snapshot ({names}) VALUES ({marks})",
        list(columns.values()),
        match=constraint,
    )


def test_a_good_snapshot_is_taken():
    document = Document.objects.create(key="bare", title="Bare", publisher=publisher())
    assert Snapshot.objects.create(**snapshot_columns(document)).pk


def test_the_same_text_is_stored_once_per_document():
    document = ingested(TEXT).document
    with pytest.raises(IntegrityError, match="once_per_document"):
        row = document.snapshots.get()
        row.pk = None
        row.save(force_insert=True)


def test_the_latest_version_must_be_the_documents_own():
    one = ingested(TEXT).document
    other = ingested("An altogether different text.", "other.txt").document
    refused(
        "UPDATE sources_document SET latest_id = %s WHERE id = %s",
        [other.latest_id, one.pk],
        match="not one of its own",
    )


BAD_ROWS = {
    "a grade outside the scale": (
        "UPDATE sources_publisher SET reliability = 'G', reliability_reason = 'r'",
        "is_admiralty",
    ),
    "a grade without a reason": (
        "UPDATE sources_publisher SET reliability = 'A'",
        "has_a_reason",
    ),
    "a grade with a blank reason": (
        "UPDATE sources_publisher SET reliability = 'A', reliability_reason = ' '",
        "has_a_reason",
    ),
    "a country in full": ("UPDATE sources_publisher SET country = 'us'", "alpha_2"),
    "a publisher without a name": ("UPDATE sources_publisher SET name = ' '", "has_a_name"),
    "the same publisher in capitals": (
        "INSERT INTO sources_publisher "
        "(name, aliases, country, homepage, reliability, reliability_reason) "
        "SELECT upper(name), aliases, '', '', 'F', '' FROM sources_publisher",
        "name_any_case",
    ),
    "an unknown kind of origin": (
        "INSERT INTO sources_origin (name, kind, note) VALUES ('Wire', 'rumour', '')",
        "kind_is_known",
    ),
    "a publication interval without a day": (
        "UPDATE sources_document SET published = 'empty'",
        "published_is_not_empty",
    ),
    "an unknown basis of the date": (
        "UPDATE sources_document SET published_basis = 'guessed'",
        "basis_is_known",
    ),
    "an unknown basis of the text": (
        "UPDATE sources_document SET text_basis = 'memory'",
        "text_basis_is_known",
    ),
    "a language that is no tag": ("UPDATE sources_document SET language = 'en US'", "is_a_tag"),
    "a document without a title": ("UPDATE sources_document SET title = ''", "has_a_title"),
    "a copy of itself": (
        "INSERT INTO sources_documentcopy (a_id, b_id, containment) "
        "SELECT id, id, 0.9 FROM sources_document",
        "copy_ordered",
    ),
    "a lost passage without a reason": (
        "INSERT INTO sources_anchoring (passage_id, snapshot_id, outcome, reason) "
        "SELECT id, snapshot_id, 'lost', '' FROM sources_passage",
        "says_why",
    ),
    "a kept passage that was not found": (
        "INSERT INTO sources_anchoring (passage_id, snapshot_id, outcome, reason) "
        "SELECT id, snapshot_id, 'kept', '' FROM sources_passage",
        "found_unless_lost",
    ),
    "an outcome that does not exist": (
        "INSERT INTO sources_anchoring (passage_id, snapshot_id, outcome, found_id, reason) "
        "SELECT id, snapshot_id, 'fine', id, '' FROM sources_passage",
        "found_unless_lost",
    ),
    "half a proposal": (
        "INSERT INTO sources_anchoring (passage_id, snapshot_id, outcome, reason, proposal_start) "
        "SELECT id, snapshot_id, 'lost', 'r', 5 FROM sources_passage",
        "proposal_is_a_span",
    ),
}


@pytest.mark.parametrize(("sql", "constraint"), BAD_ROWS.values(), ids=BAD_ROWS.keys())
def test_a_row_that_makes_no_sense_is_refused(passage, sql, constraint):
    refused(sql, match=constraint)


@pytest.mark.parametrize("containment", ["0.7999", "1.0001"])
def test_a_copy_contains_from_eight_tenths_to_all(containment):
    a = ingested(TEXT).document
    b = ingested("An altogether different text.", "other.txt").document
    refused(
        "INSERT INTO sources_documentcopy (a_id, b_id, containment) VALUES (%s, %s, %s)",
        [*sorted([a.pk, b.pk]), containment],
        match="copy_contained",
    )


def test_two_documents_cannot_have_one_address_but_both_may_have_none():
    ingested(TEXT, url="https://example.org/a")
    ingested("One more text, without an address.", "b.txt")
    ingested("Another text, without an address.", "c.txt")
    refused(
        "UPDATE sources_document SET url = 'https://example.org/a' WHERE url = ''",
        match="url_once",
    )


def test_what_is_quoted_protects_what_it_quotes(passage):
    assert not Anchoring.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM sources_document")
        connection.check_constraints()
