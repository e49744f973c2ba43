"""Webhooks in the admin: made, with the secret shown once; what was sent, and what was given up."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from procrastinate.contrib.django import admin as queue_admin

from .models import Delivery, Kind, State, Subscription
from .subscriptions import check_url, send_again, send_test, subscribe


class SubscriptionForm(forms.ModelForm):
    url = forms.URLField(
        label="URL", max_length=500, assume_scheme="https", help_text="Where to send it, by POST."
    )
    kinds = forms.MultipleChoiceField(choices=Kind.choices, widget=forms.CheckboxSelectMultiple)

    def clean_kinds(self) -> list[str]:
        return sorted(self.cleaned_data["kinds"])

    def clean_url(self) -> str:
        try:
            check_url(self.cleaned_data["url"])
        except ValidationError as error:
            raise ValidationError(error.message_dict["url"]) from error
        return self.cleaned_data["url"]


# The queue's own page would offer to cancel and repeat jobs past the outbox. What is to be sent,
# and how that goes, stands in the outbox.
admin.site.unregister(queue_admin.models.ProcrastinateJob)


@admin.register(Subscription)
class SubscriptionAdmin(admin.ModelAdmin):
    form = SubscriptionForm
    list_display = ("name", "url", "owner", "of", "kind_names", "active", "waiting", "dead")
    list_filter = ("active", "what", "owner")
    list_select_related = ("owner", "subject", "figure__subject", "figure__scope")
    search_fields = ("name", "url", "owner__username")
    autocomplete_fields = ("subject", "figure")
    actions = ("test",)
    written = ("name", "url", "owner", "what", "subject", "figure", "kinds")
    recorded = ("active", "created_at", "created_by")

    def get_queryset(self, request: HttpRequest):
        counts = {
            f"{state}_count": Count("deliveries", filter=Q(deliveries__state=state))
            for state in (State.WAITING, State.DEAD)
        }
        return super().get_queryset(request).annotate(**counts)

    @admin.display(description="of")
    def of(self, subscription: Subscription) -> str:
        return str(subscription.figure or subscription.subject or "everything")

    @admin.display(description="kinds")
    def kind_names(self, subscription: Subscription) -> str:
        return ", ".join(subscription.kinds)

    @admin.display(ordering="waiting_count")
    def waiting(self, subscription: Subscription) -> int:
        return subscription.waiting_count

    @admin.display(ordering="dead_count")
    def dead(self, subscription: Subscription) -> int:
        return subscription.dead_count

    def get_fields(self, request, obj=None):
        return self.written if obj is None else self.written + self.recorded

    def get_readonly_fields(self, request, obj=None):
        return () if obj is None else ("owner", "created_at", "created_by")

    def has_delete_permission(self, request, obj=None) -> bool:
        return False  # it is stopped, and what was sent can still be looked up

    def save_model(self, request: HttpRequest, obj: Subscription, form, change: bool) -> None:
        if change:
            obj.save()
            return
        given = {name: form.cleaned_data[name] for name in self.written}
        made, secret = subscribe(**given, by=request.user)
        obj.__dict__.update(made.__dict__)
        request.made_secret = secret

    def response_add(self, request: HttpRequest, obj: Subscription, post_url_continue=None):
        """The secret, in the answer to the very request that made it: it is stored nowhere."""
        context = {
            **self.admin_site.each_context(request),
            "title": "The new webhook",
            "opts": self.opts,
            "subscription": obj,
            "secret": request.made_secret,
        }
        response = TemplateResponse(request, "admin/webhooks/subscription_made.html", context)
        response.headers["Cache-Control"] = "no-store"
        return response

    @admin.action(description="Send a test", permissions=["change"])
    def test(self, request: HttpRequest, subscriptions) -> HttpResponse | None:
        sent = [send_test(subscription=each) for each in subscriptions if each.active]
        self.message_user(
            request,
            f"Tests on their way: {len(sent)}. How each of them went stands under Deliveries; a "
            "webhook that is not active gets none.",
        )
        return None


@admin.register(Delivery)
class DeliveryAdmin(admin.ModelAdmin):
    list_display = (
        "__str__",
        "subscription",
        "change_id",
        "state",
        "attempts",
        "last_code",
        "last_error",
        "last_took",
        "last_at",
        "next_at",
    )
    list_filter = ("state", "subscription")
    list_select_related = ("subscription",)
    search_fields = ("message", "subscription__name", "subscription__url")
    actions = ("send_again",)

    def get_fields(self, request, obj=None):
        return ("subscription", "change_id", "created_at", *self.list_display[3:])

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj)

    @admin.display(description="change", ordering="change_id", empty_value="a test")
    def change_id(self, delivery: Delivery) -> int | None:
        return delivery.change_id

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def has_send_permission(self, request) -> bool:
        return request.user.has_perm("webhooks.change_subscription")

    @admin.action(description="Send again what was given up", permissions=["send"])
    def send_again(self, request: HttpRequest, deliveries) -> HttpResponse | None:
        again = sum(send_again(delivery=each) for each in deliveries)
        self.message_user(request, f"Sent again: {again}. What is not dead was left as it is.")
        return None
