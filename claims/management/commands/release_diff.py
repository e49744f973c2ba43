"""manage.py release_diff: what one release says beyond an earlier one, and why."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from claims.release import ReleaseError
from claims.release.compare import compare, in_words


class Command(BaseCommand):
    help = (
        "Tell what a release says beyond an earlier one: every new verdict, correction and "
        "withdrawal with its reason. Opens no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("earlier", type=Path)
        parser.add_argument("later", type=Path)

    def handle(self, *, earlier: Path, later: Path, **options):
        try:
            self.stdout.write(in_words(compare(earlier, later)))
        except ReleaseError as error:
            raise CommandError(str(error)) from error
