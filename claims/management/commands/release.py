"""manage.py release: the public record as static files."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.export import Bound
from claims.formats.site import Site
from claims.release import ReleaseError
from claims.release.make import make_release, rows_of


class Command(BaseCommand):
    help = (
        "Write the public record as static files into DIR/VERSION: all of it or nothing. Files "
        "that are the same as in the last release in DIR are linked to it. The version is the "
        "number of the ledger's last row and its day."
    )

    def add_arguments(self, parser):
        parser.add_argument("dir", metavar="DIR", type=Path, help="the folder of all releases")
        parser.add_argument(
            "--base",
            default=settings.PUBLISHER_URL,
            help="what permalinks begin with (default: the setting PUBLISHER_URL, %(default)s)",
        )

    def handle(self, *, dir: Path, base: str, **options):
        site = Site(base.rstrip("/"), settings.PUBLISHER_NAME)
        total = rows_of(Bound.now())
        try:
            with tqdm(total=total, unit="row", disable=None, file=self.stderr) as bar:
                made = make_release(root=dir, site=site, progress=bar.update)
        except ReleaseError as error:
            raise CommandError(str(error)) from error
        files = len(made.manifest.files)
        if made.new:
            self.stdout.write(f"{made.path}: {files:,} files, {made.linked:,} of them unchanged.")
        else:
            self.stdout.write(f"{made.path} is there already: nothing was published since.")
        self.stdout.write(f"Ledger head: {made.manifest.head['hash']}")
        self.stdout.write(f"Manifest SHA-256: {made.manifest.sha256}")
