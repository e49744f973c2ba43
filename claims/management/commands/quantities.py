"""`manage.py quantities FILE`: every number and date of a text, without a database."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.consistency import Period, PeriodError, read_period
from claims.reader import read_text
from claims.reader.lines import find_json
from sources.extract import Refused
from sources.extract.txt import raw_text


class Command(BaseCommand):
    help = (
        "Read the quantities and dates of a text file: NDJSON, one find a line, offsets in code "
        "points of the file's raw text."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a text file")
        parser.add_argument(
            "--published",
            metavar="DATE",
            help="when it was published (2020-07-15, July 2020): what “last month” counts from",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        published = _period(options["published"])
        text = _text(options["file"])
        if hasattr(self.stdout._out, "reconfigure"):
            # Whatever the terminal's encoding: the text may be in any script.
            self.stdout._out.reconfigure(encoding="utf-8")
        for find in read_text(text, published):
            self.stdout.write(json.dumps(find_json(find), ensure_ascii=False))


def _period(words: str | None) -> Period | None:
    if words is None:
        return None
    try:
        return read_period(words)
    except PeriodError as error:
        raise CommandError(f"--published: {error}") from error


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror or error}") from error
    try:
        return raw_text(data)
    except Refused as refusal:
        raise CommandError(f"{path}: {refusal}") from refusal
