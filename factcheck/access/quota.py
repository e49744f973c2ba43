"""How much of a rate is left, and how that is told in headers. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

WINDOW = 60
"""Seconds over which a rate counts: a caller may spend a minute's worth at once."""

MOST_A_MINUTE = 1_000_000
"""The largest rate that can be set: one request comes back in 60 microseconds."""


@dataclass(frozen=True, slots=True)
class Quota:
    """A caller's rate, right after a request was counted or refused.

    policy   the kind of caller: "anonymous", "key" or "staff"
    limit    requests a minute
    passed   whether the request was within the rate; one that is not costs nothing
    spent    seconds until all that was spent has come back; never more than WINDOW
    """

    policy: str
    limit: int
    passed: bool
    spent: float

    @property
    def remaining(self) -> int:
        """Requests that would pass at this moment."""
        if not self.passed:
            return 0
        # In whole microseconds, as PostgreSQL counts: no fraction is lost to rounding.
        each = WINDOW * 1_000_000 // self.limit
        return max(0, (WINDOW * 1_000_000 - round(self.spent * 1_000_000)) // each)

    @property
    def wait(self) -> int:
        """Whole seconds until the next request passes, rounded up; 0 if one does now."""
        return 0 if self.remaining else max(1, ceil(self.spent + WINDOW / self.limit - WINDOW))

    @property
    def headers(self) -> dict[str, str]:
        """As draft-ietf-httpapi-ratelimit-headers-10 has them, and Retry-After if refused.

        `t` is the time in which the whole quota is back.
        """
        told = {
            "RateLimit-Policy": f'"{self.policy}";q={self.limit};w={WINDOW}',
            "RateLimit": f'"{self.policy}";r={self.remaining};t={ceil(self.spent)}',
        }
        return told if self.passed else told | {"Retry-After": str(self.wait)}
