"""What the tests of sources share."""

import pytest

from . import handlers


@pytest.fixture
def heard(settings) -> list:
    """The source changes that are announced during the test."""
    settings.SOURCES_CHANGE_HANDLERS = ["tests.sources.handlers.hear"]
    handlers.heard.clear()
    return handlers.heard
