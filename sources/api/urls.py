"""The addresses of the sources, below /api/v1/."""

from django.urls import path

from .views import DocumentDetail, Documents, PassageDetail, Passages

urlpatterns = [
    path("documents/", Documents.as_view(), name="documents"),
    path("documents/<str:name>/", DocumentDetail.as_view(), name="document"),
    path("passages/", Passages.as_view(), name="passages"),
    path("passages/<int:id>/", PassageDetail.as_view(), name="passage"),
]
