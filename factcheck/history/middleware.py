"""Tell history who sends a request that may write."""

from __future__ import annotations

from typing import Any

import pghistory
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from .who import person, told

_READS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class _Request(WSGIRequest):
    """A request that tells history of another user, such as one whom an API key names.

    Django REST framework sets the user anew, and to nobody where its own authentication finds
    none: that is not told, so that whoever is signed in stays on record.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        if name == "user" and (parts := person(value)):
            pghistory.context(**parts)


class WhoActs:
    """Stands after the middleware that authenticates."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        if request.method in _READS:
            return self.get_response(request)
        with told(**person(_signed_in(request))):
            if type(request) is WSGIRequest:
                request.__class__ = _Request
            return self.get_response(request)


def _signed_in(request: HttpRequest) -> Any:
    """Who sends it. A request without a session's cookie is not made to look for a session: its
    answer would then say that it varies by cookie."""
    unknown = type(request.user) is SimpleLazyObject
    if unknown and settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    return request.user
