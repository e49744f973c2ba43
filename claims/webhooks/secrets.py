"""What a subscription's messages are signed with: made when it is needed, never kept.

The secret is an HMAC over the subscription's salt, by the site's SECRET_KEY. So a copy of the
database alone signs nothing. Where SECRET_KEY was replaced, the old one serves on from
SECRET_KEY_FALLBACKS; where it is gone, the check value tells, and nothing is signed wrongly.
"""

from __future__ import annotations

import hmac
import os
from base64 import b64encode
from hashlib import sha256

from django.conf import settings

SALT_BYTES = 24
PURPOSE = b"factcheck.webhooks.secret:"
PREFIX = "whsec_"


class SecretLost(Exception):
    """The site's key is another one than at the time of subscribing; the text says what to do."""


def new_secret() -> tuple[bytes, bytes, str]:
    """(salt, check value, the secret as its owner is shown it)."""
    salt = os.urandom(SALT_BYTES)
    secret = _secret(settings.SECRET_KEY, salt)
    return salt, _check(secret), PREFIX + b64encode(secret).decode()


def secret_of(*, salt: bytes, check: bytes) -> bytes:
    """The 32 bytes to sign with. Raises SecretLost."""
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        secret = _secret(key, bytes(salt))
        if hmac.compare_digest(_check(secret), bytes(check)):
            return secret
    raise SecretLost(
        "SECRET_KEY is another one than when this subscription was made: put the old one into "
        "SECRET_KEY_FALLBACKS, or make the subscription anew."
    )


def _secret(key: str, salt: bytes) -> bytes:
    return hmac.digest(key.encode(), PURPOSE + salt, "sha256")


def _check(secret: bytes) -> bytes:
    return sha256(b"check:" + secret).digest()[:8]
