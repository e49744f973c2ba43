"""Nobody but its owner can connect to the embedded server."""

import os
import socket
import stat
from pathlib import Path

import psycopg
import pytest

from factcheck.embedded.account import server_account
from factcheck.embedded.errors import EmbeddedError
from tests.factcheck.embedded.processes.conftest import connect

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can act as another user")


def as_user(uid: int, attempt) -> str:
    """Run `attempt` in a process under another user id; the name of what it raised, or ""."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(uid)
            os.setuid(uid)
            attempt()
        except BaseException as error:
            os.write(writing, type(error).__name__.encode())
        finally:
            os._exit(0)
    os.close(writing)
    with open(reading) as answer:
        result = answer.read()
    os.waitpid(child, 0)
    return result


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_its_folders_and_password_are_its_owners_alone(running):
    socket_folder = Path(running.status().socket_folder)
    assert mode(running.folder) == 0o700
    assert mode(running.data) == 0o700
    assert mode(running.folder / "password") == 0o600
    assert mode(socket_folder) == 0o700
    assert mode(socket_folder / ".s.PGSQL.5432") == 0o700
    assert running.folder.stat().st_uid == os.geteuid()


def test_a_folder_that_others_could_enter_is_closed_to_them(cluster):
    cluster.folder.chmod(0o755)
    cluster.ensure_running(announce=False)
    assert mode(cluster.folder) == 0o700


def test_it_listens_on_no_network(running):
    with connect(running) as connection:
        listening = connection.execute("SHOW listen_addresses").fetchone()
    assert listening == ("",)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"password": "wrong"}, id="a wrong password"),
        pytest.param({"password": None}, id="no password"),
        pytest.param({"user": "postgres"}, id="the superuser, with the role's password"),
        pytest.param({"user": "postgres", "password": ""}, id="the superuser, without any"),
    ],
)
def test_it_asks_everyone_for_the_password(running, changes, monkeypatch):
    monkeypatch.setenv("PGPASSFILE", os.devnull)
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(dbname="factcheck", **running.connection_parameters() | changes)


def test_its_role_is_no_superuser(running):
    with connect(running) as connection:
        found = connection.execute(
            "SELECT rolsuper, rolcreatedb FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert found == (False, True)


@as_root
def test_another_user_cannot_reach_the_socket(running):
    path = Path(running.status().socket_folder) / ".s.PGSQL.5432"
    with socket.socket(socket.AF_UNIX) as door:
        door.connect(str(path))  # the owner can

    def knock():
        socket.socket(socket.AF_UNIX).connect(str(path))

    assert as_user(54321, knock) == "PermissionError"


@as_root
def test_another_process_under_the_servers_account_is_asked_for_the_password(running):
    account = server_account(running.data)
    parameters = running.connection_parameters() | {"password": "guess"}
    assert account.uid != 0

    def guess():
        psycopg.connect(dbname="factcheck", **parameters)

    assert as_user(account.uid, guess) == "OperationalError"
    assert as_user(account.uid, (running.folder / "password").read_text) == "PermissionError"


@as_root
def test_a_folder_of_another_user_is_refused_by_name(cluster):
    os.chown(cluster.folder, 54321, 54321)
    with pytest.raises(EmbeddedError, match="belongs to another user"):
        cluster.ensure_running(announce=False)
    os.chown(cluster.folder, 0, 0)
