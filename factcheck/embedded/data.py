"""The data folder and the password of the embedded PostgreSQL: made whole, or not at all."""

import os
import secrets
import shutil
from pathlib import Path

from factcheck.embedded.binaries import MAJOR_VERSION, Programs, data_argument
from factcheck.embedded.errors import OWN_SERVER, EmbeddedError

ROLE = "factcheck"
DATABASE = "factcheck"
# Its socket is all it listens on; every role there must know a password, and only ROLE has one.
ACCESS_RULES = "local all all scram-sha-256\n"


def ensure_data(data: Path, password: Path, programs: Programs) -> None:
    """Make the data folder and the password file where they are not there yet.

    Raises EmbeddedError if there is data that this server cannot use.
    """
    if not data.exists():
        _create(data, password, programs)
        return
    _check_version(data)
    if not password.exists():
        draft = _draft_password(password)
        _single_user(data, f"ALTER ROLE {ROLE} PASSWORD '{draft.read_text()}'", programs)
        draft.rename(password)


def _create(data: Path, password: Path, programs: Programs) -> None:
    """Build a new data folder beside its place and move it there when it is complete."""
    draft = data.with_name("data.new")
    if draft.exists():
        shutil.rmtree(draft)
    draft.mkdir(mode=0o700)
    programs.account.give(draft)
    programs.run(
        "initdb",
        *("-D", data_argument(draft, programs.account)),
        *("--username=postgres", "--auth=reject", "--encoding=UTF8"),
        *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
        inside=draft,
        doing="Creating the embedded PostgreSQL's data",
    )
    rules = draft / "pg_hba.conf"
    rules.write_text(ACCESS_RULES)
    secret = _draft_password(password)
    _single_user(
        draft,
        f"CREATE ROLE {ROLE} LOGIN CREATEDB PASSWORD '{secret.read_text()}'\n"
        f"CREATE DATABASE {DATABASE} OWNER {ROLE}\n",
        programs,
    )
    secret.rename(password)
    draft.rename(data)


def _draft_password(password: Path) -> Path:
    """A file, readable by its owner only, with a new password in it."""
    draft = password.with_name("password.new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(32))
        file.flush()
        os.fsync(file.fileno())
    return draft


def _single_user(data: Path, sql: str, programs: Programs) -> None:
    """Run statements, one a line, on a data folder that no server has open."""
    programs.run(
        "postgres",
        *("--single", "-D", data_argument(data, programs.account)),
        *("-c", "exit_on_error=on"),
        # The password has 256 random bits: stretching it would only slow each connection down.
        *("-c", "scram_iterations=1"),
        "postgres",
        inside=data,
        stdin=sql,
        doing="Setting up the embedded PostgreSQL",
    )


def _check_version(data: Path) -> None:
    try:
        found = (data / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        raise EmbeddedError(
            f"{data} holds no PostgreSQL data (its PG_VERSION is missing): put a backup of it "
            "back, or move it away to start empty."
        ) from None
    if found != MAJOR_VERSION:
        raise EmbeddedError(
            f"{data} was made by PostgreSQL {found}, the embedded one is {MAJOR_VERSION}: dump it "
            f"with version {found} and move it away to start empty, or {OWN_SERVER}."
        )
