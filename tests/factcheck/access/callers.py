"""Keys for tests."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from django.contrib.auth.models import User

from factcheck.access.keys import make_key

MADE = datetime(2024, 1, 1, tzinfo=UTC)
_numbers = count(1)


def owner(name: str | None = None, **fields) -> User:
    return User.objects.create_user(name or f"owner-{next(_numbers)}", **fields)


def new_key(*scopes: str, at: datetime = MADE, **fields):
    """(the ApiKey, the header that uses it)"""
    person = fields.pop("owner", None) or owner()
    key, token = make_key(
        name="A key", owner=person, scopes=scopes or ["read"], by=person, at=at, **fields
    )
    return key, {"Authorization": f"Bearer {token}"}


def header_of(*scopes: str) -> dict[str, str]:
    return new_key(*scopes)[1]
