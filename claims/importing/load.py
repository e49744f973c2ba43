"""One file into the database: all of it, or nothing and a list of every problem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from django.db import transaction

from claims.locks import own_inputs
from claims.recheck import one_recheck

from .claims import load_claims
from .csv_file import read_csv
from .decoding import read_text
from .nodes import Entry
from .problems import ImportRefused, Problem
from .row import Row
from .session import Session
from .vocabulary import load_figures, load_origins, load_scope_terms, load_subjects
from .yaml_file import read_yaml

READERS: dict[str, Callable[[str, list[Problem]], Entry]] = {
    ".csv": read_csv,
    ".yaml": read_yaml,
    ".yml": read_yaml,
}
"""File name endings and who reads them."""

SECTIONS = {
    "subjects": load_subjects,
    "scope_terms": load_scope_terms,
    "origins": load_origins,
    "figures": load_figures,
    "claims": load_claims,
}
"""The lists of a file, in the order in which they refer to one another."""


def import_file(path: Path, *, at: date, keep_existing: bool = False) -> Counter[tuple[str, str]]:
    """Bring one file in; gives (what, outcome) → rows, such as ("claims", "new") → 12.

    at             the day for which currency is judged
    keep_existing  leave what is in the database already as it is

    Each touched claim is rechecked once, at the end, in the same transaction. Raises
    ImportRefused with every problem of the file; then nothing of it is in the database.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ImportRefused(
            [Problem(None, "", "", f"its name must end in one of {', '.join(READERS)}")]
        )
    problems: list[Problem] = []
    top = reader(read_text(path), problems)
    return import_entry(top, at=at, keep_existing=keep_existing, problems=problems)


def import_entry(
    top: Entry, *, at: date, keep_existing: bool = False, problems: Iterable[Problem] = ()
) -> Counter[tuple[str, str]]:
    """The rows of one file, read; see `import_file`.

    problems  what was wrong with the file's form; its rows are tried all the same, so that
              whoever mends the file hears of everything at once
    """
    session = Session(at=at, keep_existing=keep_existing, problems=list(problems))
    load_rows(top, session)
    return session.counts


@transaction.atomic
def load_rows(top: Entry, session: Session) -> None:
    """Bring the rows in; what became of them stands in the session.

    Raises ImportRefused, and then nothing of them is in the database.
    """
    own_inputs()
    with one_recheck(at=session.at):
        row = Row(top, "", SECTIONS, session.problems)
        for load in SECTIONS.values():
            load(row, session)
        if session.problems:
            raise ImportRefused(sorted(session.problems, key=lambda p: p.line or 0))
