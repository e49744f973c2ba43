"""Keys in the admin: made, shown once, looked at and revoked."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from .keys import make_key, revoke_key
from .models import ApiKey
from .scopes import Scope


class KeyForm(forms.ModelForm):
    scopes = forms.MultipleChoiceField(
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="As little as will do; this does not change later.",
    )

    def clean_scopes(self) -> list[str]:
        return sorted(self.cleaned_data["scopes"])

    def clean_expires_at(self):
        expires_at = self.cleaned_data["expires_at"]
        if "expires_at" in self.changed_data and expires_at and expires_at <= timezone.now():
            raise forms.ValidationError("This is in the past.")
        return expires_at


class StateFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("live", "Live"), ("revoked", "Revoked")]

    def queryset(self, request, queryset):
        wanted = {"live": True, "revoked": False}.get(self.value())
        return queryset if wanted is None else queryset.filter(revoked_at__isnull=wanted)


@admin.register(ApiKey)
class ApiKeyAdmin(admin.ModelAdmin):
    form = KeyForm
    list_display = (
        "name",
        "prefix",
        "owner",
        "scope_names",
        "created_at",
        "last_used_at",
        "expires_at",
        "revoked_at",
    )
    list_filter = (StateFilter, "owner")
    list_select_related = ("owner",)
    search_fields = ("name", "prefix", "owner__username", "note")
    actions = ("revoke",)
    written = ("name", "owner", "scopes", "expires_at", "rate", "note")
    recorded = (
        "prefix",
        "created_at",
        "created_by",
        "last_used_at",
        "revoked_at",
        "revoked_by",
    )

    @admin.display(description="scopes")
    def scope_names(self, key: ApiKey) -> str:
        return ", ".join(key.scopes)

    def get_fields(self, request, obj=None):
        return self.written if obj is None else self.written + self.recorded

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else ("owner", "scopes", *self.recorded)

    def get_form(self, request, obj=None, change=False, **kwargs):
        # A field that only shows is none of the form's, which would ask for it again.
        form = super().get_form(request, obj, change=change, **kwargs)
        if obj is not None:
            form.base_fields.pop("scopes", None)
        return form

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # a key that did something is revoked, and stays to be recognised

    def save_model(self, request: HttpRequest, obj: ApiKey, form, change: bool) -> None:
        if change:
            obj.save(update_fields=["name", "expires_at", "rate", "note"])
            return
        given = {name: form.cleaned_data[name] for name in self.written}
        made, token = make_key(**given, by=request.user, at=timezone.now())
        obj.__dict__.update(made.__dict__)
        request.made_token = token

    def response_add(self, request: HttpRequest, obj: ApiKey, post_url_continue=None):
        """The token, in the answer to the very request that made it: it is stored nowhere."""
        context = {
            **self.admin_site.each_context(request),
            "title": "The new API key",
            "opts": self.opts,
            "key": obj,
            "token": request.made_token,
        }
        response = TemplateResponse(request, "admin/access/key_made.html", context)
        response.headers["Cache-Control"] = "no-store"
        return response

    @admin.action(description="Revoke for good", permissions=["change"])
    def revoke(self, request: HttpRequest, keys) -> HttpResponse | None:
        at = timezone.now()
        revoked = sum(revoke_key(key=key, by=request.user, at=at) for key in keys)
        self.message_user(request, f"Revoked: {revoked}. They stop opening at once.")
        return None
