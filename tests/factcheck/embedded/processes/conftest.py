"""Embedded servers for single tests, each in a folder of its own."""

import os
import subprocess

import psycopg
import pytest

from factcheck.embedded.server import Cluster


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """The folder of a server that has been set up and is stopped, to be copied."""
    cluster = Cluster(tmp_path_factory.mktemp("template") / "postgres")
    cluster.ensure_running(announce=False)
    cluster.stop()
    return cluster.folder


@pytest.fixture
def new_cluster(tmp_path):
    """A server of which nothing is there yet; whatever runs at the end is stopped."""
    cluster = Cluster(tmp_path / "postgres")
    yield cluster
    cluster.stop()


@pytest.fixture
def cluster(template, new_cluster):
    """A server that has been set up and does not run."""
    copy(template, new_cluster.folder)
    return new_cluster


@pytest.fixture
def running(cluster):
    """A server that runs and holds one committed row: see `rows`."""
    cluster.ensure_running(announce=False)
    with connect(cluster) as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('kept')")
    return cluster


def copy(source, target) -> None:
    """Copy a stopped server's folder, with its files' owners and modes."""
    subprocess.run(["cp", "-pR", source, target], check=True)


def connect(cluster: Cluster) -> psycopg.Connection:
    return psycopg.connect(dbname="factcheck", **cluster.connection_parameters())


def rows(cluster: Cluster) -> list[str]:
    """What the table of `running` holds."""
    with connect(cluster) as connection:
        return [word for (word,) in connection.execute("SELECT word FROM kept")]


def pid_of(cluster: Cluster) -> int:
    pid = cluster.status().pid
    assert pid is not None
    os.kill(pid, 0)
    return pid
