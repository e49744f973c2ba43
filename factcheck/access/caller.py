"""Who calls the API, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AnonymousUser

from .scopes import Scope


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent a request to the API; views find it as `caller_of(request)`.

    kind        "anonymous", "key" or "staff" (signed in to the admin, and reading)
    user        the key's owner, or who is signed in
    scopes      all that the caller may do
    key_id      of the ApiKey; None without one
    changed_at  when the public record had last changed as the request came in; None if not known
    now         the time in PostgreSQL as the request came in; None outside the gate
    """

    kind: str = "anonymous"
    user: object = field(default_factory=AnonymousUser)
    scopes: frozenset[Scope] = frozenset({Scope.READ})
    key_id: int | None = None
    changed_at: datetime | None = None
    now: datetime | None = None

    @property
    def known(self) -> bool:
        """Whether it is somebody: answers to them are theirs alone."""
        return self.kind != "anonymous"

    def may(self, scope: Scope) -> bool:
        return scope in self.scopes


def caller_of(request) -> Caller:
    """The caller of a request, Django's or DRF's; anonymous where it did not pass the gate."""
    return getattr(getattr(request, "_request", request), "caller", None) or Caller()
