"""Plain text: taken raw, line ends and leading space and all; only a byte order mark goes."""

from .decode import decode
from .result import Extracted, checked_text

# The version is that of our reading: a change to it may change offsets.
VERSION = "1"


def read(data: bytes, *, encoding: str = "") -> Extracted:
    text, found = decode(data, encoding=encoding)
    return Extracted(text, "text/plain", "txt", VERSION, encoding=found)


def raw_text(data: bytes) -> str:
    """The text to which offsets in a txt file refer. Raises Refused."""
    return checked_text(read(data)).text
