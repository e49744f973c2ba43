"""Addresses of blind reading, under /admin/blind/. A claim's key may have dots."""

from django.contrib import admin
from django.urls import path

from . import pages

app_name = "blind"
_staff = admin.site.admin_view

urlpatterns = [
    path("", _staff(pages.index), name="index"),
    path("agreement/", _staff(pages.agreement), name="agreement"),
    path("<str:key>/mark/", _staff(pages.mark), name="mark"),
    path("<str:key>/<int:passage_id>/", _staff(pages.read), name="read"),
    path("<str:key>/<int:passage_id>/rule/", _staff(pages.rule), name="rule"),
]
