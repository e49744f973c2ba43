"""How the API's views learn who calls, and refuse what a caller may not do."""

from __future__ import annotations

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.permissions import BasePermission

from .caller import caller_of
from .scopes import Scope

CHALLENGE = 'Bearer realm="api"'


class ByGate(BaseAuthentication):
    """Takes over whom the gate let in: `request.user` is them, `request.auth` the Caller."""

    def authenticate(self, request):
        caller = caller_of(request)
        return (caller.user, caller) if caller.known else None

    def authenticate_header(self, request) -> str:
        return CHALLENGE


class HasScope(BasePermission):
    """Whether the caller has the scope that the view's `scope_of(method)` names, if it does.

    Raises NotAuthenticated for someone unknown, PermissionDenied (code `missing_scope`) for a key
    that is good for something else.
    """

    def has_permission(self, request, view) -> bool:
        scope, caller = view.scope_of(request.method), caller_of(request)
        if scope is None or caller.may(scope):
            return True
        if not caller.known or caller.kind == "staff":
            raise NotAuthenticated(
                f"This needs a key with the scope “{scope}”: send it as “Authorization: Bearer …”."
            )
        raise PermissionDenied(
            f"This needs the scope “{scope}”; this key has: {_listed(caller.scopes)}.",
            code="missing_scope",
        )


def _listed(scopes: frozenset[Scope]) -> str:
    return ", ".join(sorted(scopes))
