"""Idempotency-Key: the same request, sent again with the same key, gets the same answer.

What was done and its answer are written in one transaction: either both are there or neither.
Whoever sends the same key meanwhile waits for that transaction, and then gets its answer.
"""

from __future__ import annotations

from django.db import OperationalError, connection
from django.http import HttpResponse
from psycopg.errors import LockNotAvailable
from rest_framework.exceptions import APIException

from .models import Answer

KEPT = "24 hours"
WAIT = "10s"
"""So long one waits for another request with the same key."""


class InProgress(APIException):
    status_code = 409
    default_code = "in_progress"
    default_detail = "A request with this Idempotency-Key is still at work; send it again later."


class OtherRequest(APIException):
    status_code = 422
    default_code = "other_request"
    default_detail = "This Idempotency-Key was used for another request; take a new one."


def begin(*, key_id: int, name: str, asked: bytes) -> HttpResponse | None:
    """The answer that this request had before; None if it is the first, which then goes on.

    key_id  the API key that sends it; names of different keys have nothing to do with each other
    asked   the SHA-256 of all that makes the request what it is

    Called in the transaction that does the work, and followed by `keep`. Raises OtherRequest, and
    InProgress after WAIT.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{WAIT}'")
        try:
            cursor.execute(
                f"""
                INSERT INTO access_answer AS held
                    (key_id, name, asked, status, content_type, location, body, at)
                VALUES (%s, %s, %s, 0, '', '', '', statement_timestamp())
                ON CONFLICT (key_id, name) DO UPDATE
                    SET asked = EXCLUDED.asked, status = 0, at = EXCLUDED.at
                    WHERE held.at < statement_timestamp() - '{KEPT}'::interval
                RETURNING id
                """,
                [key_id, name, asked],
            )
        except OperationalError as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise InProgress from error
            raise
        first = cursor.fetchone() is not None
        cursor.execute("SET LOCAL lock_timeout TO DEFAULT")
    if first:
        return None
    held = Answer.objects.get(key=key_id, name=name)
    if bytes(held.asked) != asked:
        raise OtherRequest
    response = HttpResponse(bytes(held.body), status=held.status, content_type=held.content_type)
    if held.location:
        response.headers["Location"] = held.location
    response.headers["Idempotent-Replayed"] = "true"
    return response


def keep(*, key_id: int, name: str, response: HttpResponse) -> None:
    """Write down what is answered, in the transaction that `begin` was called in."""
    Answer.objects.filter(key=key_id, name=name).update(
        status=response.status_code,
        content_type=response.headers["Content-Type"],
        location=response.headers.get("Location", ""),
        body=response.content,
    )
