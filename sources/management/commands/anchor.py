"""manage.py anchor FILE: find quotes in a text file. No database is touched."""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from sources.anchoring import SearchableText, anchor
from sources.extract import Refused, check_size
from sources.extract.txt import raw_text

_FIELDS = {"exact": str, "prefix": str, "suffix": str, "start": int}


class Command(BaseCommand):
    help = (
        "Read quotes as NDJSON on standard input, one a line: "
        '{"exact": …, "prefix": …, "suffix": …, "start": …}, all but exact optional. Answer each '
        'by a line {"outcome": exact | normalised | proposed | ambiguous | absent, "start", '
        '"end", "candidates"}, in code points of the raw text of FILE. A line that cannot be '
        'read is answered by {"error", "line"}, and the exit code is 1.'
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a text file")

    def handle(self, *args, file: Path, **options):
        try:
            check_size(file.stat().st_size)
            text = SearchableText(raw_text(file.read_bytes()))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror or error}") from error
        except Refused as error:
            raise CommandError(f"{file}: {error}") from error
        failed = False
        for number, line in enumerate(sys.stdin.buffer, start=1):
            try:
                answer = _answer(text, line)
            except ValueError as error:
                failed = True
                answer = {"error": str(error), "line": number}
            self.stdout.write(json.dumps(answer))
        if failed:
            sys.exit(1)


def _answer(text: SearchableText, line: bytes) -> dict:
    """The answer to one line. Raises ValueError saying what is wrong with it."""
    try:
        quote = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ValueError(f"the line is not JSON in UTF-8: {error}") from error
    if not isinstance(quote, dict):
        raise ValueError('the line must be an object such as {"exact": "…"}')
    if unknown := set(quote) - set(_FIELDS):
        raise ValueError(
            f"there is no field {sorted(unknown)[0]!r}; known are {', '.join(_FIELDS)}"
        )
    given = {name: value for name, value in quote.items() if value is not None}
    for name, value in given.items():
        if not isinstance(value, _FIELDS[name]) or isinstance(value, bool):
            kind = "a whole number" if _FIELDS[name] is int else "text"
            raise ValueError(f"{name} must be {kind}, not {json.dumps(value)}")
    if "exact" not in given:
        raise ValueError("exact is missing: give the words to look for")
    if given.get("start", 0) < 0:
        raise ValueError("start must not be negative")
    found = anchor(text, **given)
    return {
        "outcome": found.outcome,
        "start": found.start,
        "end": found.end,
        "candidates": [{"start": one.start, "end": one.end} for one in found.candidates],
    }
