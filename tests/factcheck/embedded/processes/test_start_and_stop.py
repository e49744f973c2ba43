"""Starting, finding and stopping the embedded server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.embedded import binaries
from factcheck.embedded.private import fits
from factcheck.embedded.server import Cluster
from tests.factcheck.embedded.processes.conftest import connect, copy, pid_of, rows
from tests.factcheck.running import ROOT

START = (
    "import sys; from factcheck.embedded.server import Cluster; "
    "c = Cluster(sys.argv[1]); started = c.ensure_running(); print(started, c.status().pid)"
)


def test_it_is_set_up_and_started_once_and_says_so_once(new_cluster, capsys):
    assert new_cluster.status().pid is None
    assert new_cluster.ensure_running() is True
    assert new_cluster.ensure_running() is False
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "embedded stop" in said.err
    with connect(new_cluster) as connection:
        row = connection.execute(
            "SELECT current_database(), current_user, current_setting('server_encoding'),"
            " current_setting('timezone'), current_setting('fsync')"
        ).fetchone()
    assert row == ("factcheck", "factcheck", "UTF8", "UTC", "on")


def test_looking_makes_nothing(new_cluster):
    assert new_cluster.status().pid is None
    assert new_cluster.stop() is False
    assert not new_cluster.folder.exists()


def test_what_was_committed_is_there_after_a_stop_and_a_start(running):
    first = pid_of(running)
    assert running.stop() is True
    assert running.status().pid is None
    assert running.stop() is False
    assert running.ensure_running(announce=False) is True
    assert pid_of(running) != first
    assert rows(running) == ["kept"]


@pytest.mark.parametrize("at_first", ["nothing there", "set up"])
def test_of_many_processes_that_start_it_together_one_does(template, new_cluster, at_first):
    if at_first == "set up":
        copy(template, new_cluster.folder)
    together = [
        subprocess.Popen(
            [sys.executable, "-c", START, new_cluster.folder],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(6)
    ]
    answers = [process.communicate() for process in together]
    pid = pid_of(new_cluster)
    assert sorted(out.strip() for out, _ in answers) == [f"False {pid}"] * 5 + [f"True {pid}"]
    assert sum("embedded stop" in err for _, err in answers) == 1


def test_under_a_very_long_path_its_socket_is_elsewhere(template, tmp_path):
    folder = tmp_path / ("long-" * 20) / ("longer-" * 20) / "postgres"
    folder.parent.mkdir(parents=True)
    assert len(str(folder)) > 200
    copy(template, folder)
    cluster = Cluster(folder)
    cluster.ensure_running(announce=False)
    socket = Path(cluster.status().socket_folder)
    try:
        connect(cluster).close()
        assert fits(socket)
        assert folder not in socket.parents
    finally:
        cluster.stop()
    assert not socket.parent.exists(), "the private folder goes with the server"


@pytest.mark.parametrize("name", ["it's `here`", 'so "called"', "$HOME, sweet", "ключ"])
def test_under_a_path_with_odd_letters(template, tmp_path, name):
    folder = tmp_path / name / "postgres"
    folder.parent.mkdir()
    copy(template, folder)
    cluster = Cluster(folder)
    cluster.ensure_running(announce=False)
    try:
        connect(cluster).close()
    finally:
        cluster.stop()


def test_programs_out_of_reach_are_run_from_a_copy(new_cluster, tmp_path, monkeypatch):
    """As in a virtual environment in a closed home, or under a path that a shell would read."""
    closed = tmp_path / 'a "closed" $(place)'
    closed.mkdir(mode=0o700)
    package = binaries.wheel_programs().parents[1]
    copy(package, closed / package.name)
    for libraries in package.parent.glob(f"{package.name}.libs"):
        copy(libraries, closed / libraries.name)
    out_of_reach = closed / package.name / "pginstall18" / "bin"
    monkeypatch.setattr(binaries, "wheel_programs", lambda: out_of_reach)
    new_cluster.ensure_running(announce=False)
    connect(new_cluster).close()


def test_the_checkout_may_be_moved_while_it_runs(running, tmp_path):
    moved = Cluster(tmp_path / "moved" / "postgres")
    moved.folder.parent.mkdir()
    running.folder.rename(moved.folder)
    try:
        moved.ensure_accepting()
        assert rows(moved) == ["kept"]
    finally:
        assert moved.stop()


def test_it_starts_again_when_its_socket_was_removed(running):
    before = pid_of(running)
    (Path(running.status().socket_folder) / ".s.PGSQL.5432").unlink()
    running.ensure_accepting()
    assert pid_of(running) != before
    assert rows(running) == ["kept"]


def test_permissions_above_it_are_left_as_they_are(cluster):
    above = [path for path in cluster.folder.parents if path.owner() == cluster.folder.owner()]
    before = [path.stat().st_mode for path in above]
    cluster.ensure_running(announce=False)
    assert [path.stat().st_mode for path in above] == before
    assert os.access(cluster.folder.parent, os.W_OK)
