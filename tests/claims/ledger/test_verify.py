"""Tampering of every kind, with triggers and keys off as only the database's owner can: it is
found, at the row where it begins."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from claims.ledger import chain_hash, content_hash, head
from claims.ledger.verify import verify
from claims.models import Verdict
from tests.claims import make
from tests.claims.people import person

from .rows import ledger, verdict

pytestmark = pytest.mark.django_db

ROWS = 5
BAD = 3
"""The row that is tampered with, in the middle."""


@pytest.fixture
def rows() -> list[Verdict]:
    """A ledger of five rows, the third a correction, without triggers and foreign keys."""
    rows = ledger(BAD - 1)
    signed = {name: getattr(rows[0], name) for name in ("submitted_by", "approved_by")}
    verdict(rows[0].claim, signed=signed, kind="correction", supersedes=rows[0]).save()
    for _ in range(ROWS - BAD):
        verdict(make.claim(figure=rows[0].figure), signed=signed).save()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("claims_verdict", "claims_change", "claims_signatory"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        cursor.execute(
            "SELECT conrelid::regclass, conname FROM pg_constraint"
            " WHERE contype = 'f' AND confrelid = 'claims_verdict'::regclass"
        )
        for table, name in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    return list(Verdict.objects.order_by("number"))


ALTERED = {
    "kind": "'verdict'",
    "nature": "'flow'",
    "statement": "statement || '.'",
    "wording": "'about 5000'",
    "hedge": "'exactly'",
    "low": "low + 0.0001",
    "best": "NULL",
    "high": "high - 1",
    "low_closed": "NOT low_closed",
    "high_closed": "NOT high_closed",
    "unit": "'soldiers'",
    "period": "daterange('2020-07-01', '2020-08-02')",
    "period_mode": "'within'",
    "period_basis": "'inferred'",
    "modality": "'plan'",
    "rating": "'refuted'",
    "computed": "'refuted'",
    "fingerprint": "repeat('e', 64)",
    "reason": "'Otherwise.'",
    "at": "at + interval '1 microsecond'",
    "number": "99",
    "content_hash": "repeat('e', 64)",
    "previous_hash": "repeat('e', 64)",
    "hash": "repeat('e', 64)",
    "content": "jsonb_set(content, '{evidence}', '[{}]')",
    "content ": "jsonb_set(content, '{format}', '1.0')",
    "content  ": "content || '{\"more\": 0.5}'",
    "content   ": "'[]'",
    "claim_id": "(SELECT max(id) FROM claims_claim)",
    "figure_id": "NULL",
    "supersedes_id": "(SELECT id FROM claims_verdict WHERE number = 2)",
    "submitted_by_id": "(SELECT max(id) FROM auth_user)",
    "approved_by_id": "(SELECT max(id) FROM auth_user)",
    "id": "id + 1000",
}
"""Each column of a verdict, and another value for it that its constraints allow."""


def test_every_column_is_among_those_tried():
    columns = {f.column for f in Verdict._meta.concrete_fields} - {"valid_from", "valid_to"}
    assert columns == {column.strip() for column in ALTERED}  # those two are generated


@pytest.mark.parametrize("column", ALTERED)
def test_an_altered_column_is_found(rows, column):
    assert verify().bad is None
    person(None)
    execute(f"UPDATE claims_verdict SET {column} = {ALTERED[column]} WHERE number = {BAD}")
    found = verify()
    assert (found.bad, found.head.number, found.rows) == (BAD, BAD - 1, BAD)
    assert found.problems


def remove(*numbers: int) -> None:
    for number in numbers:
        execute(
            "DELETE FROM claims_change WHERE verdict_id ="
            f" (SELECT id FROM claims_verdict WHERE number = {number})"
        )
        execute(f"DELETE FROM claims_verdict WHERE number = {number}")


def remove_and_close_the_gap() -> None:
    remove(4)
    execute("UPDATE claims_verdict SET number = 4 WHERE number = 5")


def swap() -> None:
    for a, b in ((3, 99), (4, 3), (99, 4)):
        execute(f"UPDATE claims_verdict SET number = {b} WHERE number = {a}")


def insert() -> None:
    execute("UPDATE claims_verdict SET number = number + 10 WHERE number >= 3")
    execute("UPDATE claims_verdict SET number = number - 9 WHERE number > 10")
    again("number, claim_id", "3, (SELECT max(id) FROM claims_claim)")


def append() -> None:
    again("number, claim_id", "6, (SELECT max(id) FROM claims_claim)")


def again(names: str, values: str) -> None:
    """Row 2 once more, with other values in these columns."""
    kept = ", ".join(
        f.column
        for f in Verdict._meta.concrete_fields
        if f.column not in {"id", "valid_from", "valid_to", *names.split(", ")}
    )
    execute("DROP INDEX IF EXISTS verdict_one_first")
    execute(
        f"INSERT INTO claims_verdict ({names}, {kept})"
        f" SELECT {values}, {kept} FROM claims_verdict WHERE number = 2"
    )


TAMPERINGS = {
    "removed from the middle": (lambda: remove(3), 3, "row 3 is missing: the next is row 4"),
    "removed at the start": (lambda: remove(1), 1, "row 1 is missing"),
    "removed, and the gap closed": (remove_and_close_the_gap, 4, "number: its columns say 4"),
    "reordered": (swap, 3, "number: its columns say 3, its content 4"),
    "inserted": (insert, 3, "number: its columns say 3, its content 2"),
    "appended": (append, 6, "it does not follow from row 5"),
    "removed at the end": (
        lambda: execute("DELETE FROM claims_verdict WHERE number = 5"),
        5,
        "1 rows after row 4 were removed",
    ),
    "its places removed": (
        lambda: execute("DELETE FROM claims_change WHERE position = 2"),
        2,
        "it has no place in the order of changes",
    ),
    "its signatory renamed": (
        lambda: execute("UPDATE claims_signatory SET reference = gen_random_uuid()"),
        1,
        "approved_by: its columns say",
    ),
}


@pytest.mark.parametrize(("tamper", "bad", "complaint"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_found_where_it_begins(rows, tamper, bad, complaint):
    tamper()
    found = verify()
    assert found.bad == bad
    assert any(complaint in problem for problem in found.problems), found.problems


def test_a_row_hashed_anew_breaks_the_row_after_it(rows):
    forged = rows[BAD - 1]
    content = forged.content | {"explanation": "Otherwise."}
    hashed = content_hash(content)
    Verdict.objects.filter(pk=forged.pk).update(
        content=content, content_hash=hashed, hash=chain_hash(forged.previous_hash, hashed)
    )
    found = verify()
    assert (found.bad, len(found.problems)) == (BAD + 1, 1)
    assert f"it does not follow from row {BAD}" in found.problems[0]


class TestNotedHead:
    """What leaves no trace in the ledger itself is found by a head that was noted elsewhere."""

    def test_an_end_that_was_cut_off_with_every_trace(self, rows):
        noted = head().hash
        remove(ROWS)
        assert verify().bad is None
        found = verify(noted_head=noted)
        assert (found.bad, found.head.number) == (ROWS, ROWS - 1)
        assert noted in found.problems[0]

    def test_every_head_there_ever_was_is_known(self, rows):
        for noted in [None, "0" * 64, *(row.hash for row in rows)]:
            assert verify(noted_head=noted).bad is None


class TestCommand:
    def test_tells_that_the_ledger_is_whole(self):
        ledger(2)
        out = StringIO()
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
        call_command("verify_ledger", stdout=out, stderr=StringIO())
        assert out.getvalue() == f"The ledger is whole: 2 rows, the head is {head().hash}.\n"

    def test_names_the_first_bad_row_and_fails(self, rows):
        execute(f"UPDATE claims_verdict SET rating = 'refuted' WHERE number >= {BAD}")
        for arguments in ([], ["--json"]):
            out = StringIO()
            with pytest.raises(SystemExit) as stopped:
                call_command("verify_ledger", *arguments, stdout=out, stderr=StringIO())
            assert stopped.value.code == 1
            if not arguments:
                assert out.getvalue().startswith(f"The ledger goes wrong at row {BAD}:\n  rating:")
        told = json.loads(out.getvalue())
        assert (told["whole"], told["bad"], told["head"]["number"]) == (False, BAD, BAD - 1)
        assert told["head"]["hash"] == rows[BAD - 2].hash

    def test_refuses_what_is_no_hash(self):
        with pytest.raises(CommandError, match="64 hexadecimal digits"):
            call_command("verify_ledger", head="abc")


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
