"""The user account that the server runs under.

PostgreSQL refuses to run as root. Started by root, it runs as an account that owns little else;
started by anyone else, as that person.
"""

import os
import pwd
import sys
from dataclasses import dataclass
from pathlib import Path

from factcheck.embedded.errors import OWN_SERVER, EmbeddedError

SERVICE_ACCOUNTS = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """A user and group id, and whether a child process must change to them."""

    uid: int
    gid: int
    changes: bool

    def process_arguments(self) -> dict:
        """The keyword arguments that make `subprocess` run a child under this account.

        `subprocess` enters the child's working folder before it changes the user, so the child
        may work in a folder whose parents its account may not even pass through.
        """
        if not self.changes:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        """Make the account own this one file or folder."""
        if self.changes:
            os.chown(path, self.uid, self.gid)


def server_account(data: Path) -> Account:
    """The account for the server whose data folder is `data`, which may not be there yet.

    Raises EmbeddedError where root has no account to change to.
    """
    if os.geteuid():
        return Account(os.geteuid(), os.getegid(), changes=False)
    if not sys.platform.startswith("linux"):
        raise EmbeddedError(
            "The embedded PostgreSQL runs as root on Linux only: "
            f"use an ordinary account, or {OWN_SERVER}."
        )
    if data.exists():  # an account that appeared since then must not lock the old data out
        owner = data.stat()
        return Account(owner.st_uid, owner.st_gid, changes=True)
    for name in SERVICE_ACCOUNTS:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid, changes=True)
    raise EmbeddedError(
        f"PostgreSQL does not run as root, and there is no account {' or '.join(SERVICE_ACCOUNTS)} "
        f"to run it under: use an ordinary account, or {OWN_SERVER}."
    )
