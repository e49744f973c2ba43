"""Parquet: rows from a server-side cursor, written and passed on a row group at a time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

import pyarrow as pa
from django.db import connections, transaction
from pyarrow import parquet as pq

from factcheck.replicas.route import reading_from

from .bound import Bound
from .columns import DAY, FLAG, INTEGER, MOMENT, NUMBER, TEXT
from .datasets import Dataset

ROWS_IN_GROUP = 5_000
"""Rows that are in memory at a time."""

_TYPES = {
    TEXT: pa.string(),
    NUMBER: pa.float64(),
    INTEGER: pa.int64(),
    DAY: pa.date32(),
    MOMENT: pa.timestamp("us", tz="UTC"),
    FLAG: pa.bool_(),
}


def parquet(dataset: Dataset, bound: Bound) -> Iterator[bytes]:
    """The same rows and columns as in CSV, typed; text is as it is.

    Numbers are 64-bit floats, which hold 15 digits for certain: NDJSON and CSV have them all.
    The same rows give the same bytes.
    """
    schema = pa.schema([(column.name, _TYPES[column.kind]) for column in dataset.columns])
    readers = [_float if column.kind == NUMBER else _as_is for column in dataset.columns]
    pipe = _Pipe()
    with pq.ParquetWriter(pipe, schema, compression="zstd") as writer:
        for rows in _batches(dataset, bound):
            writer.write_batch(_batch(rows, readers, schema), row_group_size=ROWS_IN_GROUP)
            yield pipe.taken()
    yield pipe.taken()


def _batches(dataset: Dataset, bound: Bound) -> Iterator[list[Sequence[Any]]]:
    cells = ", ".join(f'{column.sql} AS "{column.name}"' for column in dataset.columns)
    statement = f"SELECT {cells} {dataset.rows(of_figure=bound.figure is not None)}"
    # In a transaction, or PostgreSQL would have to keep all of the result for the cursor.
    alias = reading_from()
    with transaction.atomic(using=alias), connections[alias].chunked_cursor() as cursor:
        cursor.itersize = ROWS_IN_GROUP
        cursor.execute(statement, bound.parameters)
        rows = iter(cursor)
        while batch := list(islice(rows, ROWS_IN_GROUP)):
            yield batch


def _batch(
    rows: list[Sequence[Any]], readers: list[Callable[[Any], Any]], schema: pa.Schema
) -> pa.RecordBatch:
    columns = zip(zip(*rows, strict=True), readers, schema, strict=True)
    return pa.record_batch(
        [
            pa.array([read(value) for value in values], field.type)
            for values, read, field in columns
        ],
        schema=schema,
    )


def _as_is(value: Any) -> Any:
    return value


def _float(value: Any) -> float | None:
    return None if value is None else float(value)


class _Pipe(io.RawIOBase):
    """What is written into it is taken out once, and then forgotten."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._written = 0

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self._held += data
        self._written += len(data)
        return len(data)

    def tell(self) -> int:
        return self._written

    def taken(self) -> bytes:
        held = bytes(self._held)
        self._held.clear()
        return held
