"""manage.py import_claims FILE…: claims with their evidence, from CSV and YAML."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from django.core.management.base import CommandError
from django.utils import timezone

from claims.importing import READERS, ImportRefused, import_file
from factcheck.history.command import RecordedCommand


class Command(RecordedCommand):
    help = (
        "Import claims with their evidence from CSV and YAML files (docs/import.md). Each file "
        "is taken whole or not at all, with a list of everything that is wrong with it. Safe to "
        "run again: what is there already stays, or is changed where the file now says otherwise."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="FILE",
            help=f"files ({', '.join(READERS)}), or folders of them, taken in the order of names",
        )
        parser.add_argument(
            "--skip-existing",
            action="store_true",
            help="leave what is in the database already as it is",
        )

    def handle(self, *, paths: list[Path], skip_existing: bool, **options):
        total: Counter[tuple[str, str]] = Counter()
        refused = 0
        today = timezone.localdate()
        for path in files_of(paths):
            try:
                total += import_file(path, at=today, keep_existing=skip_existing)
            except ImportRefused as error:
                refused += 1
                self.stderr.write(f"{path}: refused, nothing of it was imported:")
                for problem in error.problems:
                    self.stderr.write(f"  {problem}")
        for line in in_words(total):
            self.stdout.write(line)
        if refused:
            raise CommandError(f"{refused} file{'s' * (refused > 1)} refused.")


def files_of(paths: list[Path]) -> list[Path]:
    """The files named, and those in the folders named. Raises CommandError for a wrong path."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.iterdir() if p.suffix.lower() in READERS)
            if not found:
                raise CommandError(f"{path}: no {', '.join(READERS)} file in this folder.")
            files += found
        elif path.exists():
            files.append(path)
        else:
            raise CommandError(f"{path}: there is no such file or folder.")
    return files


def in_words(counts: Counter[tuple[str, str]]) -> list[str]:
    """One line for each kind of row: "claims: 12 new, 3 unchanged"."""
    kinds = dict.fromkeys(kind for kind, _ in counts)
    return [
        f"{kind}: " + ", ".join(f"{n} {outcome}" for (k, outcome), n in counts.items() if k == kind)
        for kind in kinds
    ]
