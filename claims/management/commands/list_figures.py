"""manage.py list_figures [--rebuild]: whether the list of figures is as it should be."""

from __future__ import annotations

from django.core.management.base import BaseCommand, CommandError

from claims.listing.upkeep import differences, rebuild


class Command(BaseCommand):
    help = (
        "Holds the tables that the list of figures is read from against figures and verdicts; "
        "the exit code is 1 where they differ. Triggers keep them: a difference means that rows "
        "were loaded with triggers off."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument("--rebuild", action="store_true", help="fill them anew")

    def handle(self, **options) -> None:
        if options["rebuild"]:
            self.stdout.write(f"{rebuild()} figures listed.")
            return
        wrong = {table: rows for table, rows in differences().items() if rows}
        if wrong:
            listed = ", ".join(f"{rows} rows of {table}" for table, rows in wrong.items())
            raise CommandError(f"The list differs in {listed}: run list_figures --rebuild.")
        self.stdout.write("The list of figures is as it should be.")
