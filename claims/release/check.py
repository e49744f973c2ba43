"""Whether a release is what its manifest says, and the ledger in it whole. No database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from claims.ledger import GENESIS, chain_hash, content_hash

from . import ReleaseError
from .folder import read_manifest
from .manifest import NAME, Manifest

LEDGER = "verdicts.ndjson"
PIECE = 1 << 20


def checked_manifest(
    release: Path,
    *,
    noted: str | None = None,
    progress: Callable[[int], object] | None = None,
) -> Manifest:
    """The manifest, after every file was held against it.

    noted     the manifest's SHA-256 as it was noted elsewhere: then nothing at all can have been
              altered. Without it, files and manifest could have been altered together.
    progress  called with the number of files since the last call
    Raises ReleaseError, which names every file that was altered, is missing or is one too many.
    """
    manifest = read_manifest(release)
    if noted is not None and manifest.sha256 != noted:
        raise ReleaseError(
            f"{release / NAME} was altered: its SHA-256 is {manifest.sha256}, not {noted}."
        )
    there = {
        path.relative_to(release).as_posix()
        for path in release.rglob("*")
        if path.is_file() or path.is_symlink()
    }
    problems = [f"{name} is missing" for name in sorted(manifest.files.keys() - there)]
    strangers = there - manifest.files.keys() - {NAME}
    problems += [f"{name} is not in the manifest" for name in sorted(strangers)]
    for name in sorted(manifest.files.keys() & there):
        if _sha256(release / name) != manifest.files[name].sha256:
            problems.append(f"{name} was altered")
        if progress is not None:
            progress(1)
    if problems:
        raise ReleaseError(f"{release} is not as it was released: {'; '.join(problems)}.")
    return manifest


def ledger_of(release: Path, manifest: Manifest) -> Iterator[dict[str, Any]]:
    """The ledger's rows in their order, each after it was checked.

    Raises ReleaseError at the first row that does not follow, by its number, and at the end unless
    the last row is the manifest's head.
    """
    previous, number = GENESIS, 0
    with (release / LEDGER).open(encoding="utf-8") as lines:
        for line in lines:
            number += 1
            row = _row(line, number)
            if problem := _problem(row, number, previous):
                raise ReleaseError(f"{LEDGER}, row {number}: {problem}.")
            previous = row["hash"]
            yield row
    if (number, previous) != (manifest.head["number"], manifest.head["hash"]):
        raise ReleaseError(
            f"{LEDGER} ends with row {number}, {previous}; the manifest's head is row "
            f"{manifest.head['number']}, {manifest.head['hash']}."
        )


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
        return {name: row[name] for name in ("content", "content_hash", "previous_hash", "hash")}
    except (ValueError, TypeError, KeyError) as error:
        raise ReleaseError(f"{LEDGER}, row {number} cannot be read ({error}).") from error


def _problem(row: dict[str, Any], number: int, previous: str) -> str | None:
    try:
        hashed = content_hash(row["content"])
        if row["content"]["number"] != number:
            return f"it has the number {row['content']['number']}: a row is missing before it"
    except (TypeError, KeyError, AttributeError) as error:
        return f"its content is none ({error})"
    if row["content_hash"] != hashed:
        return "its content was altered"
    if row["previous_hash"] != previous or row["hash"] != chain_hash(previous, hashed):
        return "it does not follow from the row before"
    return None


def _sha256(path: Path) -> str:
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            hashed.update(piece)
    return hashed.hexdigest()
