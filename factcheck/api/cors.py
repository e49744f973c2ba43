"""Who may read the API from a page of another site: everyone, and without their cookies.

Reading only: a page of another site that wants to write is refused by the browser, for the answer
to its question before writing names GET, HEAD and OPTIONS alone.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .errors import of_api

READING = ("GET", "HEAD", "OPTIONS")
EXPOSED = (
    "Content-Disposition, Deprecation, ETag, Ledger-Hash, Ledger-Number, Link, RateLimit, "
    "RateLimit-Policy, Retry-After, Sunset"
)
"""What a script may see beside the few headers that it always may."""

PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(READING),
    "Access-Control-Allow-Headers": "Accept, Authorization, If-Modified-Since, If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Cache-Control": "public, max-age=86400",
}


class PublicReads:
    """Middleware, before the gate: a browser's question before asking costs nothing of a rate."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not of_api(request):
            return self.get_response(request)
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            response = HttpResponse(status=204, headers=PREFLIGHT)
            del response.headers["Content-Type"]
        else:
            response = self.get_response(request)
        if request.method in READING:
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Expose-Headers"] = EXPOSED
        return response
