"""What all tests share: the order they run in, and the browser's path."""

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations

from tests.chromium import NoBrowser, find

# The quick ones first, so that a mistake shows early.
# The browser's, of which there are many, come last: they are what two workers share out best.
PURE, DATABASE, PROCESSES, BROWSER = range(4)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pure tests, then those that use the database, processes of their own, and the browser;
    within each the order in which they were found."""
    items.sort(key=rank)


def rank(item: pytest.Item) -> int:
    """How late a test runs, by its folder or by the database fixtures it asks for."""
    folder = item.nodeid.partition("::")[0]
    if "/processes/" in folder:
        return PROCESSES
    if folder.startswith("tests/browser/"):
        return BROWSER
    uses_database = item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(
        getattr(item, "fixturenames", ())
    )
    return DATABASE if uses_database else PURE


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser. Without one the test fails: it is never skipped."""
    try:
        return find()
    except NoBrowser as reason:
        pytest.fail(str(reason))


@pytest.fixture(scope="session", autouse=True)
def histories_may_be_emptied_between_tests():
    """Let the flush after a transactional test, and it alone, empty the append-only tables."""
    execute = DatabaseOperations.execute_sql_flush

    def flush(self, statements):
        execute(self, ["SET LOCAL factcheck.truncate = 'on'", *statements])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush)
        yield
