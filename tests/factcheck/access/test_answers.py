"""Idempotency-Key: done once, answered as often as asked."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from factcheck.access.admission import sweep
from factcheck.access.models import Answer
from sources.models import Document
from tests.factcheck.api.sending import errors, ingest_key, send

ROW = {"name": "note.txt", "text": "5,000 remained."}


def once(row=ROW, name: str = "first", /, **key):
    return send("documents/", row, **{"Idempotency-Key": name}, **key)


@pytest.mark.django_db
def test_the_same_request_gets_the_same_answer_whatever_happened_since():
    key = ingest_key()
    first = once(**key)
    Document.objects.update(title="Changed since")
    again = once(**key)
    assert first.status_code == again.status_code == 201
    assert (again.content, again["Location"]) == (first.content, first["Location"])
    assert again["Idempotent-Replayed"] == "true" and "Idempotent-Replayed" not in first
    assert once(ROW, "second", **key).json()["outcome"] == "unchanged"


@pytest.mark.django_db
def test_a_refusal_is_repeated_too():
    key, bad = ingest_key(), {"name": "note.txt"}
    assert errors(once(bad, **key)) == errors(once(bad, **key)) == {"text": "required"}
    assert Answer.objects.get().status == 400


@pytest.mark.django_db
def test_another_request_under_the_same_name_is_refused():
    key = ingest_key()
    once(**key)
    assert errors(once(ROW | {"text": "Other."}, **key), 422) == {None: "other_request"}
    other_address = send("claims/", ROW, **{"Idempotency-Key": "first"}, **key)
    assert errors(other_address, 422) == {None: "other_request"}
    # The names of another key are its own.
    assert once(ROW | {"text": "Other."}, **ingest_key()).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["", "x" * 256, "Zürich", "a\0b"])
def test_a_name_that_is_none(name):
    assert errors(once(ROW, name, **ingest_key())) == {"Idempotency-Key": "invalid"}


@pytest.mark.django_db
def test_after_a_day_it_is_a_new_request_and_what_is_old_is_swept():
    key = ingest_key()
    once(**key)
    held = Answer.objects.get()
    Answer.objects.update(at=held.at - timedelta(hours=25))
    assert once(**key).json()["outcome"] == "unchanged"
    Answer.objects.update(at=held.at - timedelta(hours=25))
    sweep()
    assert not Answer.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_does_it_and_all_get_its_answer():
    key, many = ingest_key(), 6
    together = Barrier(many)

    def call(_):
        together.wait()
        try:
            return once(**key)
        finally:
            connection.close()

    with ThreadPoolExecutor(many) as pool:
        answers = list(pool.map(call, range(many)))
    assert {(one.status_code, one.content) for one in answers} == {(201, answers[0].content)}
    assert sum("Idempotent-Replayed" not in one for one in answers) == 1
    assert Document.objects.count() == 1
