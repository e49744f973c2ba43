"""How the endpoints of the desk answer: JSON, errors in plain words by field, never a 500."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import Form
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache

MOST_BYTES = 100_000
FORM = "form"
"""Where errors stand that are about no one field."""

View = Callable[..., Any]


class Refused(Exception):
    """What was sent cannot be done. `errors`: field → messages."""

    def __init__(self, errors: Mapping[str, list[str]], status: int = 400) -> None:
        super().__init__(errors)
        self.errors, self.status = dict(errors), status


def endpoint(*permissions: str) -> Callable[[View], View]:
    """An endpoint for staff with these permissions: a JSON object in by POST, one out."""

    def decorate(view: View) -> View:
        @wraps(view)
        @never_cache
        def answer(request: HttpRequest, **place: Any) -> JsonResponse:
            try:
                _permit(request, permissions)
                return JsonResponse(view(request, data=_body(request), **place))
            except Refused as refused:
                return JsonResponse({"errors": refused.errors}, status=refused.status)
            except PermissionDenied as denied:
                return JsonResponse({"errors": {FORM: [str(denied)]}}, status=403)
            except ValidationError as refusal:
                return JsonResponse({"errors": by_field(refusal)}, status=400)

        return answer

    return decorate


def may(request: HttpRequest, permissions: tuple[str, ...]) -> bool:
    """Whether someone signed in to the admin has all of these permissions."""
    return admin.site.has_permission(request) and request.user.has_perms(permissions)


def _permit(request: HttpRequest, permissions: tuple[str, ...]) -> None:
    if not admin.site.has_permission(request):
        raise Refused({FORM: ["You are not signed in any more: sign in and try again."]}, 403)
    if not request.user.has_perms(permissions):
        raise Refused({FORM: ["Your role does not include this: see docs/roles.md."]}, 403)
    if request.method != "POST":
        raise Refused({FORM: ["This address takes POST only."]}, 405)


def _body(request: HttpRequest) -> dict[str, Any]:
    if len(request.body) > MOST_BYTES:
        raise Refused({FORM: [f"This is more than {MOST_BYTES:,} bytes: shorten it."]})
    try:
        data = json.loads(request.body or b"{}")
    except (ValueError, RecursionError) as error:
        raise Refused({FORM: ["What was sent is not JSON."]}) from error
    if not isinstance(data, dict):
        raise Refused({FORM: ["What was sent is not a JSON object."]})
    return data


def cleaned(form: Form) -> dict[str, Any]:
    """The form's cleaned data; raises Refused with its errors by field."""
    if not form.is_valid():
        raise Refused({FORM if n == "__all__" else n: list(e) for n, e in form.errors.items()})
    return form.cleaned_data


def by_field(refusal: ValidationError) -> dict[str, list[str]]:
    if hasattr(refusal, "error_dict"):
        return {FORM if n == "__all__" else n: list(m) for n, m in refusal.message_dict.items()}
    return {FORM: list(refusal.messages)}
