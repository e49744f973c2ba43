"""The main text of a web page, by trafilatura."""

import re
from importlib.metadata import version

import trafilatura

from .decode import decode
from .result import Extracted, Reason, Refused, storable

_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE
)
_XML_ENCODING = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""")
_LANGUAGE = re.compile(r"""<html[^>]{0,500}?\blang\s*=\s*["']?([A-Za-z0-9-]{2,35})""", re.I)


def read(data: bytes, *, encoding: str = "") -> Extracted:
    page, found = decode(data, encoding=encoding or _declared(data))
    # A page can be broken in ways that make the library raise nearly anything: whatever it is,
    # this one file is refused and the others go on.
    try:
        text = trafilatura.extract(page, include_comments=False, include_tables=True)
        metadata = _metadata(page)
    except Exception as error:
        raise Refused(
            Reason.DAMAGED, f"the page cannot be read ({type(error).__name__}: {error})"
        ) from error
    if not text:
        raise Refused(Reason.NO_TEXT, "no main text was found in the page")
    return Extracted(
        storable(text),
        "text/html",
        "trafilatura",
        version("trafilatura"),
        encoding=found,
        metadata=metadata,
    )


def _declared(data: bytes) -> str:
    """The encoding that the page's head names, by the standard's meaning of that name."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return ""
    head = data[:4096]
    match = _CHARSET.search(head) or _XML_ENCODING.search(head)
    name = match.group(1).decode("ascii").lower() if match else ""
    # As browsers do, by the web's encoding standard: these labels mean windows-1252, and a page
    # whose head can be read as ASCII is not in UTF-16, whatever it says.
    if name in {"iso-8859-1", "latin1", "ascii", "us-ascii"}:
        return "cp1252"
    return "" if name.startswith("utf-16") else name


def _metadata(page: str) -> dict[str, str | list[str]]:
    said = trafilatura.extract_metadata(page)
    language = _LANGUAGE.search(page[:10_000])
    found: dict[str, str | list[str]] = {
        "title": storable(said.title or "").strip() if said else "",
        "url": (said.url or "") if said else "",
        "authors": [
            storable(name).strip() for name in (said.author or "").split(";") if name.strip()
        ]
        if said
        else [],
        "language": language.group(1) if language else "",
    }
    return {key: value for key, value in found.items() if value}
