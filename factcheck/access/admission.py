"""Counting a request, and finding whose key it brings: one SQL statement for both.

The rate is a leaky bucket (GCRA): each request adds `each` to the moment at which the bucket will
be empty again, and one that would put that moment more than a minute ahead is refused and adds
nothing. PostgreSQL locks the caller's row for the statement, so the count is exact however many
workers serve.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import get_user_model
from django.db import connection

from .quota import WINDOW, Quota

SWEPT_AT_ONCE = 10_000

# In ON CONFLICT no other table can be looked at: all that is needed stands in EXCLUDED, where
# the moment of the request is `EXCLUDED.empty_at - EXCLUDED.each`.
_SPEND = f"""
    INSERT INTO access_bucket AS held (name, each, empty_at, passed)
    SELECT caller.name, caller.each, statement_timestamp() + caller.each, TRUE
    FROM (
        SELECT name, '1 microsecond'::interval * ({WINDOW * 1_000_000} / rate) AS each
        FROM asked WHERE rate IS NOT NULL
    ) AS caller
    ON CONFLICT (name) DO UPDATE SET
        each = EXCLUDED.each,
        passed = held.empty_at + EXCLUDED.each * 2 <= EXCLUDED.empty_at + '{WINDOW} seconds',
        empty_at = CASE
            WHEN held.empty_at + EXCLUDED.each * 2 <= EXCLUDED.empty_at + '{WINDOW} seconds'
            THEN GREATEST(held.empty_at + EXCLUDED.each, EXCLUDED.empty_at)
            ELSE held.empty_at
        END
    RETURNING passed, EXTRACT(epoch FROM empty_at - statement_timestamp()) AS spent
"""
_CHANGED = "(SELECT max(at) FROM freshness_change) AS changed_at, statement_timestamp() AS now"

_BY_NAME = f"""
    WITH asked AS (SELECT %(name)s::text AS name, %(rate)s::bigint AS rate),
    counted AS ({_SPEND})
    SELECT counted.passed, counted.spent, {_CHANGED}
    FROM asked LEFT JOIN counted ON TRUE
"""

_BY_KEY = f"""
    WITH found AS (
        SELECT held.id, held.owner_id, held.scopes, owner.username,
               COALESCE(held.rate, %(rate)s) AS rate,
               CASE WHEN held.revoked_at IS NOT NULL THEN 'revoked_key'
                    WHEN held.expires_at <= statement_timestamp() THEN 'expired_key'
                    WHEN NOT owner.is_active THEN 'closed_account' END AS refusal
        FROM access_apikey AS held
        JOIN {{users}} AS owner ON owner.id = held.owner_id
        WHERE held.digest = %(digest)s
    ),
    asked AS (SELECT 'key:' || id AS name, rate::bigint FROM found WHERE refusal IS NULL),
    counted AS ({_SPEND}),
    used AS (
        UPDATE access_apikey SET last_used_at = statement_timestamp()
        WHERE id = (SELECT id FROM found WHERE refusal IS NULL)
        AND (last_used_at IS NULL OR last_used_at < statement_timestamp() - '1 minute'::interval)
    )
    SELECT counted.passed, counted.spent, {_CHANGED}, found.rate, found.refusal, found.id,
           found.scopes, found.owner_id, found.username
    FROM found LEFT JOIN counted ON TRUE
"""

# A row that is in use is left for the next time. PostgreSQL looks at each again once it has
# locked it, so none that was used meanwhile is lost.
_SWEEP = (
    f"""
    DELETE FROM access_bucket WHERE name IN (
        SELECT name FROM access_bucket WHERE empty_at < statement_timestamp()
        LIMIT {SWEPT_AT_ONCE} FOR UPDATE SKIP LOCKED
    ) AND empty_at < statement_timestamp()
    """,
    f"""
    DELETE FROM access_answer WHERE id IN (
        SELECT id FROM access_answer WHERE at < statement_timestamp() - '1 day'::interval
        LIMIT {SWEPT_AT_ONCE} FOR UPDATE SKIP LOCKED
    )
    """,
    # Only the newest change is ever asked for; the hour is for whoever looks into the table.
    f"""
    DELETE FROM freshness_change WHERE id IN (
        SELECT id FROM freshness_change
        WHERE at < (SELECT max(at) FROM freshness_change) - '1 hour'::interval
        LIMIT {SWEPT_AT_ONCE} FOR UPDATE SKIP LOCKED
    )
    """,
)


@dataclass(frozen=True, slots=True)
class Moment:
    """When the public record last changed (None: not known), and what time it is in PostgreSQL.

    Read in the same statement as the count, so before anything of the answer.
    """

    changed_at: datetime | None
    now: datetime


@dataclass(frozen=True, slots=True)
class FoundKey:
    """A key that exists; `refusal` is a machine code where it is no longer good."""

    id: int
    scopes: tuple[str, ...]
    owner: object
    refusal: str | None


def count_by_name(*, kind: str, who: str, rate: int) -> tuple[Quota | None, Moment]:
    """Count one request of `who` against `rate` a minute; a rate of 0 is none, and no Quota."""
    with connection.cursor() as cursor:
        cursor.execute(_BY_NAME, {"name": f"{kind}:{who}", "rate": rate or None})
        passed, spent, changed_at, now = cursor.fetchone()
    quota = Quota(kind, rate, passed, float(spent)) if rate else None
    return quota, Moment(changed_at, now)


def count_by_key(*, digest: bytes, rate: int) -> tuple[FoundKey, Quota | None, Moment] | None:
    """Find the key and count one request against its own rate, or `rate` where it has none.

    None if there is no such key. A key that is no longer good is not counted: no Quota.
    """
    User = get_user_model()
    with connection.cursor() as cursor:
        cursor.execute(
            _BY_KEY.format(users=connection.ops.quote_name(User._meta.db_table)),
            {"digest": digest, "rate": rate or None},
        )
        row = cursor.fetchone()
    if row is None:
        return None
    passed, spent, changed_at, now, rate, refusal, pk, scopes, *account = row
    # In the order of the model's fields; what is not read here is read when it is asked for.
    columns = ["id", "username", "is_active"]
    owner = User.from_db(connection.alias, columns, [*account, refusal != "closed_account"])
    quota = Quota("key", rate, passed, float(spent)) if passed is not None else None
    return FoundKey(pk, tuple(scopes), owner, refusal), quota, Moment(changed_at, now)


def sweep() -> None:
    """Remove what is over: empty buckets, answers of yesterday, old moments of change."""
    with connection.cursor() as cursor:
        for statement in _SWEEP:
            cursor.execute(statement)
