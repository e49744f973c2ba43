"""The verb that takes a file in: bytes → document, snapshot, re-anchored passages, copies."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Literal

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.text import slugify

from .changes import SourceChange, announce
from .copies import find_copies
from .describe import describe_again, describe_new
from .extract import Extracted, Reason, Refused, check_size, extract
from .metadata import Metadata, MetadataError, overlaid, read_metadata, read_sidecar
from .models import Anchoring, Document, Snapshot
from .reanchor import reanchor_passages
from .shingles import shingles, sketch

SIDECAR_ENDINGS = (".yaml", ".yml")
DERIVED_TITLE_CHARACTERS = 200
# One ingest at a time writes: two new copies of one text must see each other.
_LOCK = 0x50_41_53_53_41_47_45


@dataclass(frozen=True)
class IngestResult:
    """What became of one file.

    ``reason`` names why a file was refused (see extract.Reason) and ``detail`` says it in a
    sentence; ``notes`` tells what a person should know although the file was taken.
    """

    name: str
    outcome: Literal["new", "unchanged", "new-version", "refused"]
    document: Document | None = None
    snapshot: Snapshot | None = None
    reason: str = ""
    detail: str = ""
    anchorings: list[Anchoring] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def ingest_file(
    *,
    path: Path | None = None,
    data: bytes | None = None,
    name: str = "",
    metadata: Metadata | None = None,
    retrieved_at: datetime | None = None,
    update: bool = False,
) -> IngestResult:
    """Take in one file: all of it or, refused, nothing of it.

    Give ``path``, or ``data`` and ``name`` (whose ending tells the kind of file). ``metadata``
    is laid over the sidecar's beside ``path``. A text that the document has already is not
    stored again; another text becomes the document's latest snapshot, and its old passages are
    anchored in it. ``update`` lets the metadata overwrite what the database has.
    """
    name = name or (path.name if path else "")
    try:
        if data is None:
            data = _read(path)
        said = overlaid(sidecar_metadata(path) if path else Metadata(), metadata or Metadata())
        with transaction.atomic():
            return _ingest(data, name, said, retrieved_at or timezone.now(), update)
    except Refused as refused:
        return IngestResult(name, "refused", reason=refused.reason, detail=refused.detail)
    except MetadataError as error:
        return IngestResult(name, "refused", reason=Reason.METADATA, detail=str(error))
    except ValidationError as error:
        return IngestResult(name, "refused", reason=Reason.METADATA, detail=_sentence(error))


def sidecar_path(path: Path) -> Path | None:
    """The YAML file of the same name beside ``path``, if there is one."""
    found = [path.with_suffix(ending) for ending in SIDECAR_ENDINGS]
    return next((sidecar for sidecar in found if sidecar.is_file()), None)


def sidecar_metadata(path: Path) -> Metadata:
    """What the sidecar says; nothing when there is none. Raises MetadataError or Refused."""
    sidecar = sidecar_path(path)
    if sidecar is None:
        return Metadata()
    try:
        return read_sidecar(_read(sidecar))
    except MetadataError as error:
        raise MetadataError(
            {f"{sidecar.name}: {field}": why for field, why in error.problems.items()}
        ) from error


def derived_key(name: str, data: bytes = b"") -> str:
    """The key of a file for which none was given, from its name."""
    return slugify(PurePath(name).stem)[:120] or f"document-{sha256(data).hexdigest()[:16]}"


def derived_title(extracted: Extracted) -> str:
    """The title of a file for which none was given: its own, or its first line."""
    return _own_metadata(extracted).title or _first_line(extracted.text)


def _read(path: Path) -> bytes:
    try:
        check_size(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise Refused(Reason.UNREADABLE, f"{path.name}: {error.strerror or error}") from error


def _ingest(
    data: bytes, name: str, said: Metadata, retrieved_at: datetime, update: bool
) -> IngestResult:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    key = said.key or derived_key(name, data)
    extracted = extract(data, name=name, encoding=said.encoding)
    digest = sha256(extracted.text.encode()).hexdigest()
    notes: list[str] = []
    document = Document.objects.select_related("publisher", "latest").filter(key=key).first()
    if document is None:
        title = said.title or derived_title(extracted)
        said = overlaid(_own_metadata(extracted), said)
        document = describe_new(key=key, title=title, said=said, notes=notes)
        outcome = "new"
    else:
        old_title = _first_line(document.latest.text) if document.latest else ""
        describe_again(
            document=document, said=said, derived_title=old_title, update=update, notes=notes
        )
        same = document.latest is not None and document.latest.sha256 == digest
        outcome = "unchanged" if same else "new-version"
    if outcome == "unchanged":
        return IngestResult(name, outcome, document, document.latest, notes=notes)

    snapshot = document.snapshots.filter(sha256=digest).first()
    if snapshot:
        notes.append(f"the text is again that of {snapshot.retrieved_at:%Y-%m-%d}")
    else:
        snapshot = _store(document, extracted, digest, data, retrieved_at)
    document.latest = snapshot
    document.save(update_fields=["latest", "updated"])
    anchorings = reanchor_passages(document=document)
    copied = find_copies(document=document)
    for other in Document.objects.copies_of(document):
        notes.append(f"nearly the same text as {other.key}: they count as one origin")
    announce(
        SourceChange(
            documents=copied | {document.pk},
            passages=frozenset(row.passage_id for row in anchorings),
        )
    )
    return IngestResult(name, outcome, document, snapshot, anchorings=anchorings, notes=notes)


def _store(
    document: Document, extracted: Extracted, digest: str, data: bytes, retrieved_at: datetime
) -> Snapshot:
    return Snapshot.objects.create(
        document=document,
        text=extracted.text,
        sha256=digest,
        media_type=extracted.media_type,
        encoding=extracted.encoding,
        original=data,
        original_sha256=sha256(data).hexdigest(),
        retrieved_at=retrieved_at,
        extractor=extracted.extractor,
        extractor_version=extracted.version,
        sketch=sketch(shingles(extracted.text)),
    )


def _own_metadata(extracted: Extracted) -> Metadata:
    """What the file says of itself, as far as it is well-formed and not taken."""
    own = dict(extracted.metadata)
    if Document.objects.filter(url=own.get("url", "")).exists():
        own.pop("url", None)
    kept = {}
    for name, value in own.items():
        try:
            kept[name] = getattr(read_metadata({name: value}), name)
        except MetadataError:
            continue  # a file's own remark is a convenience, no reason to refuse the file
    return Metadata(**kept)


def _first_line(text: str) -> str:
    """The text's first line that has words, cut at a word."""
    line = " ".join(next(line for line in text.splitlines() if line.strip()).split())
    if len(line) <= DERIVED_TITLE_CHARACTERS:
        return line
    return line[:DERIVED_TITLE_CHARACTERS].rsplit(" ", 1)[0] + "…"


def _sentence(error: ValidationError) -> str:
    if not hasattr(error, "message_dict"):
        return " ".join(error.messages)
    return "; ".join(f"{name}: {' '.join(why)}" for name, why in error.message_dict.items())
