"""What a release holds: every file with its size and SHA-256, and the ledger's head. Pure."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

NAME = "manifest.json"
FORM = 1
"""The version of a release's form."""


@dataclass(frozen=True, slots=True)
class File:
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """version    the head's number and day: 42-2024-02-01
    publisher, base  who publishes, and the address that links lead to
    head       number, hash and at of the ledger's last row
    previous   version and SHA-256 of the manifest of the release before; None for the first
    files      by path, with / between its parts
    """

    version: str
    publisher: str
    base: str
    head: Mapping[str, object]
    previous: Mapping[str, str] | None
    files: Mapping[str, File]
    form: int = FORM

    def as_bytes(self) -> bytes:
        told = asdict(self) | {"files": {path: asdict(self.files[path]) for path in self.files}}
        return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.as_bytes()).hexdigest()

    @classmethod
    def read(cls, text: bytes) -> Manifest:
        """ValueError for what is no manifest of a form that we know."""
        try:
            told = json.loads(text)
            files = {path: File(**each) for path, each in told.pop("files").items()}
            manifest = cls(files=files, **told)
            number, day = manifest.head["number"], str(manifest.head["at"])[:10]
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"it cannot be read ({error})") from error
        if manifest.form != FORM:
            raise ValueError(f"it has the form {manifest.form}; this program reads {FORM}")
        if manifest.version != version_of(number, day):
            raise ValueError(f"its version {manifest.version!r} is not that of its head")
        return manifest


def version_of(number: int, at: str) -> str:
    """How a release is cited: the number of the ledger's last row, and its day in UTC."""
    return f"{number}-{at[:10]}"
