"""A site of one table, Django's groups: each answer tells what it read, and from where."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connections, transaction
from django.http import HttpRequest, JsonResponse, StreamingHttpResponse
from django.urls import path

from factcheck.replicas.route import reading_from


def groups(request: HttpRequest) -> JsonResponse:
    if request.method == "POST":
        Group.objects.create(name=request.POST["name"])
    return JsonResponse(_read())


def in_transaction(request: HttpRequest) -> JsonResponse:
    """What is read in a transaction, and what is read after it."""
    with transaction.atomic():
        within = _read()
    return JsonResponse({"within": within, "after": _read()})


def streamed(request: HttpRequest) -> StreamingHttpResponse:
    rows = Group.objects.order_by("pk").values_list("name", flat=True)
    return StreamingHttpResponse(f"{_standby()} {name}\n" for name in rows.iterator(chunk_size=1))


def copied(request: HttpRequest) -> StreamingHttpResponse:
    """As exports do it: by COPY, or by a cursor of the server within a transaction."""
    statement = "SELECT pg_is_in_recovery(), name FROM auth_group"

    def by_copy():
        opened = connections[reading_from()].cursor()
        with opened as cursor, cursor.copy(f"COPY ({statement}) TO STDOUT") as rows:
            yield from map(bytes, rows)

    def by_cursor():
        alias = reading_from()
        with transaction.atomic(using=alias), connections[alias].chunked_cursor() as cursor:
            cursor.execute(statement)
            yield from (f"{str(standby)[0].lower()}\t{name}\n" for standby, name in cursor)

    return StreamingHttpResponse(by_copy() if "copy" in request.GET else by_cursor())


def _read() -> dict:
    return {"groups": sorted(Group.objects.values_list("name", flat=True)), "standby": _standby()}


def _standby() -> bool:
    with connections[reading_from()].cursor() as cursor:
        cursor.execute("SELECT pg_is_in_recovery()")
        return cursor.fetchone()[0]


urlpatterns = [
    path("admin/groups/", groups),
    path("admin/", admin.site.urls),
    path("groups/", groups),
    path("in-transaction/", in_transaction),
    path("streamed/", streamed),
    path("copied/", copied),
]
