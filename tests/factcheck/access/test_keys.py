"""Keys: what is kept of them, and what PostgreSQL itself refuses."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from factcheck.access.keys import make_key, revoke_key
from factcheck.access.models import ApiKey
from factcheck.access.tokens import digest_of

from .callers import MADE, new_key, owner

pytestmark = pytest.mark.django_db


def test_of_the_token_only_its_hash_and_its_beginning_are_kept():
    key, header = new_key("ingest", "read", "read")
    token = header["Authorization"].partition(" ")[2]
    with connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(k)::text FROM access_apikey AS k")
        (stored,) = cursor.fetchone()
    assert token not in stored and token.startswith(key.prefix)
    assert len(key.prefix) == 12 and len(token) == 47
    assert bytes(ApiKey.objects.get().digest) == digest_of(token)
    assert key.scopes == ["ingest", "read"]


def test_no_two_tokens_are_alike():
    assert len({new_key()[1]["Authorization"] for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"scopes": []}, "scopes"),
        ({"scopes": ["write"]}, "scopes"),
        ({"name": " "}, "__all__"),
        ({"rate": 0}, "__all__"),
        ({"rate": 1_000_001}, "__all__"),
        ({"expires_at": MADE}, "__all__"),
    ],
)
def test_what_is_wrong_is_refused_by_name(given, field):
    person = owner()
    fine = {"name": "A", "owner": person, "scopes": ["read"], "by": person, "at": MADE}
    with pytest.raises(ValidationError) as refused:
        make_key(**fine | given)
    assert field in refused.value.message_dict


def test_a_key_is_revoked_once_and_by_the_first():
    key, _ = new_key()
    first, second = owner(), owner()
    assert revoke_key(key=key, by=first, at=MADE + timedelta(1))
    assert not revoke_key(key=key, by=second, at=MADE + timedelta(2))
    assert (key.revoked_by, key.revoked_at) == (first, MADE + timedelta(1))


@pytest.mark.parametrize(
    "change",
    [
        "scopes = '{ingest}'",
        "owner_id = created_by_id + 1",
        "digest = sha256('x')",
        "revoked_at = NULL, revoked_by_id = NULL",
        "revoked_at = revoked_at + '1 day'",
    ],
)
def test_raw_sql_changes_neither_its_powers_nor_its_end(change):
    key, _ = new_key()
    owner()
    revoke_key(key=key, by=key.owner, at=MADE)
    with (
        pytest.raises(IntegrityError, match="make another"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE access_apikey SET {change}")


@pytest.mark.parametrize("change", ["scopes = '{}'", "scopes = '{all}'", "digest = '\\x00'"])
def test_raw_sql_makes_no_key_that_we_would_not(change):
    column, value = change.split(" = ")
    new_key()
    columns = [f.column for f in ApiKey._meta.concrete_fields if f.column != "id"]
    taken = [
        value if name == column else "sha256('y')" if name == "digest" else name for name in columns
    ]
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO access_apikey ({', '.join(columns)}) "
            f"SELECT {', '.join(taken)} FROM access_apikey"
        )
