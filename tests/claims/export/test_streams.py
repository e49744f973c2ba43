"""Every dataset in every format says the same, which is what the ledger says."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import TestCase as DjangoTestCase
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pyarrow import parquet as pq

from claims.export import DATASETS, FORMATS, Bound
from claims.export.columns import DAY, FLAG, INTEGER, MOMENT, NUMBER, TEXT, Column
from claims.export.streams import _cell
from claims.formats.cells import guarded, unguarded
from claims.ledger import chain_hash, content_hash
from claims.models import Verdict
from tests.claims import make
from tests.claims.ledger import plain
from tests.claims.ledger.rows import NOON, people, verdict
from tests.claims.ledger.test_changes import change_status
from tests.factcheck.api.asking import ask

HOUR = timedelta(hours=1)


def record() -> None:
    """Two figures: one corrected and then withdrawn, one with a text that is hard to write."""
    signed = people()
    troops, losses = make.figure(), make.figure("losses", measure="losses")
    one = make.claim(key="one", figure=troops)
    make.evidence(one, quoting=make.passage(make.document('=A "quoted", text;\nwith \\ and \x02')))
    change_status(one)  # before the first verdict: not among the changes
    commit()
    first = verdict(one, signed=signed)
    first.save()
    change_status(one)
    second = verdict(
        one,
        signed=signed,
        kind="correction",
        supersedes=first,
        wording="-5",
        low="-5.25",
        best="-5",
        high="1e20",
        at=NOON + HOUR,
    )
    second.save()
    two = verdict(
        make.claim(key="two", figure=troops),
        signed=signed,
        statement="=1+1\t\\N \\. “π” \x01",
        reason="'=so",
        rating="refuted",
        at=NOON + 2 * HOUR,
    )
    two.save()
    gone = verdict(make.claim(key="gone", figure=losses), signed=signed, at=NOON + 3 * HOUR)
    gone.save()
    verdict(
        gone.claim, signed=signed, kind="withdrawal", supersedes=gone, at=NOON + 4 * HOUR
    ).save()
    verdict(
        make.claim(figure=None), signed=signed, low=None, best=None, high=None, at=NOON + 4 * HOUR
    ).save()
    commit()


def commit() -> None:
    """What PostgreSQL does at commit, within the test's own transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def made(dataset: str, format: str, bound: Bound) -> bytes:
    return b"".join(FORMATS[format](DATASETS[dataset], bound))


def lines(dataset: str, bound: Bound) -> list[dict]:
    return [json.loads(line) for line in made(dataset, "ndjson", bound).splitlines()]


MOMENTS = [None, *(NOON + hours * HOUR for hours in (-1, 0, 1, 2, 3, 4))]


class TestRecord(DjangoTestCase):
    """One record for all; nothing here writes."""

    @classmethod
    def setUpTestData(cls):
        record()
        cls.ledger = list(Verdict.objects.order_by("number").values_list("content", flat=True))

    def test_the_ledger_as_lines_is_the_ledger_with_its_chain(self):
        previous = "0" * 64
        rows = lines("verdicts", Bound.now())
        assert [row["content"] for row in rows] == self.ledger
        for row in rows:
            assert row["content_hash"] == content_hash(row["content"])
            previous = chain_hash(previous, row["content_hash"])
            assert row["hash"] == previous

    def test_a_developer_who_looks_at_every_query_has_it_too(self):
        connection.force_debug_cursor = True
        try:
            assert len(lines("verdicts", Bound.now())) == Verdict.objects.count()
        finally:
            connection.force_debug_cursor = False

    def test_claims_and_figures_as_known_at_any_moment(self):
        for moment in MOMENTS:
            bound = Bound.now(known_at=moment)
            known = sorted(plain.known(self.ledger, moment), key=lambda row: row["number"])
            assert lines("claims", bound) == known
            seen = {row["figure"] for row in self.ledger if row["figure"]} & {
                row["content"]["figure"] for row in lines("verdicts", bound)
            }
            assert {row["figure"]: row["verdict"] for row in lines("figures", bound)} == {
                slug: plain.value_of(self.ledger, slug, as_of=None, known_at=moment)
                for slug in seen
            }

    def test_what_came_after_the_bound_is_not_there(self):
        early = Bound.now()
        last = Verdict.objects.get(claim__key="two")
        signed = {"submitted_by": last.submitted_by, "approved_by": last.approved_by}
        before = {name: lines(name, early) for name in DATASETS}
        verdict(last.claim, signed=signed, supersedes=last, at=NOON + 9 * HOUR).save()
        commit()
        assert {name: lines(name, early) for name in DATASETS} == before
        later = lines("changes", Bound.now())
        assert len(later) == len(before["changes"]) + 1
        follow = ask("changes/", page_size=1000)["results"]
        assert later == follow

    def test_csv_and_parquet_have_the_same_rows(self):
        for name, dataset in DATASETS.items():
            told = csv.DictReader(io.StringIO(made(name, "csv", Bound.now()).decode(), newline=""))
            typed = pq.read_table(io.BytesIO(made(name, "parquet", Bound.now()))).to_pylist()
            kinds = {column.name: column.kind for column in dataset.columns}
            read = [{key: READ[kinds[key]](cell) for key, cell in row.items()} for row in told]
            empty = [
                {
                    key: "" if kinds[key] == TEXT and cell is None else cell
                    for key, cell in r.items()
                }
                for r in typed
            ]
            assert read == empty, name
            assert len(read) == len(lines(name, Bound.now()))

    def test_a_number_stays_a_number_and_a_text_starts_no_formula(self):
        told = list(csv.DictReader(io.StringIO(made("verdicts", "csv", Bound.now()).decode())))
        assert (told[1]["low"], told[1]["wording"]) == ("-5.25", "'-5")
        assert told[1]["high"] == "100000000000000000000"
        assert told[2]["statement"].startswith("'=1+1")
        assert told[2]["reason"] == "''=so"

    def test_of_one_figure_alone(self):
        bound = Bound.now().of_figure("losses")
        assert {name: len(lines(name, bound)) for name in DATASETS} == {
            "verdicts": 2,
            "claims": 0,
            "evidence": 0,
            "figures": 1,
            "changes": 2,
        }


READ = {
    TEXT: unguarded,
    NUMBER: lambda cell: float(cell) if cell else None,
    INTEGER: lambda cell: int(cell) if cell else None,
    DAY: lambda cell: date.fromisoformat(cell) if cell else None,
    MOMENT: lambda cell: datetime.fromisoformat(cell) if cell else None,
    FLAG: lambda cell: {"true": True, "false": False, "": None}[cell],
}


class TestCells(TestCase):
    @given(st.lists(st.text(st.characters(exclude_characters="\0", codec="utf-8"))))
    @settings(max_examples=50)
    def test_postgresql_guards_a_cell_as_python_does(self, texts):
        with connection.cursor() as cursor:
            cell = _cell(Column("x", TEXT, "x"))
            cursor.execute(
                f"SELECT {cell} FROM unnest(%s::text[]) WITH ORDINALITY AS t(x, n) ORDER BY n",
                [[*texts, "'=1", "＋1", "\r=", "-", "'tis"]],
            )
            found = [row[0] for row in cursor]
        assert found == [guarded(text) for text in [*texts, "'=1", "＋1", "\r=", "-", "'tis"]]


@pytest.mark.django_db
def test_a_stream_comes_in_pieces_and_may_be_left(monkeypatch):
    monkeypatch.setattr("claims.export.streams.PIECE", 100)
    monkeypatch.setattr("claims.export.columnar.ROWS_IN_GROUP", 2)
    record()
    for format, make_pieces in FORMATS.items():
        pieces = make_pieces(DATASETS["verdicts"], Bound.now())
        next(pieces)
        pieces.close()  # the reader went away
        assert len(list(make_pieces(DATASETS["verdicts"], Bound.now()))) > 2, format
    assert Verdict.objects.count() == 6  # the connection is as good as before
