"""English words for dates: months, and the parts of months and years."""

from __future__ import annotations

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
PARTS_OF_MONTH: dict[str, tuple[int, int]] = {"early": (1, 15), "mid": (10, 20), "late": (16, 31)}
"""First and last day; the last is cut to the month's length."""
PARTS_OF_YEAR: dict[str, tuple[int, int]] = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
"""First and last month."""
