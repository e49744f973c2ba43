"""manage.py load_release: the public record of an empty database, from a release."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.release import ReleaseError
from claims.release.folder import read_manifest
from claims.release.load import load_release


class Command(BaseCommand):
    help = (
        "Rebuild the public record of an empty database from a release, with the numbers, times "
        "and hashes that it was recorded with. Anything that was altered is refused by name, and "
        "then nothing is loaded."
    )

    def add_arguments(self, parser):
        parser.add_argument("release", metavar="DIR", type=Path, help="the folder of one release")
        parser.add_argument(
            "--manifest", metavar="SHA256", help="the manifest's SHA-256, as you noted it elsewhere"
        )

    def handle(self, *, release: Path, manifest: str | None, **options):
        try:
            told = read_manifest(release)
            total = len(told.files) + told.head["number"]
            with tqdm(total=total, unit="step", disable=None, file=self.stderr) as bar:
                found = load_release(release=release, noted=manifest, progress=bar.update)
        except ReleaseError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Loaded {found.rows:,} verdicts; the head is {found.head.hash}.")
