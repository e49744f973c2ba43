"""manage.py ingest PATH…: take documents in."""

import sys
from collections import Counter
from pathlib import Path

from django.core.management.base import CommandError
from django.db import DatabaseError
from tqdm import tqdm

from factcheck.history.command import RecordedCommand
from sources.extract import READERS, Reason
from sources.ingest import (
    SIDECAR_ENDINGS,
    IngestResult,
    derived_key,
    ingest_file,
    sidecar_path,
)
from sources.metadata import Metadata, MetadataError, read_metadata

# Flags that say something about the documents, and what is said about each.
_FLAGS = {
    "key": "our stable name for the document (one file only)",
    "title": "its title (one file only)",
    "url": "its web address (one file only)",
    "publisher": "who published it",
    "publisher-country": "ISO 3166-1 alpha-2, such as US",
    "publisher-homepage": "the publisher's web address",
    "published": "publication date: 2020-07-15, 2020-07, 2020 or two of them as A/B",
    "published-basis": "stated, relative or inferred",
    "language": "BCP 47, such as en",
    "text-basis": "original, excerpt or digest",
    "encoding": "what a text file is written in, where that cannot be told from it",
}
_LISTS = {
    "author": ("authors", "an author; may be given again"),
    "origin": ("origins", "a named upstream, such as a news agency; may be given again"),
    "publisher-alias": ("publisher_aliases", "another name of the publisher; may be given again"),
}
_RELIABILITY = {
    "reliability": ("publisher_reliability", "the publisher's, A to F"),
    "reliability-reason": ("publisher_reliability_reason", "why; required for all but F"),
}
_OF_ONE_FILE = ("key", "title", "url")


class Command(RecordedCommand):
    help = (
        "Take in documents (txt, html, pdf, docx): files, or folders with all that is in them. "
        "What is known about NAME.txt stands in NAME.yaml beside it, or in flags, which go "
        "before it. Running it again changes nothing; a changed text becomes a new version. "
        "The exit code is 1 if any file was refused."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument(
            "--update",
            action="store_true",
            help="let sidecars and flags overwrite what the database says of a document",
        )
        about = parser.add_argument_group("about the documents")
        for flag, meaning in _FLAGS.items():
            about.add_argument(f"--{flag}", help=meaning)
        for flag, (field, meaning) in _LISTS.items():
            about.add_argument(f"--{flag}", dest=field, action="append", help=meaning)
        for flag, (field, meaning) in _RELIABILITY.items():
            about.add_argument(f"--{flag}", dest=field, help=meaning)

    def handle(self, *args, paths: list[Path], update: bool, **options):
        files = _files(paths)
        said = _flags(options, len(files))
        refused = _clashes(files, said)
        results: list[tuple[Path, IngestResult]] = []
        # On standard error, and only where someone watches.
        for path in tqdm(files, desc="ingest", unit="file", disable=None, leave=False):
            result = refused.get(path) or _ingest(path, said, update)
            results.append((path, result))
        self._report(results)
        if not results:
            raise CommandError("there is no file in what was given")
        if any(result.outcome == "refused" for _, result in results):
            sys.exit(1)

    def _report(self, results: list[tuple[Path, IngestResult]]) -> None:
        for path, result in results:
            self.stdout.write(f"{result.outcome:<12} {path}{_remark(result)}")
            for note in result.notes:
                self.stdout.write(f"{'':<12}   {note}")
        counts = Counter(result.outcome for _, result in results)
        self.stdout.write(
            f"{counts['new']} new, {counts['unchanged']} unchanged, "
            f"{counts['new-version']} new version, {counts['refused']} refused"
        )
        for reason, count in Counter(
            str(result.reason) for _, result in results if result.outcome == "refused"
        ).most_common():
            self.stdout.write(f"  refused as {reason}: {count}")


def _ingest(path: Path, said: Metadata, update: bool) -> IngestResult:
    try:
        return ingest_file(path=path, metadata=said, update=update)
    except DatabaseError as error:  # this file is rolled back; the others go on
        message = " ".join(str(error).split())
        return IngestResult(path.name, "refused", reason="database", detail=message)


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and those in the folders named but for hidden ones and sidecars."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(
                found
                for found in path.rglob("*")
                if found.is_file()
                and found.suffix.lower() not in SIDECAR_ENDINGS
                and not any(part.startswith(".") for part in found.relative_to(path).parts)
            )
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def _flags(options: dict, files: int) -> Metadata:
    names = [flag.replace("-", "_") for flag in _FLAGS]
    names += [field for field, _ in (*_LISTS.values(), *_RELIABILITY.values())]
    given = {name: options[name] for name in names if options[name] is not None}
    for name in _OF_ONE_FILE:
        if name in given and files != 1:
            raise CommandError(f"--{name} is of one document, and there are {files} files")
    try:
        return read_metadata(given)
    except MetadataError as error:
        raise CommandError(f"in the flags: {error}") from error


def _clashes(files: list[Path], said: Metadata) -> dict[Path, IngestResult]:
    """Files that would become versions of one document only because of their names."""
    takers: dict[str, list[Path]] = {}
    for path in files:
        if said.key or path.suffix.lower() not in READERS:
            continue
        sidecar = sidecar_path(path)
        claimed = f"the sidecar {sidecar}" if sidecar else f"the key {derived_key(path.name)}"
        takers.setdefault(claimed, []).append(path)
    return {
        path: IngestResult(
            path.name,
            "refused",
            reason=Reason.METADATA,
            detail=f"{claimed} is also that of {next(p for p in paths if p != path)}: "
            "give each a sidecar with a key of its own",
        )
        for claimed, paths in takers.items()
        if len(paths) > 1
        for path in paths
    }


def _remark(result: IngestResult) -> str:
    if result.outcome == "refused":
        return f": {result.reason}: {result.detail}"
    if result.outcome == "new" and result.snapshot.encoding not in ("", "utf-8"):
        return f" (read as {result.snapshot.encoding})"
    if result.anchorings:
        outcomes = Counter(row.outcome for row in result.anchorings)
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items()))
        return f" (passages: {told})"
    return ""
