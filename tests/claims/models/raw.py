"""Raw SQL for tests: what the database itself takes or refuses, whatever Django would say."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection, transaction

QUANTITY = {
    "wording": "approximately 5,000",
    "hedge": "about",
    "amount": "5000",
    "unit": "troops",
    "discrete": True,
    "reading": "[4500,5500]",
    "accept": "[4500,5500]",
}
NO_QUANTITY = {
    "wording": "",
    "hedge": "",
    "amount": None,
    "unit": "",
    "discrete": False,
    "reading": None,
    "accept": None,
}
TIME = {
    "period": "[2020-07-01,2020-08-01)",
    "period_mode": "instant",
    "period_basis": "stated",
    "modality": "observation",
}


def insert(table: str, values: Mapping[str, object]) -> int:
    """Insert one row and check what is deferred; gives its id."""
    columns = ", ".join(f'"{name}"' for name in values)
    places = ", ".join(["%s"] * len(values))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({places}) RETURNING id",
            list(values.values()),
        )
        (pk,) = cursor.fetchone()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        return pk


def execute(sql: str, *values: object) -> int:
    """Run one statement; gives the number of rows."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.rowcount
