"""The API about itself: what it has, its OpenAPI description, and a page to read that."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from django.shortcuts import render
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import (
    OpenApiJsonRenderer,
    OpenApiJsonRenderer2,
    OpenApiYamlRenderer,
    OpenApiYamlRenderer2,
)
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.renderers import StaticHTMLRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from .fields import Link
from .parameters import OneOf, Parameters
from .views import ReadOnlyView


class AboutView(ReadOnlyView):
    """Tells of the API: any key will do."""

    def scope_of(self, method: str) -> None:
        return None


class RootSerializer(serializers.Serializer):
    """Where everything is."""

    documents = Link("documents")
    passages = Link("passages")
    figures = Link("figures")
    claims = Link("claims")
    verdicts = Link("verdicts")
    changes = Link("changes")
    schema = Link("schema")
    docs = Link("docs")


class Root(AboutView):
    """The addresses to start from."""

    serializer_class = RootSerializer

    @extend_schema(operation_id="root", tags=["about"])
    def get(self, request: Request) -> Response:
        return Response(RootSerializer({}, context={"request": request}).data)


class SchemaParameters(Parameters):
    format = OneOf(["json", "yaml"], required=False, help_text="Instead of an Accept header.")


class Schema(AboutView):
    """This description, as OpenAPI 3."""

    parameters = SchemaParameters
    # The first serves whoever has no preference: browsers show JSON, and would save the others.
    renderer_classes: ClassVar = [
        OpenApiJsonRenderer2,
        OpenApiJsonRenderer,
        OpenApiYamlRenderer2,
        OpenApiYamlRenderer,
    ]

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        return Response(_schema())


@cache
def _schema() -> dict:
    """It follows from the code alone, so a process makes it once."""
    return SchemaGenerator().get_schema(request=None, public=True)


class Docs(AboutView):
    """A page to read that description, and to try the API."""

    renderer_classes: ClassVar = [StaticHTMLRenderer]

    @extend_schema(exclude=True)
    def get(self, request: Request):
        return render(request, "api/docs.html")
