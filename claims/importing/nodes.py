"""What a file says, before anyone asks whether it makes sense: text with its line, nothing more.

Scalars stay as they were written ("5,000", "2020-07", "no"); what they mean is decided by the
field that they stand in.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One value as written; "" for an empty one."""

    value: str
    line: int


@dataclass(frozen=True)
class Items:
    """A list of values."""

    values: tuple[Node, ...]
    line: int


@dataclass(frozen=True)
class Entry:
    """Named values."""

    fields: dict[str, Node]
    line: int


Node = Text | Items | Entry
