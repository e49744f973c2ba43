"""What is wrong with a file: every problem with its place, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.exceptions import ValidationError


@dataclass(frozen=True)
class Problem:
    """One thing to repair.

    line    line of the file, from 1; None: the file as a whole
    row     which row, as a reader would name it: "claim us-troops-2020, evidence 2"; may be ""
    field   the field or column; may be ""
    reason  what is wrong, and what to do
    """

    line: int | None
    row: str
    field: str
    reason: str

    def __str__(self) -> str:
        place = "" if self.line is None else f"line {self.line}: "
        what = ": ".join(part for part in (self.row, self.field) if part)
        return f"{place}{what}{': ' if what else ''}{self.reason}"


class ImportRefused(Exception):
    """A file that was not imported; nothing of it is in the database."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@contextmanager
def refused_at(
    problems: list[Problem], line: int, row: str, *, named: dict[str, str]
) -> Iterator[None]:
    """Take a ValidationError of the block into `problems`, one for each field.

    named  what the verbs' fields are called in the file, where that is another name
    """
    try:
        yield
    except ValidationError as error:
        if hasattr(error, "message_dict"):
            for field, messages in error.message_dict.items():
                shown = "" if field == "__all__" else named.get(field, field)
                problems.append(Problem(line, row, shown, " ".join(messages)))
        else:
            problems.append(Problem(line, row, "", " ".join(error.messages)))
