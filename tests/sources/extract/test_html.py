"""Web pages: the main text, in the encoding they say."""

import pytest

from sources.extract import Reason, Refused, extract

from .make import page

PARAGRAPHS = (
    "The commission counted forty boats on the upper lake this summer, twelve of them with salt.",
    "A clerk at the café by the gate copied each count into a green book and wiped the slate.",
    "Nobody had told him to stop, he said, and the lake was not frozen until the first of March.",
)


def test_the_main_text_is_taken_without_the_furniture():
    extracted = extract(page(*PARAGRAPHS).encode(), name="page.html")
    assert all(paragraph in extracted.text for paragraph in PARAGRAPHS)
    assert "Home" not in extracted.text and "Sign up" not in extracted.text
    assert (extracted.media_type, extracted.extractor) == ("text/html", "trafilatura")


def test_what_the_page_says_of_itself_is_taken():
    head = (
        "<title>Boats on the lake</title><meta name='author' content='Ann Writer'>"
        "<link rel='canonical' href='https://example.org/boats'>"
    )
    said = extract(page(*PARAGRAPHS, head=head).encode(), name="page.htm").metadata
    assert said == {
        "title": "Boats on the lake",
        "authors": ["Ann Writer"],
        "url": "https://example.org/boats",
        "language": "en-GB",
    }


ENCODINGS = {
    "a meta charset": ("<meta charset='windows-1252'>", "cp1252", "cp1252"),
    "an older meta": (
        "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'>",
        "latin-1",
        "cp1252",
    ),
    "nothing said": ("", "utf-8", "utf-8"),
    "UTF-16 said in ASCII": ("<meta charset='utf-16'>", "utf-8", "utf-8"),
}


@pytest.mark.parametrize(("head", "written", "read"), ENCODINGS.values(), ids=ENCODINGS.keys())
def test_the_encoding_is_the_one_that_the_page_says(head, written, read):
    extracted = extract(page(*PARAGRAPHS, head=head).encode(written), name="page.html")
    assert "café" in extracted.text
    assert extracted.encoding == read


REFUSED = {
    "not in the encoding it says": (
        page(*PARAGRAPHS, head="<meta charset='utf-8'>").encode("latin-1"),
        Reason.UNDECODABLE,
    ),
    "an encoding that does not exist": (
        page(*PARAGRAPHS, head="<meta charset='latin-99'>").encode(),
        Reason.UNDECODABLE,
    ),
    "no main text": (b"<html><body></body></html>", Reason.NO_TEXT),
    "a PDF under another name": (b"%PDF-1.4", Reason.BINARY),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_a_page_that_cannot_be_read_is_refused(data, reason):
    with pytest.raises(Refused) as caught:
        extract(data, name="page.html")
    assert caught.value.reason == reason
