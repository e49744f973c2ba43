"""Files of each kind, made for the tests."""

import zipfile
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter


def pdf(*pages: str, title: str = "") -> bytes:
    """A PDF with one line of text a page; an empty string is a page without text."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for text in pages:
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1") if text else b""
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources "
            b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        table,
    )
    return _with_title(bytes(out), title) if title else bytes(out)


def _with_title(data: bytes, title: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.add_metadata({"/Title": title, "/Author": "A. Writer"})
    return _written(writer)


def encrypted_pdf(text: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(text))))
    writer.encrypt("secret", algorithm="RC4-128")
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(*, title: str = "", tracked: bool = False) -> bytes:
    """Two paragraphs around a table with a table in it; with changes tracked if asked."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "A. Writer"
    document.add_paragraph("Before the table:\tforty boats.")
    table = document.add_table(rows=2, cols=2)
    for row, values in enumerate([("Cargo", "Boats"), ("Salt", "12")]):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    nested = table.cell(1, 0).add_table(rows=1, cols=1)
    nested.cell(0, 0).text = "rock"
    last = document.add_paragraph("After the table.")
    if tracked:
        w = nsdecls("w")
        last._p.append(
            parse_xml(f"<w:ins {w}><w:r><w:t xml:space='preserve'> Put in.</w:t></w:r></w:ins>")
        )
        last._p.append(
            parse_xml(f"<w:del {w}><w:r><w:delText> Taken out.</w:delText></w:r></w:del>")
        )
        document.element.body.insert(
            0,
            parse_xml(
                f"<w:sdt {w}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p>"
                "</w:sdtContent></w:sdt>"
            ),
        )
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def bomb(unpacked: int) -> bytes:
    """A small package that unpacks to this many bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * unpacked)
    return out.getvalue()


def page(*paragraphs: str, head: str = "") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/b'>Boats</a></li></ul></nav>"
        f"<article><h1>Boats on the lake</h1>{body}</article>"
        "<footer>Sign up for our letters</footer></body></html>"
    )
