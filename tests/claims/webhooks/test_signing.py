"""The signature, as receivers check it: by Standard Webhooks, and by the snippet in the docs."""

import re
from base64 import b64decode
from pathlib import Path

import pytest

from claims.webhooks.signing import signed_headers

PAGE = Path(__file__).resolve().parents[3] / "docs" / "webhooks.md"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
MESSAGE = {
    "message": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "timestamp": 1614265330,
    "body": b'{"test": 2432232314}',
}


def headers() -> dict[str, str]:
    return signed_headers(secret=b64decode(SECRET.removeprefix("whsec_")), **MESSAGE)


def test_the_example_of_standard_webhooks():
    assert headers() == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


def snippet():
    """`verify` of the docs."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(), re.DOTALL)
    found: dict = {}
    exec(code, found)
    return found["verify"]


def test_the_snippet_of_the_docs_lets_ours_through_and_nothing_else():
    verify, body, now = snippet(), MESSAGE["body"], 1614265330 + 299
    verify(SECRET, headers(), body, now=now)
    for wrong in (
        lambda: verify(SECRET, headers(), body + b" ", now=now),
        lambda: verify("whsec_" + "A" * 32, headers(), body, now=now),
        lambda: verify(SECRET, headers() | {"webhook-id": "msg_2"}, body, now=now),
        lambda: verify(SECRET, headers(), body, now=now + 2),
    ):
        with pytest.raises(ValueError):
            wrong()
