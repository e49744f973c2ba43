"""From the bytes of a file to its text: UTF-8 or a refusal, never a guess."""

from __future__ import annotations

from pathlib import Path

from .problems import ImportRefused, Problem

MAX_BYTES = 20_000_000

_OTHER_MARKS = {
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def read_text(path: Path) -> str:
    """The text of a UTF-8 file, with or without a byte order mark. Raises ImportRefused."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refused(f"has more than {MAX_BYTES:,} bytes; split it into several files")
        data = path.read_bytes()
    except OSError as error:
        raise _refused(f"cannot be read: {error.strerror}") from error
    return decode(data)


def decode(data: bytes) -> str:
    """Bytes as text; see `read_text`."""
    for mark, name in _OTHER_MARKS.items():
        if data.startswith(mark):
            raise _refused(f"is in {name}; save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(
            f"byte {data[error.start]:#04x} is not UTF-8; save the file as UTF-8", line
        ) from error
    if not text.strip():
        raise _refused("is empty")
    for number, row in enumerate(text.split("\n"), start=1):
        if "\0" in row:
            raise _refused("holds a NUL character; remove it", number)
    return text


def _refused(reason: str, line: int | None = None) -> ImportRefused:
    return ImportRefused([Problem(line, "", "", f"the file {reason}" if line is None else reason)])
