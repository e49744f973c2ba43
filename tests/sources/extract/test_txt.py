"""Text files: raw, in a known encoding, or refused by name."""

import codecs

import pytest

from sources.extract import MOST_BYTES, MOST_CHARACTERS, Reason, Refused, extract

RUSSIAN = (
    "Правительство сообщило, что в стране находятся пять тысяч человек и советников. "
    "Они остаются до конца года, как было решено весной."
)
POLISH = "Rząd ogłosił, że około pięć tysięcy żołnierzy pozostanie w kraju do końca roku. " * 3

TAKEN = {
    "leading space and line ends as they are": (b"  A\r\nb\rc\n\n", "  A\r\nb\rc\n\n", "utf-8"),
    "UTF-8": ("naïve – “so”".encode(), "naïve – “so”", "utf-8"),
    "UTF-8 with a mark, which goes": (codecs.BOM_UTF8 + b" x", " x", "utf-8"),
    "UTF-16, little-endian": ("wörd".encode("utf-16"), "wörd", "utf-16-le"),
    "UTF-16, big-endian": (codecs.BOM_UTF16_BE + "wörd".encode("utf-16-be"), "wörd", "utf-16-be"),
    "UTF-32": (codecs.BOM_UTF32_LE + "wörd".encode("utf-32-le"), "wörd", "utf-32-le"),
    "Cyrillic in windows-1251": (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
    "Cyrillic in KOI8-R": (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8_r"),
}


@pytest.mark.parametrize(("data", "text", "encoding"), TAKEN.values(), ids=TAKEN.keys())
def test_a_text_is_taken_as_it_is(data, text, encoding):
    extracted = extract(data, name="note.txt")
    assert (extracted.text, extracted.encoding) == (text, encoding)
    assert extracted.media_type == "text/plain"


REFUSED = {
    "no bytes": (b"", Reason.EMPTY),
    "white space only": (b" \n\t\n", Reason.EMPTY),
    "a mark only": (codecs.BOM_UTF8, Reason.EMPTY),
    "a NUL": (b"some\0text", Reason.BINARY),
    "a NUL after a mark": (codecs.BOM_UTF8 + b"some\0text", Reason.BINARY),
    "UTF-16 without a mark": ("text".encode("utf-16-le"), Reason.BINARY),
    "half a character of UTF-16": (codecs.BOM_UTF16_LE + b"a", Reason.UNDECODABLE),
    "bytes that are no text": (bytes(range(1, 256)), Reason.BINARY),
    "a picture": (b"\x89PNG\r\n\x1a\n....", Reason.BINARY),
    "a PDF under another name": (b"%PDF-1.4 ...", Reason.BINARY),
    "a zip archive": (b"PK\x03\x04....", Reason.BINARY),
    "an encoding that several fit": (POLISH.encode("cp1250"), Reason.UNDECODABLE),
    "too little to tell by": ("Café".encode("latin-1"), Reason.UNDECODABLE),
    "more bytes than are read": (b"x" * (MOST_BYTES + 1), Reason.OVERSIZED),
    "more characters than are kept": (b"x" * (MOST_CHARACTERS + 1), Reason.OVERSIZED),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_sure_is_refused_by_name(data, reason):
    with pytest.raises(Refused) as caught:
        extract(data, name="note.txt")
    assert caught.value.reason == reason
    assert caught.value.detail


def test_a_person_may_say_the_encoding():
    extracted = extract(POLISH.encode("cp1250"), name="note.txt", encoding="cp1250")
    assert (extracted.text, extracted.encoding) == (POLISH, "cp1250")


@pytest.mark.parametrize("encoding", ["no-such", "ascii", "hex"])
def test_what_a_person_says_is_tried_strictly(encoding):
    with pytest.raises(Refused, match=encoding):
        extract("wörd".encode(), name="note.txt", encoding=encoding)


@pytest.mark.parametrize("name", ["note", "note.doc", "note.rtf", "note.txt.gz", ".txt"])
def test_other_kinds_of_file_are_named(name):
    with pytest.raises(Refused) as caught:
        extract(b"text", name=name)
    assert caught.value.reason == Reason.UNKNOWN_TYPE
    assert "docx, htm, html, pdf, txt" in caught.value.detail
