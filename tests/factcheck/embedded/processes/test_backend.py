"""The embedded server under Django: connections, and manage.py."""

import os
import signal

import pytest
from django.db.utils import ConnectionHandler, OperationalError

from factcheck.failures import plain_reason
from tests.factcheck.embedded.processes.conftest import pid_of
from tests.factcheck.running import manage


@pytest.fixture
def django_connection(cluster, django_db_blocker):
    """A Django connection to a server that does not run yet."""
    handler = ConnectionHandler(
        {
            "default": {
                "ENGINE": "factcheck.embedded.backend",
                "NAME": "factcheck",
                "OPTIONS": {"folder": str(cluster.folder)},
                "CONN_HEALTH_CHECKS": True,
            }
        }
    )
    with django_db_blocker.unblock():
        yield handler["default"]
        handler["default"].close()


def answer(connection) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 42")
        return cursor.fetchone()[0]


def test_the_first_connection_starts_the_server(cluster, django_connection):
    assert cluster.status().pid is None
    assert answer(django_connection) == 42
    assert cluster.status().pid is not None


def test_a_connection_after_the_server_was_killed_starts_it_again(cluster, django_connection):
    answer(django_connection)
    os.kill(pid_of(cluster), signal.SIGKILL)
    with pytest.raises(OperationalError):
        while True:  # until the session has noticed that its server is gone
            answer(django_connection)
    django_connection.close_if_unusable_or_obsolete()  # as at the end of each request
    assert answer(django_connection) == 42


def test_a_connection_during_recovery_waits_for_it(cluster, django_connection):
    answer(django_connection)
    os.kill(django_connection.connection.info.backend_pid, signal.SIGKILL)
    django_connection.close()
    assert answer(django_connection) == 42


def test_a_server_that_cannot_start_is_told_in_one_line(cluster, django_connection):
    (cluster.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(OperationalError) as failure:
        answer(django_connection)
    assert "made by PostgreSQL 17" in plain_reason(failure.value)


def test_manage_py_starts_it_when_needed_shows_it_and_stops_it(cluster):
    def run(*arguments):
        return manage(*arguments, EMBEDDED_POSTGRES_FOLDER=str(cluster.folder))

    assert run("check").returncode == 0
    assert cluster.status().pid is None, "a command that needs no database starts nothing"
    stopped = run("embedded", "status")
    assert (stopped.returncode, stopped.stdout.startswith("not running")) == (3, True)

    first, second = run("showmigrations"), run("showmigrations")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert len(first.stderr.splitlines()) == 1
    assert second.stderr == "", "it says only once that it stays up"

    status = run("embedded", "status")
    assert status.returncode == 0
    assert f"process {pid_of(cluster)}\n" in status.stdout
    assert str(cluster.data) in status.stdout

    assert run("embedded", "stop").stdout == "stopped\n"
    assert cluster.status().pid is None
    assert run("embedded", "stop").stdout == "not running: nothing to stop\n"


def test_dbshell_opens_the_embedded_server(cluster):
    query = ("dbshell", "--", "--no-psqlrc", "-Atc", "SELECT current_user, 6 * 7")
    done = manage(*query, EMBEDDED_POSTGRES_FOLDER=str(cluster.folder))
    assert done.stdout == "factcheck|42\n", done.stderr


def test_manage_py_tells_of_a_server_that_cannot_start_in_one_line(cluster):
    (cluster.data / "PG_VERSION").write_text("17\n")
    done = manage("showmigrations", EMBEDDED_POSTGRES_FOLDER=str(cluster.folder))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "made by PostgreSQL 17" in done.stderr
