"""From a file's bytes to its text. Pure; nothing is guessed silently.

    extracted = extract(data, name="report.pdf")    # Extracted, or raises Refused

One module a kind of file: txt.py, html.py, pdf.py, docx.py; decode.py finds an encoding.
"""

from importlib import import_module
from pathlib import PurePath

from .result import (
    MOST_BYTES,
    MOST_CHARACTERS,
    Extracted,
    Reason,
    Refused,
    check_size,
    checked_text,
)

# The module that reads each kind, imported when it is first needed: the libraries behind html
# and pdf take a second to load, which `manage.py anchor` on a text file need not wait for.
READERS = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}

__all__ = [
    "MOST_BYTES",
    "MOST_CHARACTERS",
    "READERS",
    "Extracted",
    "Reason",
    "Refused",
    "check_size",
    "extract",
]


def extract(data: bytes, *, name: str, encoding: str = "") -> Extracted:
    """The text of a file.

    ``name`` tells the kind of file by its ending. ``encoding`` is what a person says a txt or
    html file is written in; empty = detect it. Raises Refused with the reason.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        known = ", ".join(sorted(kind.lstrip(".") for kind in READERS))
        raise Refused(
            Reason.UNKNOWN_TYPE,
            f"files ending in {ending!r} are not read; known are {known}"
            if ending
            else f"the name has no ending to tell its type by; known are {known}",
        )
    check_size(len(data))
    if not data:
        raise Refused(Reason.EMPTY, "the file has no bytes")
    reader = import_module(f".{READERS[ending]}", __package__)
    return checked_text(reader.read(data, encoding=encoding))
