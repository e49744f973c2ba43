"""Bytes to text: the encoding is known, or the file is refused."""

import codecs

from charset_normalizer import from_bytes
from charset_normalizer.constant import IANA_SUPPORTED

from .result import Reason, Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)

# Tab, line feed, vertical tab, form feed, carriage return, escape (ISO-2022) occur in texts.
_CONTROLS = bytes(sorted(set(range(32)) - {9, 10, 11, 12, 13, 27}))

# charset-normalizer's measures: the share of characters that make no sense together, and how
# well the letters fit a known language. It tells scripts apart well and neighbours badly: Polish
# reads as tolerable Western European. So an encoding is taken only when every other one that
# comes near its measures gives the very same text.
MOST_CHAOS = 0.1
LEAST_COHERENCE = 0.4
NEAR_CHAOS = 0.05
NEAR_COHERENCE = 0.25
# Of DOS, the old Macintosh and mainframes; their bytes fit most texts and mean none of them.
_OBSOLETE = [
    name
    for name in IANA_SUPPORTED
    if name.startswith(("mac_", "hp_"))
    or (name.startswith("cp") and not name.startswith(("cp125", "cp932", "cp949", "cp950")))
]


def decode(data: bytes, *, encoding: str = "") -> tuple[str, str]:
    """The text of ``data`` and its encoding's name.

    In this order: the encoding that a person gave, a byte order mark (dropped from the text),
    strict UTF-8, then detection, if it is sure enough. Raises Refused: binary or undecodable.
    """
    _refuse_binary(data)
    if encoding:
        return _decode_strictly(data, encoding, "as was said")
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], name, "by its byte order mark")
    if b"\0" in data:
        raise Refused(
            Reason.BINARY,
            f"there is a NUL byte at {data.index(0):,}; UTF-16 is read with a byte order mark",
        )
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        position = error.start
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls:
        raise Refused(Reason.BINARY, f"it is not UTF-8 and has {controls:,} control bytes")
    return _detect(data, position)


def _refuse_binary(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Refused(Reason.BINARY, f"the content is {what}, not text")


def _decode_strictly(data: bytes, encoding: str, why: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise Refused(Reason.UNDECODABLE, f"it is not {encoding} {why}: {error}") from error
    return text.removeprefix("\ufeff"), name


def _detect(data: bytes, position: int) -> tuple[str, str]:
    """The one encoding that fits, or Refused with those that might."""
    advice = "save it as UTF-8, or say its encoding"
    matches = list(from_bytes(data, cp_exclusion=_OBSOLETE))
    if not matches:
        raise Refused(
            Reason.UNDECODABLE,
            f"byte {position:,} is not UTF-8 and no encoding fits; {advice}",
        )
    best = matches[0]
    near = [
        match
        for match in matches
        if match.chaos <= best.chaos + NEAR_CHAOS
        and match.coherence >= best.coherence - NEAR_COHERENCE
    ]
    names = [match.encoding for match in near]
    sure = best.chaos <= MOST_CHAOS and best.coherence >= LEAST_COHERENCE
    if not sure or any(str(match) != str(best) for match in near):
        raise Refused(
            Reason.UNDECODABLE,
            f"byte {position:,} is not UTF-8; it may be {', '.join(names[:4])}, and nothing tells "
            f"for sure: {advice}",
        )
    return str(best), "cp1252" if "cp1252" in best.could_be_from_charset else best.encoding
