"""Killed servers, killed starters, and stale files: nothing is lost, nobody else is touched."""

import os
import signal
import subprocess

import psycopg
import pytest

from factcheck.embedded.account import server_account
from factcheck.embedded.errors import EmbeddedError
from tests.factcheck.embedded.processes.conftest import connect, pid_of, rows
from tests.factcheck.embedded.test_postmaster import pid_file_text


def leave_pid_file(cluster, pid: int) -> None:
    """A pid file as a crash leaves it, in the name of `pid`."""
    path = cluster.data / "postmaster.pid"
    path.write_text(pid_file_text(pid, socket=str(cluster.folder / "socket")))
    server_account(cluster.data).give(path)


def test_a_killed_server_is_started_again_with_all_that_was_committed(running):
    killed = pid_of(running)
    os.kill(killed, signal.SIGKILL)
    running.ensure_accepting()
    assert pid_of(running) != killed
    assert rows(running) == ["kept"]


def test_killed_while_clients_are_connected_it_is_started_again(running):
    clients = [connect(running) for _ in range(5)]
    os.kill(pid_of(running), signal.SIGKILL)
    running.ensure_accepting()
    assert rows(running) == ["kept"]
    for client in clients:
        with pytest.raises(psycopg.OperationalError):
            client.execute("SELECT 1")


def test_a_killed_session_makes_the_others_wait_for_recovery_and_no_more(running):
    session = connect(running)
    session.execute("INSERT INTO kept VALUES ('never committed')")
    os.kill(session.info.backend_pid, signal.SIGKILL)
    running.ensure_accepting()
    assert rows(running) == ["kept"]


def test_a_stale_pid_file_in_a_strangers_name_harms_nobody(cluster, stranger):
    """The number has passed on to another process, which even runs under the server's account."""
    other = stranger(cwd="/", **server_account(cluster.data).process_arguments())
    leave_pid_file(cluster, other.pid)
    assert cluster.status().pid is None
    assert cluster.stop() is False
    assert cluster.ensure_running(announce=False) is True
    assert pid_of(cluster) != other.pid
    assert cluster.stop() is True
    assert other.poll() is None


def test_a_stale_pid_file_in_the_name_of_this_very_process(cluster):
    leave_pid_file(cluster, os.getpid())
    assert cluster.ensure_running(announce=False) is True


def test_a_stale_pid_file_in_the_name_of_an_unburied_process(cluster):
    corpse = subprocess.Popen(["true"])
    os.waitid(os.P_PID, corpse.pid, os.WEXITED | os.WNOWAIT)
    leave_pid_file(cluster, corpse.pid)
    assert cluster.ensure_running(announce=False) is True
    corpse.wait()


def test_a_first_start_that_was_cut_short_is_begun_again(new_cluster):
    new_cluster.folder.mkdir(mode=0o700)
    half_made = new_cluster.folder / "data.new"
    half_made.mkdir()
    (half_made / "PG_VERSION").write_text("18\n")
    (new_cluster.folder / "password.new").write_text("half a pass")
    assert new_cluster.ensure_running(announce=False) is True
    connect(new_cluster).close()
    assert not half_made.exists()


def test_a_lost_password_is_replaced_at_the_next_start(running):
    (running.folder / "password").unlink()
    with pytest.raises(EmbeddedError, match="embedded stop"):
        running.connection_parameters()
    running.stop()
    running.ensure_running(announce=False)
    assert rows(running) == ["kept"]


@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        pytest.param(
            lambda data: (data / "PG_VERSION").write_text("17\n"),
            "made by PostgreSQL 17, the embedded one is 18",
            id="another major version",
        ),
        pytest.param(
            lambda data: (data / "PG_VERSION").unlink(),
            "holds no PostgreSQL data",
            id="no version",
        ),
        pytest.param(
            lambda data: (data / "global" / "pg_control").write_bytes(b"x" * 8192),
            "does not start: its data is damaged",
            id="a file written over",
        ),
        pytest.param(
            lambda data: (data / "global" / "pg_control").unlink(),
            "does not start: its data is damaged",
            id="a file removed",
        ),
    ],
)
def test_data_it_cannot_use_is_left_as_it_is_and_said_in_one_line(cluster, damage, complaint):
    damage(cluster.data)
    before = sorted(path.name for path in (cluster.data / "base").iterdir())
    with pytest.raises(EmbeddedError, match=complaint) as refusal:
        cluster.ensure_running(announce=False)
    assert str(cluster.folder) in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert sorted(path.name for path in (cluster.data / "base").iterdir()) == before
