"""Word documents."""

import pytest

from sources.extract import Reason, Refused, extract
from sources.extract.docx import MOST_UNPACKED

from .make import bomb, docx


def test_paragraphs_and_tables_are_taken_in_their_order():
    extracted = extract(docx(), name="lake.docx")
    assert extracted.text == (
        "Before the table:\tforty boats.\nCargo\tBoats\nSalt rock \t12\nAfter the table."
    )
    assert extracted.extractor == "python-docx"


def test_tracked_insertions_and_controls_are_read_and_deletions_are_not():
    text = extract(docx(tracked=True), name="lake.docx").text
    assert text.startswith("In a control.\nBefore")
    assert text.endswith("After the table. Put in.")


def test_title_and_author_are_taken():
    extracted = extract(docx(title="The lake"), name="lake.docx")
    assert extracted.metadata == {"title": "The lake", "authors": ["A. Writer"]}


REFUSED = {
    "encrypted, in the container of old Office files": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
        Reason.ENCRYPTED,
    ),
    "no package": (b"Forty boats.", Reason.DAMAGED),
    "a package cut off": (docx()[:-100], Reason.DAMAGED),
    "a package of something else": (bomb(10), Reason.DAMAGED),
    "a package that unpacks to too much": (bomb(MOST_UNPACKED + 1), Reason.OVERSIZED),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_a_document_that_cannot_be_read_is_refused(data, reason):
    with pytest.raises(Refused) as caught:
        extract(data, name="lake.docx")
    assert caught.value.reason == reason
