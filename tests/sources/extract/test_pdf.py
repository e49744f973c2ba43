"""PDF files."""

import pytest

from sources.extract import Reason, Refused, extract

from .make import encrypted_pdf, pdf


def test_the_text_is_taken_page_by_page():
    extracted = extract(pdf("Forty boats.", "Twelve of salt."), name="lake.pdf")
    assert extracted.text == "Forty boats.\n\nTwelve of salt."
    assert (extracted.media_type, extracted.extractor) == ("application/pdf", "pypdf")
    assert extracted.version


def test_title_and_author_are_taken():
    extracted = extract(pdf("Forty boats.", title="The lake"), name="lake.PDF")
    assert extracted.metadata == {"title": "The lake", "authors": ["A. Writer"]}


REFUSED = {
    "encrypted": (encrypted_pdf("Forty boats."), Reason.ENCRYPTED),
    "pictures only": (pdf("", ""), Reason.NO_TEXT),
    "cut off": (pdf("Forty boats.")[:120], Reason.DAMAGED),
    "rubbish after the first line": (b"%PDF-1.7\n" + b"\xff\x00rubbish" * 50, Reason.DAMAGED),
    "something else": (b"Forty boats.", Reason.DAMAGED),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_a_pdf_that_cannot_be_read_is_refused(data, reason):
    with pytest.raises(Refused) as caught:
        extract(data, name="lake.pdf")
    assert caught.value.reason == reason
