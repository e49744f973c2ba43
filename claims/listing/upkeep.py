"""The tables of the list held against what they follow from, and filled anew.

Triggers keep them; this is for whoever wants to be sure, and after loading rows with triggers off.
"""

from __future__ import annotations

from django.db import connection, transaction

_ENTRIES = """
    SELECT listed.* FROM claims_figure AS f, claims_figure_listed(f.id) AS listed
"""
_MARKS = """
    SELECT unnest(marks) AS mark, figure_id FROM claims_figureentry WHERE published
"""
_COUNTS = """
    SELECT counted.within, counted.mark, counted.facet, count(*) AS figures
    FROM claims_figureentry AS e, claims_figure_counted(e.marks) AS counted
    WHERE e.published GROUP BY counted.within, counted.mark, counted.facet
"""
_TABLES = {
    "claims_figureentry": ("figure_id, published, first_at, status, marks, text", _ENTRIES),
    "claims_figuremark": ("mark, figure_id", _MARKS),
    "claims_figurecount": ("within, mark, facet, figures", _COUNTS),
}
"""Of each table its columns, and the rows that it is to have; in the order of what follows from
what."""

_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('factcheck.figures', 0))"


def differences() -> dict[str, int]:
    """How many rows of each table are not as they should be: missing, or there and wrong."""
    found = {}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_LOCK)
        for table, (columns, rows) in _TABLES.items():
            # The columns by name: what a query gives need not be in the order of the table.
            stored, due = f"SELECT {columns} FROM {table}", f"SELECT {columns} FROM ({rows}) AS due"
            cursor.execute(
                f"SELECT count(*) FROM (({stored} EXCEPT ALL {due}) UNION ALL"
                f" ({due} EXCEPT ALL {stored})) AS wrong"
            )
            found[table] = cursor.fetchone()[0]
    return found


def rebuild() -> int:
    """Fill all three tables anew, in one transaction; returns how many figures there are."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE claims_figureentry IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute(_LOCK)
        for table in reversed(_TABLES):
            cursor.execute(f"DELETE FROM {table}")
        for table, (columns, rows) in _TABLES.items():
            cursor.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM ({rows}) AS due")
        cursor.execute("SELECT count(*) FROM claims_figureentry")
        return cursor.fetchone()[0]
