"""A primary and a standby, both real, and a site that reads from them."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import ConnectionHandler, connections
from django.test import Client, override_settings

from factcheck.replicas.databases import PATIENCE
from factcheck.replicas.replica import Replica, replica_of

from .standby import Standby, primary_at

SITE = {
    "DATABASE_ROUTERS": ["factcheck.replicas.router.ReplicaRouter"],
    "REPLICA_APPS": ["auth"],
    "REPLICA_MAX_LAG": 5,
    "REPLICAS": ["replica1"],
    "ROOT_URLCONF": "tests.factcheck.replicas.processes.site",
    "MIDDLEWARE": [
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "factcheck.replicas.choosing.ChooseDatabase",
    ],
}


@pytest.fixture(scope="package")
def primary(tmp_path_factory):
    cluster = primary_at(tmp_path_factory.mktemp("replicas") / "postgres")
    yield cluster
    cluster.stop()


@pytest.fixture(scope="package")
def databases(primary, django_db_blocker):
    """Django's connections lead to the primary and the standby; the tables are made there."""
    standby = Standby(primary)
    where = primary.connection_parameters()
    replica = {
        "ENGINE": "factcheck.replicas.backend",
        "NAME": "factcheck",
        "USER": where["user"],
        "PASSWORD": where["password"],
        "HOST": where["host"],
        "PORT": standby.PORT,
        "CONN_MAX_AGE": None,
        "OPTIONS": PATIENCE,
    }
    first = {
        "ENGINE": "factcheck.embedded.backend",
        "NAME": "factcheck",
        "OPTIONS": {"folder": str(primary.folder)},
    }
    ours = ConnectionHandler({"default": first, "replica1": replica})
    usual = connections["default"]
    connections["default"], connections["replica1"] = ours["default"], ours["replica1"]
    try:
        with django_db_blocker.unblock():
            for app in ("replicas", "freshness", "sessions"):
                call_command("migrate", app, verbosity=0)
            yield standby
    finally:
        ours.close_all()
        standby.close()
        connections["default"] = usual
        del connections["replica1"]


@pytest.fixture
def standby(databases, django_db_blocker):
    """The standby, which runs and has caught up."""
    with django_db_blocker.unblock(), override_settings(**SITE):
        if databases.runs:
            databases.ask("SELECT pg_wal_replay_resume()")
        else:
            databases.start()
        databases.catch_up()
        replica_of.cache_clear()
        yield databases
        connections["replica1"].close()


@pytest.fixture
def visitor(standby):
    """Someone who is not known to the site."""
    return Client()


@pytest.fixture
def pass_time(monkeypatch):
    """`pass_time(seconds)`: let the site's clock go on."""
    clock = {"ahead": 0.0}
    steady = Replica.now
    monkeypatch.setattr(Replica, "now", staticmethod(lambda: steady() + clock["ahead"]))

    def ahead(seconds: float) -> None:
        clock["ahead"] += seconds

    return ahead
