"""Bulk actions in the admin: first a page that shows what would become of each row."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from .deleting import Delete
from .doing import MOST, Bulk, carry_out, preview
from .forms import ReasonForm, sealed, unsealed
from .plan import Difference, Plan

SEAL = "plan"


class BulkAdmin(admin.ModelAdmin):
    """A ModelAdmin whose actions on many rows go through a preview."""

    def bulk_action(
        self, request: HttpRequest, queryset: QuerySet, kind: type[Bulk]
    ) -> HttpResponse | None:
        """The page of an action, or None (back to the list) once it is done."""
        seen = unsealed(request.POST.get(SEAL, ""), action=kind.action, by=request.user)
        # What was previewed, whatever the list is filtered by and shows by now.
        keys = [row.key for row in seen.rows] if seen else queryset.order_by().values("pk")
        rows = self.get_queryset(request).filter(pk__in=keys)
        if seen is None and (many := rows.count()) > MOST:
            told = f"{many:,} are selected: choose at most {MOST:,} at once."
            self.message_user(request, told, messages.ERROR)
            return None
        form = kind.asks(request.POST if "asked" in request.POST else None)
        if not form.is_complete:
            return self._bulk_page(request, kind, form, rows=rows)
        bulk = kind(by=request.user, given=form.given, reason=form.why)
        if seen is None or "do" not in request.POST:
            return self._bulk_page(request, kind, form, plan=preview(bulk, rows))
        with self.while_doing(request, bulk, rows):
            plan, different = carry_out(bulk, rows, seen)
        if different:
            return self._bulk_page(request, kind, form, plan=plan, different=different)
        self.message_user(request, _done(kind, plan), messages.SUCCESS)
        return None

    @admin.action(description="Delete the selected rows", permissions=["delete"])
    def delete_selected(self, request, queryset):
        """Takes the place of Django's own where a list has it among its `actions`."""
        return self.bulk_action(request, queryset, Delete)

    def while_doing(
        self, request: HttpRequest, bulk: Bulk, rows: QuerySet
    ) -> AbstractContextManager:
        """What surrounds the action when it is done in earnest."""
        return nullcontext()

    def _bulk_page(
        self,
        request: HttpRequest,
        kind: type[Bulk],
        form: ReasonForm,
        *,
        plan: Plan | None = None,
        rows: QuerySet | None = None,
        different: list[Difference] | None = None,
    ) -> HttpResponse:
        """The preview, or where there is no plan yet what it needs to know first."""
        seal = plan and sealed(plan, action=kind.action, by=request.user)
        chosen = [row.key for row in plan.rows] if plan else [row.pk for row in rows.order_by("pk")]
        context = {
            "title": kind.title,
            "opts": self.opts,
            "kind": kind,
            "form": form,
            "plan": plan,
            "different": different or [],
            "seal": seal,
            # One is enough to name the selection once the seal holds it.
            "chosen": chosen[:1] if plan else chosen,
            "count": len(chosen),
            "checkbox": ACTION_CHECKBOX_NAME,
            "seal_name": SEAL,
        }
        request.current_app = self.admin_site.name
        return TemplateResponse(
            request,
            "bulk/preview.html",
            self.admin_site.each_context(request) | context,
            status=409 if different else 200,
        )


def _done(kind: type[Bulk], plan: Plan) -> str:
    """“3 accepted; 1 was so already; 2 refused.”"""
    parts = [f"{len(plan.done):,} {kind.past}"]
    if plan.unchanged:
        parts.append(f"{len(plan.unchanged):,} left as they were")
    if plan.refused:
        parts.append(f"{len(plan.refused):,} refused")
    return f"{'; '.join(parts)}."
