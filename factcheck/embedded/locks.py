"""File locks between processes: who may start the server, and whether any of it is still alive.

A `flock` belongs to an open file and to every process that inherits it. The server is given the
one on `server.lock`, so that lock is free only when the last process of the server has ended,
however it ended and whatever its process id; this holds across containers that share the folder.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock on `path` for the length of the block, after waiting for whoever has it."""
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def take(path: Path) -> int | None:
    """The open file that holds the lock on `path`, for the caller to close; None if it is held."""
    handle = _open(path)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return handle


def is_held(path: Path) -> bool:
    """Whether some process holds the lock on `path` right now."""
    handle = take(path)
    if handle is None:
        return True
    os.close(handle)
    return False


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
