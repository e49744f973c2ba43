"""NDJSON and CSV: PostgreSQL makes the bytes, and they are passed on as they come.

COPY … TO STDOUT of one statement: one snapshot of the database, and neither side holds more than a
piece of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connections

from claims.formats.cells import GUARDED
from factcheck.replicas.route import reading_from

from .bound import Bound
from .columns import DAY, MOMENT, TEXT, Column
from .datasets import Dataset

PIECE = 1 << 16
"""Bytes, at least, of each piece but the last."""

# JSON has no character below U+0020 in it: with these two nothing is quoted, so every row is
# passed on as it is. COPY's text format would double each backslash.
_AS_IT_IS = r"(FORMAT csv, DELIMITER E'\x02', QUOTE E'\x01')"


def ndjson(dataset: Dataset, bound: Bound) -> Iterator[bytes]:
    """One JSON object a line, in UTF-8."""
    rows = dataset.rows(of_figure=bound.figure is not None)
    return _copied(f"COPY (SELECT {dataset.line} {rows}) TO STDOUT {_AS_IT_IS}", bound)


def csv(dataset: Dataset, bound: Bound) -> Iterator[bytes]:
    """RFC 4180 in UTF-8 with a line of names; no text starts a formula (`claims.formats.cells`).

    Nothing between two commas is null, "" is an empty text.
    """
    cells = ", ".join(f'{_cell(column)} AS "{column.name}"' for column in dataset.columns)
    rows = dataset.rows(of_figure=bound.figure is not None)
    return _copied(f"COPY (SELECT {cells} {rows}) TO STDOUT (FORMAT csv, HEADER)", bound)


def _cell(column: Column) -> str:
    if column.kind == MOMENT:
        return f"to_char({column.sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
    if column.kind == DAY:
        return f"to_char({column.sql}::timestamp, 'YYYY-MM-DD')"
    if column.kind == TEXT:
        pattern = GUARDED.replace("'", "''")
        return f"regexp_replace({column.sql}, '^(?={pattern[1:]})', '''')"
    return f"({column.sql})::text"


def _copied(statement: str, bound: Bound) -> Iterator[bytes]:
    piece = bytearray()
    connection = connections[reading_from()]
    # By psycopg's own cursor: the one around it with DEBUG on takes a COPY without parameters only.
    with connection.cursor() as around, around.cursor.copy(statement, bound.parameters) as rows:
        for row in rows:
            piece += row
            if len(piece) >= PIECE:
                yield bytes(piece)
                piece.clear()
    if piece:
        yield bytes(piece)
