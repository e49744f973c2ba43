"""The settings of the connections to replicas; Django's settings are made of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dj_database_url

PATIENCE = {
    "connect_timeout": 3,
    # A replica that went away without a word is noticed within seconds, not within the quarter of
    # an hour that TCP would give it.
    "tcp_user_timeout": 5_000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 2,
}
"""What libpq is told about a server that does not answer; the URL's own parameters go before."""


def replica_databases(urls: Sequence[str], *, max_age: int) -> dict[str, dict[str, Any]]:
    """Django's DATABASES for these URLs, by alias: replica1, replica2 …

    max_age  seconds that a connection is kept
    """
    return {f"replica{number}": _database(url, max_age) for number, url in enumerate(urls, start=1)}


def _database(url: str, max_age: int) -> dict[str, Any]:
    database = dj_database_url.parse(url, engine="factcheck.replicas.backend")
    return database | {
        "CONN_MAX_AGE": max_age,
        # Each request asks how far the replica has come, which tells as well whether it is there.
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": PATIENCE | database.get("OPTIONS", {}),
        "TEST": {"MIRROR": "default"},
    }
