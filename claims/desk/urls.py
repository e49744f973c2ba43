"""Addresses of the desk, under /admin/desk/."""

from django.contrib import admin
from django.urls import path

from . import versions, views

app_name = "desk"

urlpatterns = [
    path("<slug:key>/", admin.site.admin_view(views.desk), name="desk"),
    path("<slug:key>/quantities/", views.quantities, name="quantities"),
    path("<slug:key>/propose/", views.proposals, name="propose"),
    path("<slug:key>/file/", views.file, name="file"),
    path("<slug:key>/undo/", views.undo, name="undo"),
    path("<slug:key>/versions/", admin.site.admin_view(versions.page), name="versions"),
    path("<slug:key>/versions/accept/", versions.accept, name="accept"),
]
