"""The gate: every request under /api/ is counted here, and a key is looked at here.

Middleware rather than DRF's throttles, so that what never reaches a view is counted too, and so
that the key and its rate are one statement. It comes after Django's authentication, and before
whatever records `request.user`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from factcheck.api.errors import error_response, of_api

from .addresses import caller as caller_address
from .admission import Moment, count_by_key, count_by_name, sweep
from .caller import Caller
from .permissions import CHALLENGE
from .quota import Quota
from .scopes import Scope, widened
from .tokens import LONGEST, digest_of

SWEEP_EVERY = 1_000
"""Requests of a process between two sweeps of what is spent and over."""

SCHEMES = ("bearer", "api-key")
READING = ("GET", "HEAD", "OPTIONS")

REFUSED = {
    "unknown_scheme": "The Authorization header is not one of ours: send “Bearer” and a key, or "
    "leave it out.",
    "unknown_key": "There is no such key. Check that it was copied whole, or ask for another.",
    "revoked_key": "This key was revoked. Ask for another.",
    "expired_key": "This key has expired. Ask for another.",
    "closed_account": "The account that this key belongs to is closed.",
}
"""Why a key does not open, by machine code. None of them is taken for an anonymous caller."""


class Gate:
    """Middleware: sets `request.caller`, and `request.user` for a key; refuses with 401 or 429."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._counted = count(1)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not of_api(request):
            return self.get_response(request)
        if next(self._counted) % SWEEP_EVERY == 0:
            sweep()
        refusal, quota = _admit(request)
        response = refusal or self.get_response(request)
        for name, value in (quota.headers if quota else {}).items():
            response.headers[name] = value
        return response


def _admit(request: HttpRequest) -> tuple[HttpResponse | None, Quota | None]:
    """Count the request and set its caller; with the response if it is refused."""
    refusal = None
    if "Authorization" in request.headers:
        token = _token(request.headers["Authorization"])
        found = token and count_by_key(digest=digest_of(token), rate=settings.API_KEY_RATE)
        key, quota, moment = found or (None, None, None)
        if key and not key.refusal:
            request.user = key.owner
            request.caller = _caller("key", key.owner, widened(key.scopes), moment, key.id)
        else:
            code = key.refusal if key else "unknown_key" if token else "unknown_scheme"
            refusal = _unauthorised(code)
            quota, _ = _count_address(request)  # or guessing keys would cost nothing
    elif _reads_as_staff(request):
        quota, moment = count_by_name(
            kind="staff", who=str(request.user.pk), rate=settings.API_KEY_RATE
        )
        scopes = widened([Scope.READ_DRAFTS])
        request.caller = _caller("staff", request.user, scopes, moment)
    else:
        quota, moment = _count_address(request)
        request.caller = Caller(changed_at=moment.changed_at, now=moment.now)
    if quota and not quota.passed:
        refusal = _too_many(quota)
    return refusal, quota


def _token(header: str) -> str | None:
    """The key in an Authorization header; None where there is none to be looked up."""
    scheme, _, token = header.strip().partition(" ")
    token = token.strip()
    if scheme.lower() not in SCHEMES or not 0 < len(token) <= LONGEST:
        return None
    return token if token.isascii() and token.isprintable() else None


def _reads_as_staff(request: HttpRequest) -> bool:
    """A session lets staff read, and only that: a foreign page could make a browser write."""
    if request.method not in READING or settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_active and request.user.is_staff


def _count_address(request: HttpRequest) -> tuple[Quota | None, Moment]:
    who = caller_address(
        request.META.get("REMOTE_ADDR", ""),
        request.headers.get("X-Forwarded-For", ""),
        settings.TRUSTED_PROXIES,
    )
    return count_by_name(kind="anonymous", who=who, rate=settings.API_ANONYMOUS_RATE)


def _caller(kind: str, user, scopes, moment: Moment, key_id: int | None = None) -> Caller:
    return Caller(kind, user, scopes, key_id, moment.changed_at, moment.now)


def _unauthorised(code: str) -> HttpResponse:
    response = error_response(401, code, REFUSED[code])
    response.headers["WWW-Authenticate"] = f'{CHALLENGE}, error="invalid_token"'
    return response


def _too_many(quota: Quota) -> HttpResponse:
    return error_response(
        429,
        "throttled",
        f"Too many requests: {quota.limit} a minute are let through. "
        f"Try again in {quota.wait} seconds.",
    )
