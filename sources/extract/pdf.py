"""The text of a PDF, page by page, by pypdf."""

import logging
from importlib.metadata import version
from io import BytesIO

from pypdf import PdfReader

from .result import MOST_CHARACTERS, Extracted, Reason, Refused, storable

# pypdf logs each oddity of a file; what matters of them ends up as a refusal.
logging.getLogger("pypdf").setLevel(logging.ERROR)


def read(data: bytes, *, encoding: str = "") -> Extracted:
    if not data.lstrip()[:5] == b"%PDF-":
        raise Refused(Reason.DAMAGED, "it does not begin as a PDF does")
    # A broken PDF makes pypdf raise nearly anything, a RecursionError or a KeyError included:
    # whatever it is, this one file is refused and the others go on.
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            raise Refused(Reason.ENCRYPTED, "the PDF is encrypted: save it without a password")
        text = _text(reader)
        metadata = _metadata(reader)
    except Refused:
        raise
    except Exception as error:
        raise Refused(
            Reason.DAMAGED, f"the PDF cannot be read ({type(error).__name__}: {error})"
        ) from error
    if not text.strip():
        raise Refused(
            Reason.NO_TEXT, "the PDF has no text, only pictures: run text recognition on it"
        )
    return Extracted(
        storable(text), "application/pdf", "pypdf", version("pypdf"), metadata=metadata
    )


def _text(reader: PdfReader) -> str:
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > MOST_CHARACTERS:
            raise Refused(
                Reason.OVERSIZED, f"the text has more than {MOST_CHARACTERS:,} characters"
            )
    return "\n\n".join(pages)


def _metadata(reader: PdfReader) -> dict[str, str | list[str]]:
    said = reader.metadata
    found: dict[str, str | list[str]] = {}
    if said and said.title and said.title.strip():
        found["title"] = storable(said.title).strip()
    if said and said.author and said.author.strip():
        found["authors"] = [storable(said.author).strip()]
    return found
