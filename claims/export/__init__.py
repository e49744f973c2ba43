"""The public record in bulk: any size, in constant memory (docs/formats.md).

datasets  what can be had, and the SQL of its rows
bound     up to where in the record an answer goes
streams   the rows as NDJSON and CSV, made by PostgreSQL and passed on
columnar  the rows as Parquet
"""

from .bound import Bound
from .columnar import parquet
from .datasets import DATASETS, Dataset
from .streams import csv, ndjson

FORMATS = {"ndjson": ndjson, "csv": csv, "parquet": parquet}
"""Each makes the bytes of a dataset, in pieces, up to a bound."""

__all__ = ["DATASETS", "FORMATS", "Bound", "Dataset"]
