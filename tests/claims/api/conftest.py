"""Claims are made as drafts, and the tests of what the API says of them may read drafts."""

import pytest

from tests.factcheck.access.callers import header_of
from tests.factcheck.api import asking


@pytest.fixture(autouse=True)
def reads_drafts(request, monkeypatch) -> dict[str, str]:
    """The header of a key that reads drafts; `ask` and its like send it."""
    if "db" not in request.fixturenames and not request.node.get_closest_marker("django_db"):
        return {}
    request.getfixturevalue("db")
    header = header_of("read-drafts")
    monkeypatch.setattr(asking, "HEADERS", header)
    return header
