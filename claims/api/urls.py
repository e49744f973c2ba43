"""The addresses of figures, claims and the ledger, below /api/v1/."""

from django.urls import path

from . import linked
from .export import Export
from .feeds import Feeds
from .figures.views import FigureDetail, Figures
from .ledger.changes import Changes
from .ledger.verdicts import LedgerHead, VerdictAfter, VerdictDetail, Verdicts
from .search.views import ClaimsSearch
from .views import (
    ClaimDetail,
    ClaimEvidence,
    ClaimExplanation,
    ClaimHistory,
    Claims,
    EvidenceIntake,
)

urlpatterns = [
    path("figures/", Figures.as_view(), name="figures"),
    path("figures/<str:name>/", FigureDetail.as_view(), name="figure"),
    path("evidence/", EvidenceIntake.as_view(), name="evidence"),
    path("claims/", Claims.as_view(), name="claims"),
    path("claims/<str:name>/", ClaimDetail.as_view(), name="claim"),
    path("claims/<str:name>/explanation/", ClaimExplanation.as_view(), name="claim-explanation"),
    path("claims/<str:name>/evidence/", ClaimEvidence.as_view(), name="claim-evidence"),
    path("claims/<str:name>/history/", ClaimHistory.as_view(), name="claim-history"),
    path("claims:search", ClaimsSearch.as_view(), name="claims-search"),
    path("verdicts/", Verdicts.as_view(), name="verdicts"),
    path("verdicts/<int:number>/", VerdictDetail.as_view(), name="verdict"),
    path("verdicts/<int:number>/after/", VerdictAfter.as_view(), name="verdict-after"),
    path("ledger/head/", LedgerHead.as_view(), name="ledger-head"),
    path("changes/", Changes.as_view(), name="changes"),
    path("feeds/<slug:what>/", Feeds.as_view(), name="feed"),
    path("feeds/<slug:what>.<slug:format>", Feeds.as_view(), name="feed-file"),
    path("export/<slug:dataset>/", Export.as_view(), name="export"),
    path("export/<slug:dataset>.<slug:format>", Export.as_view(), name="export-file"),
    path(
        "verdicts/<int:number>.jsonld",
        linked.VerdictReview.as_view(),
        {"format": "jsonld"},
        name="verdict-review",
    ),
    path(
        "verdicts/<int:number>.annotations.jsonld",
        linked.VerdictAnnotations.as_view(),
        {"format": "jsonld"},
        name="verdict-annotations",
    ),
    path(
        "claims/<str:name>.jsonld",
        linked.ClaimReviewed.as_view(),
        {"format": "jsonld"},
        name="claim-review",
    ),
    path(
        "claims/<str:name>/evidence.jsonld",
        linked.EvidenceAnnotations.as_view(),
        {"format": "jsonld"},
        name="claim-annotations",
    ),
    path(
        "passages/<int:id>.jsonld",
        linked.PassageAnnotation.as_view(),
        {"format": "jsonld"},
        name="passage-annotation",
    ),
]
