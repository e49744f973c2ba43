"""What extraction gives, and the reasons for which it refuses."""

from dataclasses import dataclass, field
from enum import StrEnum

MOST_BYTES = 20 * 2**20
MOST_CHARACTERS = 5_000_000


class Reason(StrEnum):
    """Why a file is refused."""

    BINARY = "binary"
    DAMAGED = "damaged"
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    METADATA = "metadata"
    NO_TEXT = "no text"
    OVERSIZED = "oversized"
    UNDECODABLE = "undecodable"
    UNKNOWN_TYPE = "unknown type"
    UNREADABLE = "unreadable"


class Refused(Exception):
    """A file that is not taken: ``reason`` by name, ``detail`` in a sentence."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True)
class Extracted:
    """A text and where it came from.

    ``encoding`` is the one detected (txt and html). ``metadata`` holds what the file says of
    itself, from the keys title, authors (a list), url, language; only what it does say.
    """

    text: str
    media_type: str
    extractor: str
    version: str
    encoding: str = ""
    metadata: dict[str, str | list[str]] = field(default_factory=dict)


def check_size(octets: int) -> None:
    """Refuse a file too large to be read at all."""
    if octets > MOST_BYTES:
        raise Refused(
            Reason.OVERSIZED,
            f"the file has {octets:,} bytes; the most is {MOST_BYTES:,}",
        )


def checked_text(extracted: Extracted) -> Extracted:
    """Refuse a text that is empty, too long, or not to be stored in PostgreSQL."""
    text = extracted.text
    if not text.strip():
        raise Refused(Reason.EMPTY, "the text is empty or white space only")
    if len(text) > MOST_CHARACTERS:
        raise Refused(
            Reason.OVERSIZED,
            f"the text has {len(text):,} characters; the most is {MOST_CHARACTERS:,}",
        )
    if "\0" in text:
        at = text.index("\0")
        raise Refused(Reason.BINARY, f"there is a NUL character at offset {at:,}")
    return extracted


def storable(text: str) -> str:
    """``text`` with what no database can store (NUL, half a surrogate pair) as U+FFFD.

    For formats whose text is computed from the file; a txt file is taken as it is or refused.
    """
    text = text.replace("\0", "\ufffd")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
