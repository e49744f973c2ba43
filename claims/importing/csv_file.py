"""CSV, the flat form: one line a piece of evidence, with the claim's columns before it.

The lines of one claim share its `key`. Its other columns stand in the first of them; below they
may be repeated or left empty. Columns that begin with `evidence_` are the evidence's. The result
has the same shape as a YAML file.
"""

from __future__ import annotations

import csv
import io

from .nodes import Entry, Items, Node, Text
from .problems import ImportRefused, Problem

EVIDENCE = "evidence_"
_VERBATIM = {"evidence_quote", "evidence_prefix", "evidence_suffix", "evidence_note", "note"}
"""Columns of text as it stands in a document, which may well begin with a dash or an @."""


def read_csv(text: str, problems: list[Problem]) -> Entry:
    """The claims of a CSV file, but for the lines that cannot be read: those go to `problems`.

    Raises ImportRefused where nothing can be made of the file.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader)]
        _check_header(header)
        claims = _claims(reader, header, problems)
    except csv.Error as error:
        line = max(reader.line_num, 1)
        malformed = Problem(line, "", "", f"not well-formed CSV: {error}")
        raise ImportRefused([*problems, malformed]) from error
    return Entry({"claims": Items(tuple(claims), 1)}, 1)


def _check_header(header: list[str]) -> None:
    problems: list[Problem] = []
    if "key" not in header:
        hint = "; separate the columns by commas" if ";" in header[0] or "\t" in header[0] else ""
        problems.append(Problem(1, "", "key", f"there is no such column in the first line{hint}"))
    for name in sorted({name for name in header if header.count(name) > 1}):
        problems.append(Problem(1, "", name, "there are two columns of this name; keep one"))
    for number, name in enumerate(header, start=1):
        if not name:
            problems.append(Problem(1, "", "", f"column {number} has no name"))
    if problems:
        raise ImportRefused(problems)


def _claims(reader, header: list[str], problems: list[Problem]) -> list[Node]:
    fields: dict[str, dict[str, Node]] = {}
    evidence: dict[str, list[Node]] = {}
    lines: dict[str, int] = {}
    line = reader.line_num + 1
    for cells in reader:
        here, line = line, reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            problems.append(
                Problem(
                    here, "", "", f"has {len(cells)} cells where the first line has {len(header)}"
                )
            )
            continue
        row = dict(zip(header, cells, strict=True))
        problems.extend(_formulas(row, here))
        key = row.pop("key").strip()
        if not key:
            problems.append(Problem(here, "", "key", "is empty; every line names its claim"))
            continue
        lines.setdefault(key, here)
        known = fields.setdefault(key, {"key": Text(key, here)})
        _merge(known, key, row, here, problems)
        brought = {
            name.removeprefix(EVIDENCE): Text(value, here)
            for name, value in row.items()
            if name.startswith(EVIDENCE) and value.strip()
        }
        if brought:
            evidence.setdefault(key, []).append(Entry(brought, here))
    for key, rows in evidence.items():
        fields[key]["evidence"] = Items(tuple(rows), lines[key])
    return [Entry(found, lines[key]) for key, found in fields.items()]


def _merge(
    known: dict[str, Node], key: str, row: dict[str, str], line: int, problems: list[Problem]
) -> None:
    """Add a line's claim columns to what earlier lines of the same claim say."""
    for name, value in row.items():
        if name.startswith(EVIDENCE) or not value.strip():
            continue
        held = known.setdefault(name, Text(value, line))
        if held.value != value:
            problems.append(
                Problem(
                    line,
                    f"claim {key}",
                    name,
                    f"“{value}” is not what line {held.line} says (“{held.value}”); make them the "
                    "same, or leave this one empty",
                )
            )


def _formulas(row: dict[str, str], line: int) -> list[Problem]:
    """Cells that a spreadsheet would run; a number or a date never begins like that."""
    return [
        Problem(line, "", name, f"“{value[:40]}” begins like a formula; write its value as text")
        for name, value in row.items()
        if value.startswith("=") or (value.startswith(("+", "-", "@")) and name not in _VERBATIM)
    ]
