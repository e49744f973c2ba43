"""From a file's bytes to its text. Pure; nothing is guessed silently.

    extracted = extract(data, name="report.pdf")    # Extracted, or raises Refused

One module a kind of file: txt.py, html.py, pdf.py, docx.py; decode.py finds an encoding.
"""

from pathlib import PurePath

from . import docx, html, pdf, txt
from .result import (
    MOST_BYTES,
    MOST_CHARACTERS,
    Extracted,
    Reason,
    Refused,
    check_size,
    checked_text,
)

READERS = {
    ".txt": txt.read,
    ".html": html.read,
    ".htm": html.read,
    ".xhtml": html.read,
    ".pdf": pdf.read,
    ".docx": docx.read,
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
    return checked_text(READERS[ending](data, encoding=encoding))
