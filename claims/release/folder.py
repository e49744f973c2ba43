"""Writing a release into its folder: all of it or nothing.

The files go into a folder of another name, which is renamed when all are there and the manifest is
written. What is the same as in the last release is linked to it, and takes no more room.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from . import ReleaseError
from .manifest import NAME, File, Manifest

MAKING = ".making-"
"""What the folder of a release that is being made begins with: it is none yet."""


class Folder:
    """Takes the files of one release, one by one."""

    def __init__(self, path: Path, last: Path | None, known: Manifest | None) -> None:
        self.files: dict[str, File] = {}
        self.linked = 0
        self._path, self._last = path, last
        self._known = known.files if known else {}

    def put(self, name: str, pieces: bytes | Iterable[bytes]) -> None:
        """Write a file from its bytes or from pieces of them."""
        path = self._path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        size, hashed = 0, hashlib.sha256()
        with path.open("xb") as file:
            for piece in [pieces] if isinstance(pieces, bytes) else pieces:
                size += len(piece)
                hashed.update(piece)
                file.write(piece)
        self.files[name] = File(size, hashed.hexdigest())
        if self._known.get(name) == self.files[name]:
            self._link(name, path)

    def _link(self, name: str, path: Path) -> None:
        """Let the last release's file stand for this one, where it is what it should be."""
        before = self._last / name
        spare = path.with_name(f"{path.name}~")
        try:
            if before.read_bytes() != path.read_bytes():
                return
            os.link(before, spare)
        except OSError:
            return  # another file system, or one without links: the copy is as good
        spare.replace(path)
        self.linked += 1


def releases_in(root: Path) -> list[tuple[Path, Manifest]]:
    """The releases in a folder, the oldest first. ReleaseError for a manifest that is none."""
    found = []
    for path in sorted(root.glob(f"*/{NAME}")):
        if not path.parent.name.startswith("."):
            found.append((path.parent, read_manifest(path.parent)))
    return sorted(found, key=lambda each: each[1].head["number"])


def read_manifest(release: Path) -> Manifest:
    path = release / NAME
    try:
        return Manifest.read(path.read_bytes())
    except FileNotFoundError:
        raise ReleaseError(f"{release} is no release: it has no {NAME}.") from None
    except ValueError as error:
        raise ReleaseError(f"{path}: {error}.") from error


@contextmanager
def being_made(root: Path, version: str) -> Iterator[Path]:
    """A folder beside the releases, gone afterwards whatever happens unless it was renamed."""
    path = root / f"{MAKING}{version}-{os.getpid()}"
    path.mkdir(parents=True)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)
