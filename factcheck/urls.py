"""The URL map."""

from django.contrib import admin
from django.urls import include, path, re_path

from claims.api.search.views import ClaimsSearchElsewhere
from claims.api.urls import urlpatterns as claims_api
from claims.home import favicon, home
from factcheck.api.docs import Docs, Root, Schema
from factcheck.api.errors import nothing_here
from sources.api.urls import urlpatterns as sources_api

api = [
    path("", Root.as_view(), name="root"),
    *sources_api,
    *claims_api,
    path("schema/", Schema.as_view(), name="schema"),
    path("docs/", Docs.as_view(), name="docs"),
]

urlpatterns = [
    path("", home, name="home"),
    path("favicon.ico", favicon, name="favicon"),
    path("admin/desk/", include("claims.desk.urls")),
    path("admin/blind/", include("claims.blind.urls")),
    path("admin/queues/", include("claims.queues.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include((api, "api"))),
    path("v1alpha1/claims:search", ClaimsSearchElsewhere.as_view()),
    re_path("^(?:api|v1alpha1)/", nothing_here),
]

handler400 = "factcheck.api.errors.bad_request"
handler500 = "factcheck.api.errors.server_error"
