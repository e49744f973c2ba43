"""Publishers and origins."""

from copy import copy

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from factcheck.bulk.admin import BulkAdmin
from factcheck.history.admin import HistoryAdmin
from sources.models import Origin, Publisher
from sources.publishers import check_publisher, save_origin, save_publisher

from .base import HTTPS_ASSUMED


class PublisherForm(forms.ModelForm):
    def clean(self):
        cleaned = super().clean()
        candidate = copy(self.instance)
        for name, value in cleaned.items():
            setattr(candidate, name, value)
        try:
            check_publisher(publisher=candidate)
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                self.add_error(name if name in self.fields else None, messages)
        return cleaned


@admin.register(Publisher)
class PublisherAdmin(BulkAdmin, HistoryAdmin):
    form = PublisherForm
    formfield_overrides = HTTPS_ASSUMED
    actions = ("delete_selected",)
    list_display = ("name", "reliability", "country", "homepage")
    list_filter = ("reliability", "country")
    search_fields = ("name", "aliases")

    def save_model(self, request, obj, form, change):
        save_publisher(publisher=obj)


@admin.register(Origin)
class OriginAdmin(BulkAdmin, HistoryAdmin):
    actions = ("delete_selected",)
    list_display = ("name", "kind", "note")
    list_filter = ("kind",)
    search_fields = ("name", "note")

    def save_model(self, request, obj, form, change):
        save_origin(origin=obj)
