"""Reads of a site with a real standby: what is read from it, and what is not."""

from __future__ import annotations

import logging
import uuid

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from factcheck.replicas.replica import LEFT_OUT


def name() -> str:
    return f"group {uuid.uuid4()}"


def read(client: Client, at: str = "/groups/") -> dict:
    response = client.get(at)
    assert response.status_code == 200
    return response.json()


@pytest.fixture
def writer(standby):
    """Someone signed in."""
    client = Client()
    client.force_login(User.objects.create_user(name()))
    return client


def test_what_is_published_is_read_from_the_standby(standby, visitor):
    Group.objects.create(name=(new := name()))
    standby.catch_up()
    assert read(visitor)["standby"]
    assert new in read(visitor)["groups"]


def test_the_staffs_pages_are_read_from_the_primary(visitor):
    assert not read(visitor, "/admin/groups/")["standby"]


def test_a_transaction_and_all_that_follows_it_is_the_primarys(visitor):
    found = read(visitor, "/in-transaction/")
    assert not found["within"]["standby"]
    assert not found["after"]["standby"]


def test_a_streamed_answer_is_read_from_the_standby_to_its_end(standby, visitor):
    Group.objects.bulk_create([Group(name=name()) for _ in range(3)])
    standby.catch_up()
    lines = b"".join(visitor.get("/streamed/").streaming_content).decode().splitlines()
    assert len(lines) == Group.objects.count() >= 3
    assert {line.split()[0] for line in lines} == {"True"}


@pytest.mark.parametrize("how", ["copy", "cursor"])
def test_an_export_is_read_from_the_standby(standby, visitor, how):
    Group.objects.bulk_create([Group(name=name()) for _ in range(3)])
    standby.catch_up()
    lines = visitor.get(f"/copied/?{how}").getvalue().decode().splitlines()
    assert sorted(lines) == sorted(f"t\t{group.name}" for group in Group.objects.all())


def test_a_write_is_seen_by_its_writer_at_once_and_by_others_after_the_replay(
    standby, visitor, writer
):
    assert read(writer)["standby"] and read(visitor)["standby"]
    standby.ask("SELECT pg_wal_replay_pause()")
    assert writer.post("/groups/", {"name": (new := name())}).json()["standby"] is False
    mine, others = read(writer), read(visitor)
    assert (new in mine["groups"], mine["standby"]) == (True, False)
    assert (new in others["groups"], others["standby"]) == (False, True)
    standby.ask("SELECT pg_wal_replay_resume()")
    standby.catch_up()
    for client in (writer, visitor):
        found = read(client)
        assert (new in found["groups"], found["standby"]) == (True, True)


def test_a_standby_that_lags_is_left_out_and_asked_again(standby, visitor, pass_time, caplog):
    assert read(visitor)["standby"]
    standby.ask("SELECT pg_wal_replay_pause()")
    Group.objects.create(name=(new := name()))
    pass_time(2)
    assert read(visitor)["standby"], "this is not too old yet"
    pass_time(4)
    with caplog.at_level(logging.WARNING, "factcheck.replicas"):
        found = read(visitor)
        assert (new in found["groups"], found["standby"]) == (True, False)
        pass_time(LEFT_OUT)
        assert not read(visitor)["standby"]
        assert [record.getMessage() for record in caplog.records] == [
            "replica1 is left out, the primary serves: it is more than 5 s behind"
        ]
        standby.ask("SELECT pg_wal_replay_resume()")
        standby.catch_up()
        assert not read(visitor)["standby"], "it is not asked again yet"
        pass_time(LEFT_OUT)
        found = read(visitor)
        assert (new in found["groups"], found["standby"]) == (True, True)
        assert caplog.records[-1].getMessage() == "replica1 serves again"


def test_a_process_that_knows_nothing_yet_does_not_read_from_a_standby_behind(standby, visitor):
    standby.ask("SELECT pg_wal_replay_pause()")
    Group.objects.create(name=(new := name()))
    found = read(visitor)
    assert (new in found["groups"], found["standby"]) == (True, False)


def test_a_killed_standby_costs_nobody_an_error(standby, visitor, pass_time, caplog):
    assert read(visitor)["standby"]
    standby.end()
    with caplog.at_level(logging.WARNING, "factcheck.replicas"):
        assert not read(visitor)["standby"]
        assert not read(visitor)["standby"]
    assert len(caplog.records) == 1
    standby.start()
    standby.catch_up()
    pass_time(LEFT_OUT)
    assert read(visitor)["standby"]


def test_a_standby_that_started_anew_between_two_requests_is_not_left_out(standby, visitor, caplog):
    assert read(visitor)["standby"]
    standby.end()
    standby.start()
    standby.catch_up()
    with caplog.at_level(logging.WARNING, "factcheck.replicas"):
        assert read(visitor)["standby"]
    assert caplog.records == []
