"""manage.py recheck: compute the status of every claim anew."""

from __future__ import annotations

import time

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from claims.models import Claim
from claims.recheck import recheck_claims


class Command(BaseCommand):
    help = (
        "Compute status, currency and clashes of every claim (or of some) anew, as of today, and "
        "write what is new. What is stored is always what this would give, but for the passing of "
        "time, by which claims about now grow stale: run it daily."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--claim", action="append", metavar="KEY", help="only this claim; may be repeated"
        )

    def handle(self, *, claim: list[str] | None, **options):
        claims = Claim.objects.all()
        if claim:
            claims = claims.filter(key__in=claim)
            missing = set(claim) - set(claims.values_list("key", flat=True))
            if missing:
                raise CommandError(f"There is no claim {', '.join(sorted(missing))}.")
        started = time.monotonic()
        with tqdm(total=claims.count(), unit="claim", disable=None, file=self.stderr) as bar:
            done = recheck_claims(claims, at=timezone.localdate(), progress=bar.update)
        seconds = max(time.monotonic() - started, 0.001)
        self.stdout.write(
            f"{len(done.claims):,} claims with {done.evidence:,} evidence rows in {seconds:.1f} s: "
            f"{len(done.claims) / seconds:,.0f} claims/s, {done.evidence / seconds:,.0f} "
            f"evidence rows/s. {len(done.changed):,} changed."
        )
