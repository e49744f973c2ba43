"""The history of a row in the admin: one page, reached by the stock History button."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import PAGE_VAR
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from .changes import columns_of, entries, histories, references, value_of, who
from .reads import deleted_of, events_of
from .words import NOTHING

PER_PAGE = 25
DELETED_PER_PAGE = 50

_NAMING = ("key", "slug", "name", "title", "statement", "exact", "username")
"""Columns by one of which people know a row that is gone."""


class HistoryAdmin(admin.ModelAdmin):
    """A ModelAdmin whose History button leads to what the triggers recorded.

    Rows that are gone are found under "Deleted" on the list. A model without a recorded history
    keeps Django's own page.
    """

    change_list_template = "history/change_list.html"

    @property
    def is_recorded(self) -> bool:
        return self.model in histories()

    def get_urls(self):
        if not self.is_recorded:
            return super().get_urls()
        view = self.admin_site.admin_view(self.deleted_view)
        name = f"{self.opts.app_label}_{self.opts.model_name}_deleted"
        return [path("deleted/", view, name=name), *super().get_urls()]

    def changelist_view(self, request, extra_context=None):
        extra = {"deleted_page": self._history_address("deleted")} if self.is_recorded else {}
        return super().changelist_view(request, extra | (extra_context or {}))

    def deleted_events(self, request: HttpRequest) -> QuerySet:
        """The events of deletion that this person may see."""
        return deleted_of(self.model)

    def history_view(self, request, object_id, extra_context=None):
        if not self.is_recorded:
            return super().history_view(request, object_id, extra_context)
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        row = self.get_object(request, unquote(object_id))
        gone = None if row is not None else self._history_of_gone(request, unquote(object_id))
        if row is None and gone is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if row is not None and not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        pk = row.pk if row is not None else gone.pgh_obj_id
        number = request.GET.get(PAGE_VAR, 1)
        page, events = events_of(self.model, pk, size=PER_PAGE, number=number)
        name = str(row) if row is not None else self._history_name(gone, request)
        return self._history_page(
            request,
            "history/history.html",
            page,
            title="History",
            subtitle=name,
            name=name,
            row=row,
            entries=entries(events, self._history_finder(request)),
            earlier=self._history_logged_before(pk, page, events),
        )

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """The rows that were deleted, the last one first."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        found = Paginator(self.deleted_events(request), DELETED_PER_PAGE)
        page = found.get_page(request.GET.get(PAGE_VAR, 1))
        names = references(page, self._history_finder(request))
        rows = [
            {
                "name": _name_of(event, names),
                "at": event.pgh_created_at,
                "who": who(event.pgh_context),
                "reason": (event.pgh_context or {}).get("reason", ""),
                "page": self._history_address("history", event.pgh_obj_id),
            }
            for event in page
        ]
        return self._history_page(
            request,
            "history/deleted.html",
            page,
            title=f"Deleted {self.opts.verbose_name_plural}",
            rows=rows,
        )

    def _history_page(self, request: HttpRequest, template: str, page: Page, **context: Any):
        request.current_app = self.admin_site.name
        return TemplateResponse(
            request,
            template,
            self.admin_site.each_context(request)
            | {
                "opts": self.opts,
                "page": page,
                "page_range": page.paginator.get_elided_page_range(page.number),
                "page_var": PAGE_VAR,
                "deleted_page": self._history_address("deleted"),
            }
            | context,
        )

    def _history_of_gone(self, request: HttpRequest, key: str) -> models.Model | None:
        """The event by which a row went; None for one that is there, or that nobody had."""
        try:
            return self.deleted_events(request).filter(pgh_obj=key).first()
        except (ValueError, ValidationError):
            return None

    def _history_name(self, event: models.Model, request: HttpRequest) -> str:
        return _name_of(event, references([event], self._history_finder(request)))

    def _history_finder(self, request: HttpRequest):
        """Rows that others point at, as their own admin shows them to this person."""

        def find(model: type[models.Model], keys: set[Any]) -> Mapping[Any, Any]:
            page = self.admin_site._registry.get(model)
            rows = page.get_queryset(request) if page else model._base_manager.all()
            return rows.order_by().in_bulk(keys)

        return find

    def _history_logged_before(self, pk: Any, page: Page, events: list) -> list[LogEntry]:
        """What Django's log tells of the time before the history began, on the last page."""
        if page.has_next():
            return []
        logged = LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(self.model), object_id=str(pk)
        )
        if events:
            logged = logged.filter(action_time__lt=min(e.pgh_created_at for e, _ in events))
        return list(logged.select_related("user", "content_type").order_by("-action_time")[:100])

    def _history_address(self, part: str, *args: Any) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{part}"
        return reverse(name, args=args, current_app=self.admin_site.name)


def _name_of(event: models.Model, names) -> str:
    """What people knew a row by that is gone."""
    columns = {column.name: column for column in columns_of(type(event))}
    told = [value_of(event, columns[name], names) for name in _NAMING if name in columns]
    if not told:
        told = [value_of(event, c, names) for c in columns.values() if c.related_model]
        told = [", ".join(value for value in told if value != NOTHING)]
    return told[0] or f"no. {event.pgh_obj_id}"
