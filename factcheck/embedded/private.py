"""The socket's folder, and a private folder outside the checkout for what cannot be inside.

A Unix socket's path may have some 100 bytes, and root's server may not pass through root's home;
for these there is a folder in the system's temporary folder. It is made with an unguessable name,
and taken again later only if it is still ours alone.
"""

import os
import re
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from factcheck.embedded.account import Account
from factcheck.embedded.errors import EmbeddedError

SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 103  # bytes, on the system that allows the fewest (macOS)
PREFIX = "factcheck-"


@dataclass(frozen=True)
class PrivateFolder:
    """The private folder outside the checkout; `record` is the file that remembers its path."""

    record: Path
    account: Account

    def path(self) -> Path:
        """The folder, made now if there is none that is safe to use."""
        folder = self._remembered()
        if folder is None:
            folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=_temporary_folder()))
            try:
                self.record.write_text(str(folder))
            except OSError:  # a full disk: leave nothing behind that nobody remembers
                folder.rmdir()
                raise
            if self.account.changes:
                folder.chmod(0o711)  # the server's account passes through, and lists nothing
        return folder

    def remove(self) -> None:
        """Remove the folder and what is in it, if it is there and ours."""
        folder = self._remembered()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
        self.record.unlink(missing_ok=True)

    def _remembered(self) -> Path | None:
        try:
            folder = Path(self.record.read_text())
        except OSError:
            return None
        sane = folder.is_absolute() and folder.name.startswith(PREFIX)
        return folder if sane and is_safe(folder, uid=os.geteuid(), allowed=0o711) else None


def is_safe(folder: Path, *, uid: int, allowed: int) -> bool:
    """Whether `folder` is a real folder (no link) of this user, open no wider than `allowed`."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == uid
        and not stat.S_IMODE(found.st_mode) & ~allowed & 0o777
    )


def socket_folder(inside: Path, outside: PrivateFolder) -> Path:
    """The folder for the server's socket, which only the server's account may enter: `inside` the
    checkout where that works, else in the private folder."""
    account = outside.account
    folder = inside
    if account.changes or not fits(inside):
        folder = outside.path() / "socket"
    if not is_safe(folder, uid=account.uid, allowed=0o700):
        if folder.is_symlink() or folder.exists():
            raise EmbeddedError(
                f"The socket's folder {folder} is not private to the server's account: remove it."
            )
        folder.mkdir(mode=0o700)
        account.give(folder)
    return folder


def fits(folder: Path) -> bool:
    """Whether a socket in `folder` has a path short and plain enough for server and clients
    (they read a comma as the start of another host)."""
    path = os.fsencode(folder / SOCKET)
    return len(path) <= LONGEST_SOCKET_PATH and re.fullmatch(rb"/[\w./ +@=-]+", path) is not None


def _temporary_folder() -> str:
    """A temporary folder in which a socket's path fits and no other user can rename our folder."""
    for base in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        try:
            found = os.stat(base)
        except OSError:
            continue
        shared = bool(stat.S_IMODE(found.st_mode) & 0o022)
        guarded = found.st_uid in (0, os.geteuid()) and (
            not shared or bool(found.st_mode & stat.S_ISVTX)
        )
        if guarded and fits(Path(base) / f"{PREFIX}12345678" / "socket"):
            return base
    raise EmbeddedError(
        "There is no temporary folder fit for the socket of the embedded PostgreSQL: "
        "set TMPDIR to a folder with a short path that is yours, or has the sticky bit."
    )
