"""The kinds of view that the API is made of. All of them only read."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import Case, Q, QuerySet, Value, When
from rest_framework import generics
from rest_framework.exceptions import NotFound
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from factcheck.access.permissions import HasScope
from factcheck.access.scopes import Scope

from .conditional import Conditional
from .pagination import KeysetPagination, PageParameters
from .parameters import Parameters


class ReadOnlyView(Conditional, APIView):
    """GET, HEAD and OPTIONS, for everyone; a key needs the scope `read`.

    Answers have validators (see `conditional`).

    parameters  the query parameters that it takes; any other is refused
    asked       their values, while a request is answered
    """

    http_method_names: ClassVar = ["get", "head", "options"]
    permission_classes: ClassVar = [HasScope]
    parameters: ClassVar[type[Parameters]] = Parameters
    asked: dict[str, Any]

    def scope_of(self, method: str) -> Scope | None:
        """What a caller must be allowed to do, to use this method here; None: nothing."""
        return Scope.READ

    def initial(self, request: Request, *args, **kwargs) -> None:
        # First of all, so that a wrong parameter is named before anything is made of the others.
        if request.method in ("GET", "HEAD"):
            self.asked = self.parameters.read(request)
        super().initial(request, *args, **kwargs)

    def options(self, request: Request, *args, **kwargs) -> Response:
        # What an address tells of itself is JSON, also where its answers are not.
        request.accepted_renderer = JSONRenderer()
        request.accepted_media_type = JSONRenderer.media_type
        return super().options(request, *args, **kwargs)

    def handle_exception(self, exc: Exception) -> Response:
        # An error is JSON, also where the answer would have been a page or YAML.
        self.request.accepted_renderer = JSONRenderer()
        self.request.accepted_media_type = JSONRenderer.media_type
        return super().handle_exception(exc)


class ListView(ReadOnlyView, generics.ListAPIView):
    """A page of rows; `get_queryset` applies the filters in `asked`."""

    parameters = PageParameters
    pagination_class = KeysetPagination


class DetailView(ReadOnlyView, generics.RetrieveAPIView):
    """One row, found by `get_object`."""


def row_by_name(rows: QuerySet, name: str, *, key: str, what: str):
    """The row whose `key` is `name` or, failing that, whose id is.

    what  the kind of row, for the sentence of the NotFound that is raised when there is none
    """
    wanted = Q(**{key: name})
    # No id has more digits, and Python refuses to read very many.
    if name.isascii() and name.isdigit() and len(name) < 19:
        wanted |= Q(pk=int(name))
    # A key may consist of digits, and then it may be another row's id: the key goes first.
    first = Case(When(**{key: name}, then=Value(0)), default=Value(1))
    found = rows.filter(wanted).order_by(first).first() if "\0" not in name else None
    if found is None:
        shown = name if len(name) <= 60 else f"{name[:59]}…"
        raise NotFound(f"There is no {what} “{shown}”.")
    return found
