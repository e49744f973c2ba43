"""Conditional requests and caching: what makes a second request for the same answer cheap.

Every answer to GET and HEAD has a strong ETag and a Last-Modified, and If-None-Match or
If-Modified-Since turns it into a 304. A view has this from `ReadOnlyView` and need do nothing; one
that knows better overrides

    validator()  text that changes with the answer, found without making it: a match is a 304
                 before anything is read. None (the default): the hash of the body is taken.
                 It must differ where formats, callers or parameters make the body differ.
    changed()    when the answer last changed; by default when the public record did, or our code
    immutable()  whether the answer can never change: it may then be kept for a year
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date, quote_etag
from django.utils.timezone import now

from factcheck.access.caller import caller_of

from .errors import error_response, of_api

VARY = ("Accept", "Authorization", "Cookie")
A_YEAR = 31_536_000

STARTED = now()
"""An answer changes with the code too: one from before this process began counts as old."""

SETTLED = timedelta(seconds=5)
"""A transaction's moment is taken right before its commit is seen, and HTTP counts in seconds: so
long after a change, the answer may still lack another one of the same second."""


class Unchanged(Exception):
    """Raised by a view before it makes its answer: `response` is sent instead."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


class Conditional:
    """What a DRF view needs for it; see the module."""

    def validator(self) -> str | None:
        return None

    def changed(self) -> datetime:
        return max(caller_of(self.request).changed_at or STARTED, STARTED)

    def immutable(self) -> bool:
        return False

    def initial(self, request, *args, **kwargs) -> None:
        super().initial(request, *args, **kwargs)
        if request.method in ("GET", "HEAD"):
            self._known = self.validator()
            etag = _etag(self._known) if self._known is not None else None
            if found := self._settled(etag, None):
                raise Unchanged(found)

    def handle_exception(self, exc: Exception):
        return exc.response if isinstance(exc, Unchanged) else super().handle_exception(exc)

    def finalize_response(self, request, response, *args, **kwargs):
        response = super().finalize_response(request, response, *args, **kwargs)
        if request.method not in ("GET", "HEAD") or response.status_code != 200:
            return response
        if getattr(response, "is_rendered", True):
            return self._validated(response)
        response.add_post_render_callback(self._validated)
        return response

    def _validated(self, response: HttpResponse) -> HttpResponse:
        """The response with its validators, or the 304 that will do instead."""
        if self._known is not None:
            etag = _etag(self._known)
        elif not response.streaming:
            etag = _etag(response.content)
        else:
            etag = None
        self._describe(response, etag)
        return self._settled(etag, response) or response

    def _settled(self, etag: str | None, response: HttpResponse | None) -> HttpResponse | None:
        """A 304 or 412, if the request's conditions and what is known by now lead to one."""
        if etag is None and "If-None-Match" in self.request.headers:
            return None  # it goes before If-Modified-Since, and can only be answered later
        found = get_conditional_response(
            self.request._request, etag=etag, last_modified=int(self.changed().timestamp())
        )
        if found is None or found.status_code == 200:
            return None
        if found.status_code == 412:
            return error_response(
                412, "precondition_failed", "What is here is not what If-Match names."
            )
        self._describe(found, etag)
        return found

    def _describe(self, response: HttpResponse, etag: str | None) -> None:
        """Set ETag, Last-Modified and Cache-Control."""
        caller, changed = caller_of(self.request), self.changed()
        if etag:
            response.headers["ETag"] = etag
        if caller.now and caller.now - changed < SETTLED:
            changed -= SETTLED  # so that it does not count as seen before all of it was
        response.headers["Last-Modified"] = http_date(changed.timestamp())
        whose = "private" if caller.known else "public"
        if self.immutable():
            response.headers["Cache-Control"] = f"{whose}, max-age={A_YEAR}, immutable"
        elif caller.known:
            response.headers["Cache-Control"] = "private, no-cache"
        else:
            response.headers["Cache-Control"] = f"public, max-age={settings.API_MAX_AGE}"


def _etag(known: str | bytes) -> str:
    known = known.encode() if isinstance(known, str) else known
    return quote_etag(sha256(known).hexdigest()[:40])


class Caching:
    """Middleware: on every answer of the API what it varies with; what does not say how long it
    may be kept, such as an error, is not kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if of_api(request):
            patch_vary_headers(response, VARY)
            response.headers.setdefault("Cache-Control", "no-store")
        return response
