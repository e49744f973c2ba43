"""Receivers on this machine may be sent to, by http."""

import pytest

from .receiver import receiving


@pytest.fixture(autouse=True)
def to_this_machine(settings):
    settings.WEBHOOKS_ALLOW_HTTP = settings.WEBHOOKS_ALLOW_PRIVATE = True


@pytest.fixture
def receiver():
    with receiving() as receiver:
        yield receiver
