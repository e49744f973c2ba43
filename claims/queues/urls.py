"""Addresses of the queues, under /admin/queues/."""

from django.contrib import admin
from django.urls import path

from . import views

app_name = "queues"
_staff = admin.site.admin_view

urlpatterns = [
    path("<slug:name>/", _staff(views.queue), name="queue"),
    path("<slug:name>/next/", _staff(views.next_claim), name="next"),
    path("claims/<int:pk>/take/", _staff(views.take_claim), name="take"),
    path("claims/<int:pk>/release/", _staff(views.release_claim), name="release"),
    path("claims/<int:pk>/assign/", _staff(views.assign_claim), name="assign"),
    path("claims/<int:pk>/comment/", _staff(views.comment_on_claim), name="comment"),
]
