"""One shape for every error under /api/, wherever it arises.

    {"type": "validation_error" | "client_error" | "server_error",
     "errors": [{"code": "...", "detail": "a sentence", "attr": "the parameter" | null}]}

Views get it from drf-standardized-errors; the functions here give it to what never reaches a view
of the API: an unknown address, a bad Host header, a failure in a middleware.
"""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import SuspiciousOperation, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.urls import Resolver404, resolve
from django.views import defaults
from django.views.decorators.csrf import csrf_exempt
from drf_standardized_errors.handler import ExceptionHandler
from rest_framework.exceptions import APIException, ParseError


class ApiExceptionHandler(ExceptionHandler):
    def convert_known_exceptions(self, exc: Exception) -> Exception:
        if isinstance(exc, TooManyFieldsSent):
            most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
            return ParseError(f"There are more than {most} parameters; none takes so many.")
        if isinstance(exc, SuspiciousOperation):
            return ParseError("This request cannot be read.")
        return super().convert_known_exceptions(exc)

    def convert_unhandled_exceptions(self, exc: Exception) -> APIException:
        # The cause is logged, and never told to the client.
        if isinstance(exc, APIException):
            return exc
        return APIException("The server failed on this request. It has been logged.")


@csrf_exempt
def nothing_here(request: HttpRequest) -> HttpResponse:
    """Any address of the API that is no other's: the way to the one that was meant, or a 404."""
    if request.method in ("GET", "HEAD") and _leads_somewhere(f"{request.path_info}/"):
        return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
    return error_response(
        404,
        "not_found",
        f"There is nothing at {request.path}. /api/v1/ lists what there is; every address ends "
        "with a slash.",
    )


def _leads_somewhere(path: str) -> bool:
    try:
        return resolve(path).func is not nothing_here
    except Resolver404:
        return False


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """handler400: a request that Django itself refused, such as one with a foreign Host."""
    if not of_api(request):
        return defaults.bad_request(request, exception)
    return error_response(400, "parse_error", "This request cannot be read: see its headers.")


def server_error(request: HttpRequest) -> HttpResponse:
    """handler500: a failure outside the views of the API, such as in a middleware."""
    if not of_api(request):
        return defaults.server_error(request)
    return error_response(
        500, "error", "The server failed on this request. It has been logged.", kind="server_error"
    )


def of_api(request: HttpRequest) -> bool:
    """Whether it is the API's, also where clients of another API ask for it (claims:search)."""
    return request.path_info.startswith(("/api/", "/v1alpha1/"))


def error_response(
    status: int, code: str, detail: str, *, kind: str = "client_error"
) -> JsonResponse:
    """The one shape, for use outside a view of the API."""
    errors = [{"code": code, "detail": detail, "attr": None}]
    return JsonResponse({"type": kind, "errors": errors}, status=status)
