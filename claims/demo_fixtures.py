"""The fixtures as rows: the digests taken in, and what is claimed about them imported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.core.management.base import CommandError

from sources.ingest import ingest_file

from .importing import READERS, ImportRefused, import_file


def load_fixtures(folder: Path, *, at: date) -> None:
    """Add what is missing; what is there stays as people have made it.

    Raises CommandError, naming the file, where one is refused.
    """
    for path in sorted((folder / "digests").glob("*.txt")):
        result = ingest_file(path=path)
        if result.outcome == "refused":
            raise CommandError(f"{path.name} was refused: {result.detail}")
    for path in sorted((folder / "claims").iterdir()):
        if path.suffix in READERS:
            try:
                import_file(path, at=at, keep_existing=True)
            except ImportRefused as error:
                raise CommandError(f"{path.name} was refused:\n{error}") from error
