"""A statement that a standby cannot answer any more is answered by the primary."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.db import DataError, connections, transaction

from factcheck.replicas.replica import replica_of
from factcheck.replicas.route import Route, along


@pytest.fixture
def route(standby):
    route = Route("replica1")
    with along(route):
        yield route


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(list, id="all rows at once"),
        pytest.param(lambda rows: list(rows.iterator()), id="by a cursor of the server"),
    ],
)
def test_a_session_that_ends_between_two_statements(standby, route, read):
    assert Group.objects.all().db == "replica1"
    before = read(Group.objects.order_by("pk"))
    standby.ask(
        "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE usename = 'factcheck'"
    )
    assert read(Group.objects.order_by("pk")) == before
    assert route.alias == "default", "the rest of the request is read from the primary"
    assert not replica_of("replica1").may_be_asked()


def test_a_standby_that_is_gone_before_the_connection(standby, route):
    standby.end()
    connections["replica1"].close()
    assert Group.objects.count() >= 0
    assert route.alias == "default"


def test_a_session_that_stands_in_the_way_of_the_replay(standby, route):
    """What holds the table here bars the lock that the primary took on it: it is cancelled."""
    before = Group.objects.count()
    with connections["replica1"].cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SELECT count(*) FROM auth_group")
        with transaction.atomic(), connections["default"].cursor() as primary:
            primary.execute("LOCK TABLE auth_group IN ACCESS EXCLUSIVE MODE")
        standby.catch_up()
        cursor.execute("SELECT count(*) FROM auth_group")
        assert cursor.fetchone() == (before,)
    assert route.alias == "default"


def test_a_mistake_in_the_statement_is_told_as_it_is(standby, route):
    with connections["replica1"].cursor() as cursor, pytest.raises(DataError):
        cursor.execute("SELECT 1 / 0")
    assert route.alias == "replica1"
    assert replica_of("replica1").may_be_asked()
