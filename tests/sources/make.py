"""Rows for the tests of sources, made through the verbs."""

from datetime import UTC, datetime

from sources.ingest import IngestResult, ingest_file
from sources.metadata import read_metadata
from sources.models import Passage, Publisher
from sources.passages import quote_passage

NOW = datetime(2024, 2, 1, 12, tzinfo=UTC)


def ingested(text: str | bytes, name: str = "note.txt", *, update=False, **said) -> IngestResult:
    """What ingesting this text gives; ``said`` is its metadata."""
    data = text.encode() if isinstance(text, str) else text
    return ingest_file(
        data=data, name=name, metadata=read_metadata(said), retrieved_at=NOW, update=update
    )


def quoted(text: str, exact: str, name: str = "note.txt", **said) -> Passage:
    """A passage of a new document with this text."""
    result = ingested(text, name, **said)
    return quote_passage(snapshot=result.snapshot, exact=exact)


def publisher(name: str = "Valley Gazette", reliability: str = "F", reason: str = "") -> Publisher:
    return Publisher.objects.create(name=name, reliability=reliability, reliability_reason=reason)


# Prose of our own, long enough to have telling shingles.
PROSE = (
    "The river commission counted the boats on the upper lake three times that summer and wrote "
    "each count on a slate by the gate. Forty boats carried timber, twelve carried salt, and the "
    "rest waited for a buyer who never came down from the hills. When the slate was full the clerk "
    "copied it into a green book, wiped it clean with his sleeve and began again, for nobody had "
    "told him to stop and the lake was not yet frozen."
)
