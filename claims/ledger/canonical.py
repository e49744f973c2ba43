"""The canonical form of a verdict's content, and the hashes over it. Pure.

PostgreSQL computes the same when a verdict is written; whoever holds the public JSON can do so
with the standard library of any language. docs/ledger.md shows it in full.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

GENESIS = "0" * 64
"""What stands before the first row."""


def canonical(content: dict[str, Any]) -> bytes:
    """JSON by RFC 8785 in UTF-8, for the JSON that the ledger holds.

    That is: objects whose keys are ASCII, lists, text, whole numbers below 2**53, true, false and
    null. Every other number is text, so that nobody's floating point can change it; TypeError for
    a float, which has no place here.
    """
    _refuse_floats(content)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def content_hash(content: dict[str, Any]) -> str:
    """SHA-256 of the canonical form, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical(content)).hexdigest()


def chain_hash(previous_hash: str, content_hash: str) -> str:
    """SHA-256 of the two hashes' digits, one after the other: 128 characters of ASCII."""
    return hashlib.sha256(f"{previous_hash}{content_hash}".encode("ascii")).hexdigest()


def _refuse_floats(value: Any) -> None:
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float: the ledger writes such a number as text")
    for inner in value.values() if isinstance(value, dict) else value:
        if isinstance(inner, dict | list | float):
            _refuse_floats(inner)
