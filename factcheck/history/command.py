"""Tell history who runs a command."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import PurePath

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from .who import os_account, person, told


def of_command_line(arguments: Sequence[str]):
    """The context in which manage.py runs: the account of the operating system, the command."""
    named = [PurePath(argument).name for argument in arguments[1:2]]
    if named == ["migrate"]:
        # django-pghistory passes each statement on with parameters of its own, and a percent sign
        # in one that had none, as procrastinate's migrations have, is then taken for another.
        return nullcontext()
    return told(account=os_account(), **({"command": named[0]} if named else {}))


class RecordedCommand(BaseCommand):
    """A command that writes; `--as` says in whose name."""

    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.add_argument(
            "--as",
            dest="in_the_name_of",
            metavar="USER",
            help="the account in whose name the history tells of what is changed",
        )
        return parser

    def execute(self, *args, in_the_name_of: str | None = None, **options):
        if in_the_name_of is None:
            return super().execute(*args, **options)
        accounts = get_user_model()._default_manager
        found = accounts.filter(username=in_the_name_of, is_active=True).first()
        if found is None:
            raise CommandError(
                f"--as: there is no active account “{in_the_name_of}” (see /admin/auth/user/)."
            )
        with told(**person(found)):
            return super().execute(*args, **options)
