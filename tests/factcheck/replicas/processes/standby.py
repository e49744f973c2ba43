"""A real streaming standby of an embedded server, made by its pg_basebackup."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from factcheck.embedded import locks, postmaster
from factcheck.embedded.account import server_account
from factcheck.embedded.binaries import Programs, usable_programs
from factcheck.embedded.private import PrivateFolder
from factcheck.embedded.server import SETTINGS, Cluster

TRUST = "local all postgres trust\nlocal replication postgres trust\n"
PATIENCE = 60  # seconds


def primary_at(folder: Path) -> Cluster:
    """A running server whose superuser needs no password, as a backup and these tests do."""
    cluster = Cluster(folder)
    cluster.ensure_running(announce=False)
    cluster.stop()
    rules = cluster.data / "pg_hba.conf"
    rules.write_text(TRUST + rules.read_text())
    cluster.ensure_running(announce=False)
    return cluster


class Standby:
    """A standby beside its primary: it listens in the same folder, on a port of its own."""

    PORT = "5433"

    def __init__(self, primary: Cluster) -> None:
        self._primary = primary
        self.data = primary.folder / "standby"
        self._server: subprocess.Popen | None = None
        account = server_account(primary.data)
        self._lock = locks.take(primary.folder / "standby.lock")
        outside = PrivateFolder(primary.folder / "private-folder", account)
        self._programs: Programs = usable_programs(outside, lock=self._lock)
        self.socket_folder = primary.status().socket_folder
        self.data.mkdir(mode=0o700)
        account.give(self.data)
        self._programs.run(
            *("pg_basebackup", "-D", ".", "-R", "-c", "fast", "-X", "stream"),
            *("-d", f"host={self.socket_folder} port=5432 user=postgres"),
            inside=self.data,
            doing="Copying the primary",
        )

    @property
    def runs(self) -> bool:
        return self._server is not None and self._server.poll() is None

    def start(self) -> None:
        """Start it, and wait until it answers."""
        (self.data / postmaster.PID_FILE).unlink(missing_ok=True)
        with (self._primary.folder / "standby.log").open("ab") as log:
            self._server = self._programs.start(
                self.data,
                *SETTINGS,
                f'unix_socket_directories="{self.socket_folder}"',
                f"port={self.PORT}",
                "wal_retrieve_retry_interval=100ms",
                "max_standby_streaming_delay=0",  # nobody is waited for: see test_backend.py
                log=log.fileno(),
            )
        until(self._answers)

    def _answers(self) -> bool:
        assert self.runs, "the standby ended: see standby.log"
        try:
            return self.ask("SELECT pg_is_in_recovery()") == (True,)
        except psycopg.OperationalError:
            return False

    def end(self, how: signal.Signals = signal.SIGKILL) -> None:
        """Kill it, all of it, or stop it in order; nothing happens where it does not run."""
        if self.runs:
            self._server.send_signal(how)
            self._server.wait(PATIENCE)

    def close(self) -> None:
        self.end(signal.SIGINT)
        os.close(self._lock)

    def ask(self, query: str) -> tuple:
        """One row, asked for as the superuser."""
        where = {"host": self.socket_folder, "port": self.PORT, "user": "postgres"}
        with psycopg.connect(dbname="factcheck", autocommit=True, **where) as connection:
            while True:
                with suppress(psycopg.errors.SerializationFailure):  # in the way of the replay
                    return connection.execute(query).fetchone()

    def catch_up(self) -> None:
        """Return when it has replayed all that the primary has written."""
        with psycopg.connect(
            dbname="factcheck", **self._primary.connection_parameters()
        ) as connection:
            (position,) = connection.execute("SELECT pg_current_wal_flush_lsn()").fetchone()
        until(lambda: self.ask(f"SELECT pg_last_wal_replay_lsn() >= '{position}'") == (True,))


def until(holds) -> None:
    """Ask again and again until it holds; fails when it does not within a minute."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, f"not within {PATIENCE} s"
