"""The headers of a message, signed as Standard Webhooks says (standardwebhooks.com). Pure."""

from __future__ import annotations

import hmac
from base64 import b64encode


def signed_headers(*, secret: bytes, message: str, timestamp: int, body: bytes) -> dict[str, str]:
    """The three headers by which a receiver knows that the message is ours, and new.

    message    its id, the same at each try
    timestamp  of this try, in seconds since 1970: what was recorded cannot be sent again later
    """
    signed = f"{message}.{timestamp}.".encode() + body
    signature = b64encode(hmac.digest(secret, signed, "sha256")).decode()
    return {
        "webhook-id": message,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{signature}",
    }
