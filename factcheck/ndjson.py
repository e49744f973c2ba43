"""NDJSON on the command line: one answer a line, in order; a bad line spoils only itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, TextIO

Answer = Callable[[str], dict[str, Any] | None]


def answer_lines(lines: Iterable[str], out: TextIO, answer: Answer) -> int:
    """Answer every line of NDJSON; returns how many could not be answered.

    answer  takes the line's text and gives a JSON-able object, None where the line wants no
            answer; its ValueErrors become `{"error": …, "line": n}`. Blank lines are passed
            over and counted.
    """
    bad = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found = answer(line)
        except ValueError as error:
            bad += 1
            found = {"error": str(error), "line": number}
        if found is not None:
            out.write(json.dumps(found, ensure_ascii=False) + "\n")
    return bad
