"""Tokens: what a caller sends, and what we keep of it."""

from __future__ import annotations

import secrets
from hashlib import sha256

MARK = "fck_"
"""How every token of ours begins, so that one that leaked is found by searching for it."""

SHOWN = len(MARK) + 8
LONGEST = 200
"""A longer text is no token, and is not hashed."""


def new_token() -> str:
    """256 random bits, in letters that need no escaping in a header."""
    return MARK + secrets.token_urlsafe(32)


def digest_of(token: str) -> bytes:
    """What is kept of a token. It is too random to be guessed, so a plain hash will do."""
    return sha256(token.encode()).digest()


def prefix_of(token: str) -> str:
    """What a token is recognised by; the 208 bits that are not shown are still too many."""
    return token[:SHOWN]
