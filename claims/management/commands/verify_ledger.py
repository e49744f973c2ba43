"""manage.py verify_ledger: whether anything in the ledger of verdicts was tampered with."""

from __future__ import annotations

import json
import re
import sys

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.ledger.columns import utc
from claims.ledger.verify import Finding, verify
from claims.models import Verdict


class Command(BaseCommand):
    help = (
        "Walk the ledger of verdicts and check every row against its hashes, its columns and the "
        "order of changes. Names the first bad row and what is wrong with it; the exit code is "
        "then 1. Give it a head that was noted elsewhere, or rows that were taken from the end "
        "together with all traces of them cannot be missed."
    )

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="answer in one line of JSON")
        parser.add_argument(
            "--head", metavar="HASH", help="a hash that was once the head (64 hexadecimal digits)"
        )

    def handle(self, *, head: str | None, **options):
        if head is not None and not re.fullmatch("[0-9a-f]{64}", head):
            raise CommandError("--head: a hash is 64 hexadecimal digits, in small letters.")
        with tqdm(total=Verdict.objects.count(), unit="row", disable=None, file=self.stderr) as bar:
            found = verify(noted_head=head, progress=bar.update)
        self.stdout.write(json.dumps(as_json(found)) if options["json"] else in_words(found))
        if found.bad is not None:
            sys.exit(1)


def as_json(found: Finding) -> dict:
    """`{"whole", "rows", "head": {"number", "hash", "at"}, "bad", "problems"}`."""
    head = found.head
    return {
        "whole": found.bad is None,
        "rows": found.rows,
        "head": {
            "number": head.number,
            "hash": head.hash,
            "at": head.at and utc(head.at),
        },
        "bad": found.bad,
        "problems": list(found.problems),
    }


def in_words(found: Finding) -> str:
    head = found.head
    if found.bad is None:
        return f"The ledger is whole: {head.number:,} rows, the head is {head.hash}."
    problems = "\n".join(f"  {problem}" for problem in found.problems)
    return f"The ledger goes wrong at row {found.bad}:\n{problems}\nGood up to row {head.number:,}."
