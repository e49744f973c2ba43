"""What is left of a rate, and how it is told."""

import pytest

from factcheck.access.quota import WINDOW, Quota


@pytest.mark.parametrize(
    ("limit", "passed", "spent", "remaining", "wait"),
    [
        pytest.param(60, True, 1.0, 59, 0, id="one of sixty"),
        pytest.param(60, True, 60.0, 0, 1, id="the last one"),
        pytest.param(60, True, 59.999, 0, 1, id="part of one is none"),
        pytest.param(60, True, 59.0, 1, 0, id="one is left"),
        pytest.param(60, False, 59.2, 0, 1, id="refused, a fraction early"),
        pytest.param(1, False, 60.0, 0, 60, id="one a minute, refused at once"),
        pytest.param(2, False, 45.5, 0, 16, id="a wait is rounded up"),
        pytest.param(7, True, 60 / 7, 6, 0, id="sevenths lose nothing"),
        pytest.param(1_000_000, True, 60e-6, 999_999, 0, id="the largest rate"),
    ],
)
def test_what_is_left(limit, passed, spent, remaining, wait):
    quota = Quota("key", limit, passed, spent)
    assert (quota.remaining, quota.wait) == (remaining, wait)


def test_the_headers_are_those_of_the_draft():
    assert Quota("anonymous", 60, True, 1.5).headers == {
        "RateLimit-Policy": f'"anonymous";q=60;w={WINDOW}',
        "RateLimit": '"anonymous";r=58;t=2',
    }
    assert Quota("key", 60, False, 59.5).headers["Retry-After"] == "1"
