"""The one way in which the forms of this admin write: through the verbs of the claims app.

A form only says what was typed. The verb validates, saves and rechecks; what it refuses comes
back as errors on the same form, with all that was typed still in it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from factcheck.bulk.admin import BulkAdmin
from factcheck.history.admin import HistoryAdmin

STYLESHEET = "claims/admin.css"


class VerbForm(forms.ModelForm):
    """A form whose model is not touched: the verb does that, and only the verb validates it."""

    refusal: ClassVar[ValidationError | None] = None
    """Why the verb refused what was typed; given for the second look at the same data."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is not None:
            # The page carries what it showed, so that only what was typed is a change: on a page
            # that is out of date the other fields do not undo what someone else wrote since.
            for field in self.fields.values():
                field.show_hidden_initial = True

    def _post_clean(self) -> None:
        """Neither fill nor validate the instance (which ModelForm does here)."""
        if self.refusal is not None:
            self._add_refusal(self.refusal)

    def _add_refusal(self, refusal: ValidationError) -> None:
        if not hasattr(refusal, "error_dict"):
            self.add_error(None, refusal)
            return
        for name, errors in refusal.error_dict.items():
            if name in self.fields:
                self.add_error(name, errors)
            else:
                told = [f"{name}: {message}" for error in errors for message in error.messages]
                self.add_error(None, told)

    @property
    def values(self) -> dict[str, Any]:
        """All that a new row is given, named as the verb names it."""
        return dict(self.cleaned_data)

    @property
    def changes(self) -> dict[str, Any]:
        """What was changed by hand; the rest stays as it is by then, whoever changed it."""
        return {name: self.cleaned_data[name] for name in self.changed_data}


class VerbAdmin(BulkAdmin, HistoryAdmin):
    """A ModelAdmin that saves by `create` and `change`, which call the verbs.

    A verb's ValidationError undoes the whole request and shows the form again with its reasons.
    """

    form = VerbForm
    formfield_overrides = {models.TextField: {"widget": AdminTextareaWidget(attrs={"rows": 3})}}
    list_per_page = 50

    class Media:
        css: ClassVar = {"all": [STYLESHEET]}

    def create(self, request: HttpRequest, values: dict[str, Any]) -> models.Model:
        """The new row, made by a verb."""
        raise NotImplementedError

    def change(self, request: HttpRequest, row: models.Model, form: VerbForm) -> None:
        """Change the row by a verb; `form.changes` is not empty."""
        raise NotImplementedError

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ValidationError as refusal:  # of a verb; all that it did is rolled back by now
            request.refusal = refusal
            return super().changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return type(form.__name__, (form,), {"refusal": refusal})

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Without a button that deletes what a field points at: it belongs to others too."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and hasattr(field.widget, "can_delete_related"):
            field.widget.can_delete_related = False
        return field

    def save_model(self, request, obj, form, change):
        if not change:
            saved = self.create(request, form.values)
            obj.pk = saved.pk
            obj._state.adding = False
        elif form.changes:
            self.change(request, obj, form)
        obj.refresh_from_db()

    def delete_view(self, request, object_id, extra_context=None):
        try:
            return super().delete_view(request, object_id, extra_context)
        except ValidationError as refusal:
            for message in refusal.messages:
                self.message_user(request, message, messages.ERROR)
            page = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
            return HttpResponseRedirect(reverse(page, args=[object_id]))

    def get_actions(self, request):
        """Without deletion by the dozen: each row says for itself what keeps it."""
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def changelist_view(self, request, extra_context=None):
        # PostgreSQL stores no NUL, so a filter that holds one is no filter of ours.
        if any("\0" in value for values in request.GET.lists() for value in values[1]):
            return HttpResponseRedirect(f"{request.path}?e=1")
        return super().changelist_view(request, extra_context)

    def get_search_results(self, request, queryset, search_term):
        if "\0" in search_term:
            return queryset.none(), False
        return super().get_search_results(request, queryset, search_term)


class ReadOnlyAdmin(VerbAdmin):
    """Rows that nobody writes by hand."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
