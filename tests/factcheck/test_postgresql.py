"""The floor for the server's version, and what is said of a server that cannot be used."""

import pytest
from django.db import OperationalError, connection
from django.db.backends.base import base

from factcheck.failures import plain_reason
from factcheck.postgresql.base import DatabaseFeatures
from factcheck.postgresql.errors import UnsupportedServer


@pytest.fixture
def fresh_connection(db):
    """A second connection to the test database, closed at the end."""
    fresh = connection.copy()
    yield fresh
    fresh.close()


def test_this_server_is_new_enough(fresh_connection):
    fresh_connection.connect()
    assert fresh_connection.get_database_version() >= (15,)


def test_an_older_server_is_refused_in_one_line(fresh_connection, monkeypatch):
    monkeypatch.setattr(base, "RAN_DB_VERSION_CHECK", set())  # Django checks once a process
    monkeypatch.setattr(DatabaseFeatures, "minimum_database_version", (99,))
    with pytest.raises(UnsupportedServer) as refusal:
        fresh_connection.ensure_connection()
    reason = plain_reason(refusal.value)
    assert "version 99 or later is needed" in reason
    assert "\n" not in reason


def test_a_database_that_is_not_there_is_named_in_one_line(fresh_connection):
    fresh_connection.settings_dict["NAME"] = "no_such_database"
    with pytest.raises(OperationalError) as refusal:
        fresh_connection.ensure_connection()
    reason = plain_reason(refusal.value)
    assert "'no_such_database'" in reason
    assert "does not exist" in reason
    assert "\n" not in reason


def test_a_mistake_in_the_code_keeps_its_traceback(db):
    with pytest.raises(Exception, match="no_such_table") as mistake, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM no_such_table")
    assert plain_reason(mistake.value) is None
