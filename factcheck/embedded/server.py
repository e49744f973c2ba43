"""Start, reach and stop the embedded PostgreSQL of one folder."""

import os
import re
import signal
import stat
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from factcheck.embedded import locks, postmaster
from factcheck.embedded.account import server_account
from factcheck.embedded.binaries import MAJOR_VERSION, Programs, usable_programs
from factcheck.embedded.data import DATABASE, ROLE, ensure_data
from factcheck.embedded.errors import OWN_SERVER, EmbeddedError, explain
from factcheck.embedded.private import SOCKET, PrivateFolder, socket_folder

PATIENCE = 60  # seconds until a server that neither starts nor ends is reported
PAUSE = 0.02  # seconds between two looks at it
LARGEST_LOG = 10_000_000  # bytes; a larger one is put aside at the next start
SETTINGS = (
    "listen_addresses=",  # no TCP: the socket is the only way in
    "unix_socket_permissions=0700",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
    "lc_messages=C",
    "logging_collector=off",
    "cluster_name=factcheck",
)
PASSING = re.compile(
    r"starting up|recovery|shutting down|not yet accepting|refused|no such file"
    r"|closed the connection|terminat|reset by peer",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Status:
    """What `manage.py embedded status` tells; `pid` is None when no server runs."""

    pid: int | None
    socket_folder: str
    data: Path
    log: Path


class Cluster:
    """The server whose data, password, log and locks are in `folder`.

    Any number of processes may use one at the same time; making the object does nothing yet.
    Every method raises EmbeddedError, with one line for the user, if it cannot do its work.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = Path(folder).absolute()
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self._password = self.folder / "password"
        self._record = self.folder / "private-folder"
        self._start_lock = self.folder / "start.lock"
        self._server_lock = self.folder / "server.lock"

    def ensure_running(self, *, announce: bool = True) -> bool:
        """Start the server unless it runs, and say so on stderr. Whether this call started it."""
        if self._reachable():
            return False
        with self._starting():
            lock = self._wait_for_start_or_lock()
            if lock is None:
                return False
            try:
                self._start(lock)
            finally:
                os.close(lock)  # the server has its own copy of it
            if announce:
                print(
                    f"PostgreSQL {MAJOR_VERSION} started on {self.folder} and stays up; "
                    "`python manage.py embedded stop` stops it.",
                    file=sys.stderr,
                    flush=True,
                )
            return True

    def ensure_accepting(self) -> None:
        """Return when the server takes connections: start it if it has died, wait while it
        starts, ends or recovers."""
        deadline = time.monotonic() + PATIENCE
        while True:
            self.ensure_running()
            try:
                psycopg.connect(dbname=DATABASE, **self.connection_parameters()).close()
                return
            except psycopg.OperationalError as error:
                if not is_passing(error) or time.monotonic() > deadline:
                    raise EmbeddedError(
                        f"The embedded PostgreSQL on {self.folder} runs but takes no connection "
                        f"({' '.join(str(error).split())}): see {self.log}."
                    ) from error
            time.sleep(PAUSE)

    def connection_parameters(self) -> dict:
        """How to connect to the running server, as keywords of `psycopg.connect`."""
        pid_file = postmaster.read_pid_file(self.data)
        try:
            password = self._password.read_text()
        except FileNotFoundError:
            raise EmbeddedError(
                f"The embedded PostgreSQL's password file {self._password} is gone: run "
                "`python manage.py embedded stop`; the next start makes a new one."
            ) from None
        except OSError as error:
            raise self._unusable(error) from error
        return {
            "host": pid_file.socket_folder if pid_file else str(self.folder / "socket"),
            "port": "5432",
            "user": ROLE,
            "password": password,
            # A stranger's server in its place, which asks for no password, is not talked to.
            "require_auth": "scram-sha-256",
        }

    def status(self) -> Status:
        """The state of the server, looked at without changing anything."""
        pid_file = postmaster.read_pid_file(self.data)
        runs = pid_file is not None and self._is_ours(pid_file.pid)
        return Status(
            pid=pid_file.pid if runs else None,
            socket_folder=pid_file.socket_folder if runs else "",
            data=self.data,
            log=self.log,
        )

    def stop(self) -> bool:
        """Stop the server in order: open transactions are rolled back, nothing committed is lost.
        Whether there was one to stop."""
        if not self.folder.exists():
            return False
        with self._starting():
            was_running = self._end(signal.SIGINT)
            self._private_folder().remove()
            return was_running

    def _reachable(self) -> bool:
        """Whether our server is ready and its socket is in place."""
        pid_file = postmaster.read_pid_file(self.data)
        return (
            pid_file is not None
            and pid_file.state == "ready"
            and (Path(pid_file.socket_folder) / SOCKET).exists()
            and self._is_ours(pid_file.pid)
        )

    def _is_ours(self, pid: int) -> bool:
        try:
            return postmaster.is_ours(pid, self.data, uid=self.data.stat().st_uid)
        except OSError:
            return False

    @contextmanager
    def _starting(self) -> Iterator[None]:
        """Be the only process that starts or stops the server."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            found = self.folder.stat()
            if found.st_uid != os.geteuid():
                raise EmbeddedError(
                    f"{self.folder} belongs to another user (id {found.st_uid}): work as that "
                    f"user, remove that folder to start empty, or {OWN_SERVER}."
                )
            if stat.S_IMODE(found.st_mode) & 0o077:
                self.folder.chmod(0o700)
            with locks.held(self._start_lock):
                yield
        except OSError as error:
            raise self._unusable(error) from error

    def _unusable(self, error: OSError) -> EmbeddedError:
        return EmbeddedError(
            f"The embedded PostgreSQL cannot use {self.folder}: {explain(str(error))} ({error})."
        )

    def _wait_for_start_or_lock(self) -> int | None:
        """The server's lock, taken, once no process of an earlier server is left; None if the
        server is found running after all."""
        deadline = time.monotonic() + PATIENCE
        told_to_end = False
        while time.monotonic() < deadline:
            if self._reachable():
                return None
            lock = locks.take(self._server_lock)
            pid_file = postmaster.read_pid_file(self.data)
            if lock is not None:
                if pid_file is None or not self._is_ours(abs(pid_file.pid)):
                    return lock
                os.close(lock)  # started by other hands on our data: it has no lock of ours
            if not told_to_end and pid_file is not None and pid_file.state == "ready":
                # It runs, but someone removed its socket: nobody can reach it any more.
                told_to_end = self._signal(signal.SIGINT)
            time.sleep(PAUSE)
        raise EmbeddedError(
            f"An earlier PostgreSQL on {self.folder} neither answers nor ends; "
            f"see {self.log}, and `python manage.py embedded status`."
        )

    def _start(self, lock: int) -> None:
        """Start the server on data that no process has open, and wait until it is ready."""
        outside = self._private_folder()
        (self.data / postmaster.PID_FILE).unlink(missing_ok=True)
        programs = usable_programs(outside, lock=lock)
        ensure_data(self.data, self._password, programs)
        socket = socket_folder(self.folder / "socket", outside)
        for left in (SOCKET, f"{SOCKET}.lock"):
            (socket / left).unlink(missing_ok=True)
        self._spawn(programs, socket)

    def _spawn(self, programs: Programs, socket: Path) -> None:
        if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
            self.log.replace(self.log.with_name("log.old"))
        with self.log.open("ab") as log:
            log_start = log.tell()
            server = programs.start(
                self.data, *SETTINGS, f'unix_socket_directories="{socket}"', log=log.fileno()
            )
        # Reap it when it ends, so that no zombie of ours stands in for it.
        threading.Thread(target=server.wait, name="embedded-postgresql", daemon=True).start()
        deadline = time.monotonic() + PATIENCE
        while not self._reachable():
            if server.returncode is not None:
                with self.log.open("rb") as log:
                    log.seek(log_start)
                    reason = explain(log.read().decode(errors="replace"))
                raise EmbeddedError(
                    f"The embedded PostgreSQL on {self.folder} does not start: {reason} "
                    f"(details in {self.log})."
                )
            if time.monotonic() > deadline:
                raise EmbeddedError(
                    f"The embedded PostgreSQL on {self.folder} is not ready after {PATIENCE} s; "
                    f"it may still be recovering: see {self.log} and try again."
                )
            time.sleep(PAUSE)

    def _end(self, how: signal.Signals) -> bool:
        """Signal the server and wait until all of it has ended. Whether it was running."""
        if not self._signal(how):
            return False
        deadline = time.monotonic() + PATIENCE
        while locks.is_held(self._server_lock) or self.status().pid is not None:
            if time.monotonic() > deadline:
                raise EmbeddedError(
                    f"The embedded PostgreSQL on {self.folder} was told to stop and has not "
                    f"ended after {PATIENCE} s; see {self.log}."
                )
            time.sleep(PAUSE)
        return True

    def _signal(self, how: signal.Signals) -> bool:
        pid_file = postmaster.read_pid_file(self.data)
        if pid_file is None:
            return False
        return postmaster.send(how, pid_file.pid, self.data, uid=self.data.stat().st_uid)

    def _private_folder(self) -> PrivateFolder:
        return PrivateFolder(self._record, server_account(self.data))


def is_passing(error: psycopg.OperationalError) -> bool:
    """Whether a failure to connect is one that waiting, or starting the server, mends."""
    return PASSING.search(str(error)) is not None
