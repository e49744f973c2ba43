"""Text in the cells of a spreadsheet: none may start a formula. Pure.

A spreadsheet runs what starts with = + - or @, also behind a tab or a line's end, and in their
full-width forms (OWASP, "CSV Injection"). Such text gets an apostrophe in front. So does text that
looks as if it had got one, which makes it certain what the text was. Numbers are no text: they
stay as they are, minus sign and all.
"""

from __future__ import annotations

import re

STARTS_FORMULA = "[=+@\t\r\n＝＋－＠-]"
GUARDED = f"^'*{STARTS_FORMULA}"
"""Text that gets one apostrophe more; the same expression serves Python and PostgreSQL."""

_GUARDED = re.compile(GUARDED)
_WITH_ONE_MORE = re.compile(f"^'+{STARTS_FORMULA}")


def guarded(text: str) -> str:
    """The text as it may stand in a cell."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(cell: str) -> str:
    """The text that `guarded` was given."""
    return cell[1:] if _WITH_ONE_MORE.match(cell) else cell
