"""manage.py demo: documents, claims and accounts to try everything with."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from claims.demo_accounts import APPROVES, SUBMITS, make_accounts
from claims.demo_fixtures import load_fixtures
from claims.demo_reviews import review
from claims.models import Claim
from claims.recheck import recheck_claims

LOOK_AT = {
    "us-troops-iraq-now-2020": "true when it was said, outdated since",
    "combat-missions-going-on-2021-07": "contested: one article contradicts itself",
    "attacks-iraq-syria-2024-01": "two documents, one origin",
    "example-attacks-iraq-alone-400": "a part larger than its whole (a made-up example)",
}
"""Claims of the fixtures, by key, that show what the engine does."""


class Command(BaseCommand):
    help = (
        "Load the fixtures, make demo accounts, compute every status and let two reviewers publish "
        "what holds. A second run adds what is missing and leaves everything else, passwords too, "
        "as people have made it. Refused while DATABASE_URL is set or DEBUG is off: the accounts "
        "have known passwords."
    )

    def handle(self, **options):
        refuse_in_earnest()
        fixtures = settings.BASE_DIR / "fixtures"
        with transaction.atomic():
            load_fixtures(fixtures, at=timezone.localdate())
            accounts = make_accounts()
        counts = recheck_claims(Claim.objects.all(), at=timezone.localdate())
        with transaction.atomic():
            self._review(fixtures / "reviews.yaml")
        self.stdout.write(f"Demo: {len(counts.claims)} claims, {counts.evidence} evidence rows.")
        self.stdout.write("\nAccounts (/admin/):")
        for account, is_ours in accounts:
            password = account.password if is_ours else "(as it was changed)"
            self.stdout.write(f"  {account.role:<9} {account.username:<6} {password}")
        self.stdout.write("\nTo look at:")
        for key, why in LOOK_AT.items():
            claim = Claim.objects.filter(key=key).first()
            if claim is not None:
                self.stdout.write(f"  /admin/claims/claim/{claim.pk}/change/  {why}")
        self.stdout.write("  /admin/claims/claim/?needs_review__exact=1  what waits for a person")
        self.stdout.write("  /api/v1/claims/?status=corroborated  the same for programs")
        self.stdout.write("  /api/v1/schema/  what the API offers")

    def _review(self, path: Path) -> None:
        """Let the two reviewers decide what is theirs to decide; neither may have been deleted."""
        people = get_user_model().objects.in_bulk([SUBMITS, APPROVES], field_name="username")
        review(
            path,
            submits=people[SUBMITS],
            approves=people[APPROVES],
            now=timezone.now(),
            at=timezone.localdate(),
        )


def refuse_in_earnest() -> None:
    """Raise CommandError where accounts with known passwords have no place."""
    for refused, setting in (
        (settings.DATABASE_URL, "while DATABASE_URL is set; unset it"),
        (not settings.DEBUG, "while DEBUG is off; set DEBUG=1 on a machine of your own"),
    ):
        if refused:
            raise CommandError(
                f"The demo makes accounts with known passwords: it is refused {setting}."
            )
