"""The text of a Word document, by python-docx: paragraphs and tables in their order.

python-docx's own ``paragraph.text`` leaves out tracked insertions and content controls; a fact
may stand in either, so the tree is walked here. Deleted text and fallback copies are left out.
"""

from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.oxml.ns import qn

from .result import MOST_BYTES, Extracted, Reason, Refused, storable

MOST_UNPACKED = 10 * MOST_BYTES
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARACTERS = {
    qn("w:p"): "\n",  # a text box inside the paragraph
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}


def read(data: bytes, *, encoding: str = "") -> Extracted:
    if data.startswith(_OLE):
        raise Refused(
            Reason.ENCRYPTED,
            "it is encrypted, or an old .doc: save it as .docx without a password",
        )
    _refuse_bomb(data)
    # A broken package makes python-docx raise KeyError, XMLSyntaxError and others.
    try:
        document = Document(BytesIO(data))
        text = "\n".join(_blocks(document.element.body))
        metadata = _metadata(document)
    except Exception as error:
        raise Refused(
            Reason.DAMAGED, f"the document cannot be read ({type(error).__name__}: {error})"
        ) from error
    if not text.strip():
        raise Refused(Reason.NO_TEXT, "the document has no text")
    return Extracted(
        storable(text),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "python-docx",
        version("python-docx"),
        metadata=metadata,
    )


def _refuse_bomb(data: bytes) -> None:
    try:
        with ZipFile(BytesIO(data)) as package:
            sizes = [part.file_size for part in package.infolist()]
            encrypted = any(part.flag_bits & 1 for part in package.infolist())
    except (BadZipFile, ValueError, OSError) as error:
        raise Refused(Reason.DAMAGED, f"it is not a Word document ({error})") from error
    if encrypted:
        raise Refused(Reason.ENCRYPTED, "the document is encrypted")
    if sum(sizes) > MOST_UNPACKED:
        raise Refused(
            Reason.OVERSIZED,
            f"it unpacks to {sum(sizes):,} bytes; the most is {MOST_UNPACKED:,}",
        )


def _blocks(parent) -> Iterator[str]:
    """The lines of a body, a cell or a content control: its paragraphs and table rows."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield _paragraph(child)
        elif child.tag == qn("w:tbl"):
            for row in _own(child, "w:tr", "w:tbl"):
                yield "\t".join(" ".join(_blocks(cell)) for cell in _own(row, "w:tc", "w:tr"))
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _blocks(child)


def _own(parent, tag: str, kind: str) -> Iterator:
    """The rows of a table, the cells of a row, without those of a table nested in it."""
    for child in parent.iter(qn(tag)):
        if next(child.iterancestors(qn(kind))) is parent:
            yield child


def _paragraph(paragraph) -> str:
    out: list[str] = []
    for element in _visible(paragraph):
        if element.tag == qn("w:t"):
            out.append(element.text or "")
        elif element.tag in _CHARACTERS:
            out.append(_CHARACTERS[element.tag])
    return "".join(out)


def _visible(element) -> Iterator:
    """The descendants without deleted or moved-away text, fallbacks and formatting."""
    skipped = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"), _FALLBACK}
    for child in element:
        if child.tag in skipped:
            continue
        yield child
        yield from _visible(child)


def _metadata(document) -> dict[str, str | list[str]]:
    said = document.core_properties
    found: dict[str, str | list[str]] = {}
    if said.title and said.title.strip():
        found["title"] = storable(said.title).strip()
    if said.author and said.author.strip():
        found["authors"] = [storable(said.author).strip()]
    return found
